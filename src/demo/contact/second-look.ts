import { sql } from 'kysely';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { decisionsByHour, insertReplay } from '#storage/compliance/replays.ts';
import { switchedRules } from '#storage/gate/rule-switches.ts';
import type { App } from '#usecases/app.ts';
import { replayAlone } from '#usecases/compliance/replay-alone.ts';
import { runReplay } from '#usecases/compliance/steps/run-replay.ts';
import { proposeSwitch } from '#usecases/compliance/switch-rule.ts';
import { askOverride } from '#usecases/gate/ask-override.ts';
import { decideApproval } from '#usecases/second-person/decide-approval.ts';
import { atPast } from '../past-app.ts';

/** A rule of unread source, said to have been read; that waits for a second person. */
const proposed = 'US-NYC-POSTEXCHANGE';

/** What the replay asks about: what that rule and two others of unread source refuse. */
const lookedAt = [proposed, 'US-CA-ROSENTHAL-1692', 'GB-CONC-DISPUTE'];

const hourMs = 3_600_000;
const days = 14;

/** Proposes to confirm a rule, after looking at what it has refused in the last two weeks. */
export async function lookTwice(app: App, compliance: Actor): Promise<void> {
  const ms = app.clock() - 3 * hourMs;
  const past = atPast(app, ms, []);
  await replayFor(past, compliance);
  await proposeSwitch(atPast(app, ms + hourMs / 2, []), compliance, {
    ...{ rule: proposed, turn: 'on' },
    reason: 'We call people in New York City; the replay shows which calls it stops.',
    sourceRead: '6 RCNY 5-77(b) as adopted, on the site of the department',
  });
}

async function replayFor(app: App, { userId }: Actor): Promise<void> {
  const { tenantId } = app;
  const at = app.clock();
  const fromAt = instantOf(at - days * 24 * hourMs);
  const toAt = instantOf(at);
  const { confirmedRules } = await switchedRules(app.db, tenantId);
  const rules = { confirmedRules, silencedRules: lookedAt };
  const question = { ...rules, newPacks: true, portfolios: 'all' as const };
  const slices = await decisionsByHour(app.db, tenantId, 'all', fromAt, toAt);
  const total = slices.reduce((sum, { count }) => sum + count, 0);
  const replayId = app.newId();
  const asked = { id: replayId, tenantId, askedBy: userId, askedAt: toAt };
  await insertReplay(app.db, { ...asked, question, fromAt, toAt, total });
  const whole = [{ fromAt, toAt, count: total }];
  await runReplay({ ...app, replay: replayAlone(app) }, { replayId, tenantId, question }, whole);
}

/** Presumptions looked at for one that a supervisor let pass. */
const presumptionsTried = 5;

/**
 * A supervisor asks that one call passes that nothing but a presumption stood against, with a named
 * factor, and somebody else approves it.
 * Where something else has come to stand against it the next one is tried.
 */
export async function letPass(app: App, supervisor: Actor, second: Actor): Promise<void> {
  const before = instantOf(app.clock() - 4 * hourMs);
  const { rows } = await sql<Presumed>`
    select d.case_id, d.contact_point_id, d.decided_at from decisions d
    join cases c on c.customer_id = d.customer_id and c.id = d.case_id and c.closed_at is null
    where d.verdict = 'presumed_violation' and d.decided_at < ${before}::timestamptz
      and not exists (select 1 from event_log e
        where e.customer_id = d.customer_id and e.case_id = d.case_id
        and e.occurred_at > d.decided_at)
    order by d.decided_at desc, d.id limit ${presumptionsTried}
  `.execute(app.db);
  for (const { caseId, contactPointId, decidedAt } of rows) {
    const asked = { caseId, contactPointId, channel: 'phone_call' };
    const evidence = 'Wrote on paper: please call me on Monday about the plan.';
    const why = { factor: 'answering_request', evidence } as const;
    const past = atPast(app, msOf(decidedAt) + 3 * 60_000, []);
    const waiting = await askOverride(past, supervisor, { ...asked, ...why }).catch(ifRefused);
    if (!waiting) continue;
    const { approvalId } = waiting;
    await decideApproval(past, second, { approvalId, approve: true, reason: null });
    return;
  }
}

type Presumed = {
  readonly caseId: string;
  readonly contactPointId: string;
  readonly decidedAt: Instant;
};

function ifRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
