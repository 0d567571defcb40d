import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { dateIn, type Instant, instantOf, msOf } from '#kernel/time.ts';
import { type MadeCase, smallBook } from '../books/small-book.ts';
import { ownedBy, type World } from './fresh-world.ts';

/** The federal count that these tests watch. */
export const sevenInSeven = 'USF-14B-7IN7';

/** People in Ohio, where no rule of the state stands beside the federal count. */
export const inOhio = { region: 'OH', city: 'Columbus', postalCode: '43004' } as const;

/** A book of one case in Ohio, with the people of a compliance desk. */
export async function logWorld(world: World) {
  const book = await smallBook(world);
  const made = await book.addCase({ customer: inOhio });
  const officer = await world.user('compliance');
  const agent = await world.user('agent');
  return { book, made, officer, agent };
}

const hourMs = 3_600_000;

/** The instant some hours before the world's clock. */
export function hoursAgo(world: World, hours: number): Instant {
  return instantOf(world.app.clock() - hours * hourMs);
}

/** A call of the past that ended, straight into the log; answers its id. */
export async function addCall(
  world: World,
  made: MadeCase,
  call: {
    readonly at: Instant;
    readonly result: string;
    readonly pointId?: string;
    readonly debts?: readonly string[];
  },
): Promise<string> {
  const id = world.app.newId();
  await world.db
    .insertInto('attempts')
    .values({
      ...ownedBy(made.customerId),
      ...{ id, caseId: made.caseId, portfolioId: made.portfolioId },
      ...{ channel: 'phone_call', direction: 'outbound', state: 'ended', result: call.result },
      contactPointId: call.pointId ?? made.phoneId,
      debts: [...(call.debts ?? [made.accountId])],
      ...{ zone: made.zone, localDay: dateIn(made.zone, msOf(call.at)), localHour: 10 },
      ...{ attemptedAt: call.at, releasedAt: call.at, endedAt: call.at },
    })
    .execute();
  return id;
}

/** So many calls that rang and were not answered, one every three hours back from two hours ago. */
export async function addRings(world: World, made: MadeCase, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = hoursAgo(world, 2 + 3 * index);
    ids.push(await addCall(world, made, { at, result: 'no_answer' }));
  }
  return ids;
}

/** The rules against calling the first phone of a case now, as everyone is told. */
export async function rulesAgainst(world: World, actor: Actor, made: MadeCase) {
  const { points } = await world.call(cases.askAllowed, actor, { caseId: made.caseId });
  const own = points.find(({ contactPointId }) => contactPointId === made.phoneId);
  return own?.rules.map(({ rule }) => rule) ?? [];
}

/** Calls the first phone of a case from the desk; the answer with its status. */
export async function callFromDesk(world: World, agent: Actor, made: MadeCase) {
  await world.call(desk.openCase, agent, { caseId: made.caseId });
  const asked = { caseId: made.caseId, contactPointId: made.phoneId };
  return world.request(contact.startCall, agent, asked);
}
