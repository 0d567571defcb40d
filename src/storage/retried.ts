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

/** PostgreSQL's classes for a connection that is lost and a server that goes or is not there yet. */
const outage = /^(08|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** Whether an error says that the database cannot be reached: the same may work later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return outage.test(code) || /connection terminated|timeout exceeded/i.test(error.message);
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
