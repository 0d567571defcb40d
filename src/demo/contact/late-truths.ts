import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#domain/workforce/rights.ts';
import { addDays, dateIn, type Instant, instantAt, instantOf, msOf } from '#kernel/time.ts';
import type { App } from '#usecases/app.ts';
import { reviewFlag } from '#usecases/compliance/review-flag.ts';
import { correctAttempt } from '#usecases/contact-log/correct-attempt.ts';
import { linkPeople } from '#usecases/contact-log/link-people.ts';
import { recordFact } from '#usecases/contact-log/record-fact.ts';
import { atPast } from '../past-app.ts';

const dayMs = 86_400_000;

/** A call that was made lately, on a case where nothing happened since the day after. */
type Call = {
  readonly caseId: string;
  readonly attemptId: string;
  readonly attemptedAt: Instant;
  readonly lastAt: Instant;
  readonly zone: string;
  readonly city: string;
};

/** What was learned too late: facts about the days before, so that some calls are in question. */
export async function learnLate(app: App, office: Actor): Promise<void> {
  await learnPetition(app, office);
  await learnBreathingSpace(app, office);
  await correctOne(app, office);
  await linkTwo(app, office);
  await noticeCameBack(app, office);
  await reviewOne(app, office);
}

/** Calls of the last days that a condition picks, in the order of the customers' references. */
async function callsWhere(
  app: App,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly Call[]> {
  const nowMs = app.clock();
  const { rows } = await sql<Call>`
    select a.case_id, a.id as attempt_id, a.attempted_at, last.at as last_at, o.zone, u.city
    from attempts a
    join customers u on u.id = a.customer_id
    join portfolios o on o.id = a.portfolio_id
    join cases c on c.customer_id = a.customer_id and c.id = a.case_id and c.closed_at is null
    cross join lateral (select max(e.occurred_at) as at from event_log e
      where e.customer_id = c.customer_id and e.case_id = c.id) last
    where a.decision_id is not null and a.attempted_at > ${instantOf(nowMs - 8 * dayMs)}::timestamptz
      and last.at < ${instantOf(nowMs - 2 * dayMs)}::timestamptz and ${condition}
      and not exists (select 1 from messages m where m.case_id = c.id)
    order by u.reference, a.attempted_at limit ${limit}
  `.execute(app.db);
  return rows;
}

/** Ten in the morning after the last thing that happened. */
function morningAfter({ zone, lastAt }: Call): number {
  return instantAt(zone, addDays(dateIn(zone, msOf(lastAt)), 1), '10:05');
}

async function learnPetition(app: App, office: Actor): Promise<void> {
  const [call] = await callsWhere(app, sql`u.country = 'US' and a.result = 'no_answer'`, 1);
  if (!call) return;
  const filedAt = instantOf(msOf(call.attemptedAt) - 2 * dayMs);
  await recordFact(atPast(app, morningAfter(call), []), office, {
    ...{ caseId: call.caseId, kind: 'bankruptcy_petition', occurredAt: filedAt },
    details: { chapter: 7, filer: 'consumer', filed_at: filedAt },
    ...{ source: 'court', evidenceRef: 'court letter, scanned', transferable: true, about: null },
  });
}

async function learnBreathingSpace(app: App, office: Actor): Promise<void> {
  const where = sql`u.country = 'GB' and u.region = 'ENG' and a.result = 'voicemail_none'`;
  const [call] = await callsWhere(app, where, 1);
  if (!call) return;
  const enteredAt = instantOf(msOf(call.attemptedAt) - dayMs);
  await recordFact(atPast(app, morningAfter(call), []), office, {
    ...{ caseId: call.caseId, kind: 'breathing_space', occurredAt: enteredAt },
    details: { entered_at: enteredAt, first_day: addDays(dateIn(call.zone, msOf(enteredAt)), 1) },
    ...{ source: 'register', evidenceRef: 'notice of the register', transferable: true },
    about: null,
  });
}

/** The recording shows that somebody spoke: the call a few days later came too soon. */
async function correctOne(app: App, office: Actor): Promise<void> {
  const followed = sql`u.country = 'US' and a.result = 'voicemail_none' and exists (
    select 1 from attempts l where l.customer_id = a.customer_id
      and l.attempted_at > a.attempted_at and l.attempted_at < a.attempted_at + interval '5 days')`;
  const [call] = await callsWhere(app, followed, 1);
  if (!call) return;
  await correctAttempt(atPast(app, morningAfter(call), []), office, {
    ...{ caseId: call.caseId, attemptId: call.attemptId },
    becomes: { result: 'conversation' },
    reason: 'The recording shows that the customer answered and spoke',
  });
}

/** Two records in one town that turned out to be the same person. */
async function linkTwo(app: App, office: Actor): Promise<void> {
  const calls = await callsWhere(app, sql`u.country = 'US' and a.result = 'no_answer'`, 200);
  const towns = [...Map.groupBy(calls.slice(1), ({ city }) => city).values()];
  const pair = towns.find((town) => new Set(town.map(({ caseId }) => caseId)).size > 1);
  const [one] = pair ?? [];
  const other = pair?.find(({ caseId }) => caseId !== one?.caseId);
  if (!one || !other) return;
  const ms = Math.max(morningAfter(one), morningAfter(other));
  await linkPeople(atPast(app, ms, []), office, {
    ...{ caseId: one.caseId, otherCaseId: other.caseId },
    reason: 'Same birth date, and the earlier address of one is the address of the other',
  });
}

/** A notice that the post brought back has to be sent again. */
async function noticeCameBack(app: App, office: Actor): Promise<void> {
  const { rows } = await sql<Call & { factId: string }>`
    select f.case_id, f.id as fact_id, last.at as last_at, o.zone
    from contact_facts f
    join customers u on u.id = f.customer_id
    join portfolios o on o.id = f.portfolio_id
    join cases c on c.customer_id = f.customer_id and c.id = f.case_id and c.closed_at is null
    cross join lateral (select max(e.occurred_at) as at from event_log e
      where e.customer_id = c.customer_id and e.case_id = c.id) last
    where f.kind = 'validation_notice' and f.withdraws is null
      and last.at < ${instantOf(app.clock() - 2 * dayMs)}::timestamptz
      and f.occurred_at > ${instantOf(app.clock() - 15 * dayMs)}::timestamptz
    order by u.reference desc limit 2
  `.execute(app.db);
  for (const back of rows) {
    const ms = morningAfter(back);
    await recordFact(atPast(app, ms, []), office, {
      ...{ caseId: back.caseId, kind: 'validation_notice', occurredAt: instantOf(ms), details: {} },
      ...{ source: 'post', evidenceRef: 'envelope kept', transferable: true },
      about: { factId: back.factId, as: 'returned' },
    });
  }
}

async function reviewOne(app: App, office: Actor): Promise<void> {
  const { rows } = await sql<{ id: string; foundAt: Instant }>`
    select id, found_at from decision_flags order by found_at, id limit 1
  `.execute(app.db);
  const [flag] = rows;
  if (!flag) return;
  await reviewFlag(atPast(app, msOf(flag.foundAt) + 7_200_000, []), office, {
    flagId: flag.id,
    remark: 'Nobody was reached; we could not have known of it on that day.',
  });
}
