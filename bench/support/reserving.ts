import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { Refusal } from '#kernel/refusal.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

/** When all reservations of a bench are made. */
export const at = '2026-11-18T18:00:00.000Z';

/** Asks for the contact with that number; whether it was permitted. */
export type Reserve = (number: number) => Promise<boolean>;

/** Calls that one person may get in seven days. */
export const callsInSevenDays = 7;

/** Decides and reserves a call to the person of that number. */
export async function reserveOnce(
  app: App,
  portfolios: readonly PortfolioRow[],
  number: number,
): Promise<boolean> {
  const name = `p${number % 10}`;
  const portfolio = portfolios.find((row) => row.name === name);
  if (!portfolio) throw new Error(`there is no portfolio ${name}`);
  const { reserved } = await reserveContact(app, {
    customerId: idOf('u', number),
    caseId: idOf('c', number),
    contactPointId: idOf('p', number),
    portfolio,
    userId: null,
    exceptAttempt: null,
  });
  return reserved;
}

/** What a reservation costs at least: the person's lock and the row of the attempt. */
export async function bareOnce(
  { db, newId, tenantId: tenant }: App,
  portfolios: readonly PortfolioRow[],
  number: number,
): Promise<boolean> {
  const portfolio = portfolios[number % portfolios.length];
  if (!portfolio) throw new Error('there is no portfolio');
  const customerId = idOf('u', number);
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await lockPeople(tx, customerId);
    await tx
      .insertInto('attempts')
      .values({
        ...{ id, tenantId: tenant, customerId, caseId: idOf('c', number) },
        ...{ portfolioId: portfolio.id, decisionId: newId(), channel: 'letter', person: 'nobody' },
        ...{ contactPointId: idOf('p', number), mode: 'manual', debts: [], direction: 'outbound' },
        ...{ state: 'reserved', tokenHash: id, tokenExpiresAt: at, zone: 'America/New_York' },
        ...{ localDay: '2026-11-18', localHour: 13, attemptedAt: at, collector: tenant },
      })
      .execute();
  });
  return true;
}

/** The id of row `number` of the big queue. */
function idOf(letter: string, number: number): string {
  const hex = createHash('md5').update(`${letter}${number}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** One after another by each of some workers; what each took. */
export async function closedLoop(
  reserve: Reserve,
  from: number,
  workers: number,
  each: number,
): Promise<number[]> {
  const ms: number[] = [];
  const work = async (client: number) => {
    for (let i = 0; i < each; i += 1) {
      const began = performance.now();
      await permitted(reserve, from + client * each + i);
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, client) => work(client)));
  return ms;
}

/** Asks for a call that must be permitted. */
export async function permitted(reserve: Reserve, number: number): Promise<void> {
  if (!(await reserve(number))) throw new Error('the bench asks for calls that are permitted');
}

/**
 * Calls made although the cap of the person was reached. Whoever asks while somebody else calls is
 * told to wait; each call ends unanswered before the next round.
 */
export async function beyondCap(
  app: App,
  reserve: Reserve,
  from: number,
  { people, clients }: { readonly people: number; readonly clients: number },
): Promise<number> {
  const ids = Array.from({ length: people }, (_, i) => idOf('u', from + i));
  for (let round = 0; round < callsInSevenDays + 3; round += 1) {
    for (let i = 0; i < people; i += 1) {
      const asked = Array.from({ length: clients }, () => reserve(from + i).catch(mustWait));
      await Promise.all(asked);
    }
    await sql`update attempts set state = 'ended', result = 'no_answer'
      where customer_id = any(${ids}::uuid[]) and state = 'reserved'`.execute(app.db);
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from attempts
    where customer_id = any(${ids}::uuid[]) and state = 'ended' group by customer_id
  `.execute(app.db);
  if (rows.length !== people) throw new Error('not everybody was called');
  return rows.reduce((sum, { count }) => sum + Math.max(0, count - callsInSevenDays), 0);
}

function mustWait(error: unknown): false {
  if (error instanceof Refusal && error.code === 'step-missing') return false;
  throw error;
}
