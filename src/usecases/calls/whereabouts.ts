import { unreadPlace } from '#domain/gate/places/regions.ts';
import { type Whereabouts, zonesOfStay } from '#domain/gate-facts/whereabouts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { isCountry } from '#kernel/country.ts';
import { DAY_MS } from '#kernel/local-clock.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addDays, type Instant, instantAt, instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { otherAtPoint } from '#storage/cases/accounts-heard.ts';
import { caseViewRow } from '#storage/cases/read.ts';
import { insertPreference } from '#storage/cases/set-holds.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { insertOptOutRequest } from '#storage/messages/refusals.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { caseInView } from '#usecases/cases/steps/case-access.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { inConversation } from './steps/in-conversation.ts';

/** What the verified person says of where they are. */
export type ToldWhereabouts = {
  readonly conversationId: string;
  readonly place: Whereabouts['place'];
  readonly country: string | null;
  readonly region: string | null;
  /** Null: they did not say; it stands until somebody ends it. */
  readonly until: LocalDate | null;
  /** Wall-clock time on that day; the end of the day when they named none. */
  readonly time: string | null;
};

/** What is said of a place for longer is where somebody lives: the address is corrected. */
const longestDays = 366;

/**
 * Keeps where the verified person says they are now. While it stands the gate asks the clock of that
 * place beside that of their home, and knows them to be at home or at work. What is said later takes
 * its place. Throws `invalid-input` for a country there is none, a place nobody can read, or a time that
 * is over; `not-the-customer` when somebody who is tied to them is on the line.
 */
export async function recordWhereabouts(app: App, actor: Actor, input: ToldWhereabouts) {
  const { conversationId, place } = input;
  const needs = { stage: 'open', verified: true } as const;
  return inConversation(app, actor, conversationId, needs, async (tx, conversation) => {
    assert(actor.userId, 'only people record');
    const { customerId } = conversation;
    if ((await otherAtPoint(tx, conversation)) !== null)
      throw new Refusal('not-the-customer', { conversationId });
    const where = readStay(input);
    const until = await endOf(app, tx, conversation, input, zonesOfStay(where));
    const id = app.newId();
    await insertPreference(tx, {
      ...{ id, customerId, tenantId: app.tenantId, kind: 'whereabouts' },
      ...{ channel: null, contactPointId: null, details: { place, ...where, until } },
      ...{ givenAt: now(app), conversationId, recordedBy: actor.userId },
    });
    const facts = { conversationId, preferenceId: id, place, until };
    await logOnCase(app, tx, conversation, actor.userId, 'contact.whereabouts-told', facts);
    return { whereaboutsId: id, until };
  });
}

/** Some other place as it can be read; at home and at work the address tells where that is. */
function readStay({ place, country, region }: ToldWhereabouts) {
  if (place !== 'elsewhere') return { country: null, region: null };
  const code = country?.toUpperCase() ?? '';
  const named = { country: code, region, city: null, postalCode: null };
  const stay = { country: code, region };
  const isKnown = isCountry(code);
  const problems = [
    ...(isKnown ? [] : [{ path: 'country', message: 'unknown-country' }]),
    ...(isKnown && unreadPlace(named) !== null
      ? [{ path: 'region', message: 'unread-region' }]
      : []),
  ];
  if (problems.length === 0 && zonesOfStay(stay).length === 0)
    problems.push({ path: 'country', message: 'unknown-clock' });
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  return stay;
}

/** When it ends: on the last of the clocks that the place may have. */
async function endOf(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  { until, time }: ToldWhereabouts,
  there: readonly string[],
): Promise<Instant | null> {
  if (until === null) return null;
  const row = await caseViewRow(tx, conversation, now(app));
  assert(row, 'a conversation has its case');
  const home = row.confirmedZone ? [row.confirmedZone] : row.points.flatMap(({ zones }) => zones);
  const zones = there.length > 0 ? there : home.length > 0 ? home : [row.portfolioZone];
  const end = Math.max(
    ...zones.map((zone) =>
      time === null ? instantAt(zone, addDays(until, 1), '00:00') : instantAt(zone, until, time),
    ),
  );
  const days = (end - msOf(now(app))) / DAY_MS;
  const message = days <= 0 ? 'date-past' : days > longestDays ? 'too-far' : null;
  if (message) throw new Refusal('invalid-input', { problems: [{ path: 'until', message }] });
  return instantOf(end);
}

/** Ends what was said of where they are. Throws `not-found`, `already-done`, `not-allowed`. */
export async function endWhereabouts(
  app: App,
  actor: Actor,
  { caseId, whereaboutsId }: { readonly caseId: string; readonly whereaboutsId: string },
) {
  const ref = await caseInView(app, actor, caseId);
  allow(actor, 'case.work', ref.portfolioId);
  const { portfolio } = await placeOf(app, app.db, ref.portfolioId);
  return inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [ref.customerId]);
    const row = await caseViewRow(tx, ref, now(app));
    const said = row?.whereabouts ?? null;
    if (said?.id !== whereaboutsId)
      throw new Refusal('already-done', { thing: 'whereabouts', id: whereaboutsId });
    const at = now(app);
    await insertOptOutRequest(tx, {
      ...{ id: app.newId(), customerId: ref.customerId, tenantId: app.tenantId },
      ...{ kind: 'withdrawn', channel: null, contactPointId: null, details: {} },
      ...{ givenAt: at, receivedAt: at, recordedAt: at, source: 'desk', conversationId: null },
      ...{ recordedBy: actor.userId, withdraws: whereaboutsId },
    });
    const facts = { preferenceId: whereaboutsId };
    const about = { ...ref, portfolio };
    await logOnCase(app, tx, about, actor.userId, 'contact.whereabouts-ended', facts);
    return { done: true as const };
  });
}
