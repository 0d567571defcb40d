import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from './tables.ts';

/** Tries of one transaction that ran into another's locks. */
const triesLimit = 5;

/** PostgreSQL's codes for "nothing is wrong, begin again": deadlock found, could not serialise. */
const againCodes = ['40P01', '40001'];

/** Whether an error only says that the transaction should begin again. */
export function isBegunAgain(error: unknown): boolean {
  return error instanceof Error && 'code' in error && againCodes.includes(String(error.code));
}

/** PostgreSQL's codes for a lock that another holds: waited too long, or both waited. */
const lockCodes = ['55P03', '40P01'];

/** Whether an error says that another transaction holds what this one wanted to lock. */
export function isLockTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && lockCodes.includes(String(error.code));
}

/** Whether an error says that a statement was ended because it took longer than it may. */
export function isStatementTimeout(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === '57014' && /statement timeout/.test(error.message);
}

/**
 * PostgreSQL's classes for a connection that is lost, a server that goes or is not there yet and one
 * that has no room (disk, memory, connections), its code for a transaction that was left alone too
 * long, and those of the network.
 */
const outage =
  /^(08|53|57P)|^25P03$|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ERR_STREAM_DESTROYED)$/;

/** The same in words of the driver, which gives no code of its own. */
const outageWords = /connection terminated|timeout exceeded|connection error and is not queryable/i;

/** Whether an error says that the database's disk is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '53100';
}

/** Whether an error, or what caused it, says that the database cannot work now: the same may work later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return outage.test(code) || outageWords.test(error.message) || isOutage(error.cause);
}

/**
 * Runs work in a transaction, and again from its beginning when the database ended it because it and
 * another waited for each other. The work must do nothing outside the database.
 */
export async function inRetriedTransaction<Result>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries >= triesLimit || !isBegunAgain(error)) throw error;
    }
  }
}

const firstPauseMs = 200;
const longestPauseMs = 10_000;
/** About an hour: a database that is away longer has lost more than this. */
const mostTries = 360;

/**
 * Runs work again, with growing pauses, until the database can be reached. The work must be harmless
 * when it was done already: an answer may be lost after the commit.
 */
export async function whenReachable<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= mostTries || !isOutage(error)) throw error;
      await pause(Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs));
    }
  }
}
