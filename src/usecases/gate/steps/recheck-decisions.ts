import { changeOf, factsAsNowKnown } from '#domain/gate-facts/recheck.ts';
import type { Instant } from '#kernel/time.ts';
import {
  type FlagCause,
  insertFlags,
  type LookFrom,
  type NewFlag,
  type PastDecision,
  pastDecisions,
  type Touched,
} from '#storage/gate/decision-flags.ts';
import { insertRecheck } from '#storage/gate/rechecks.ts';
import { gateRows } from '#storage/gate/rows.ts';
import { type App, type Db, now, type Tx } from '#usecases/app.ts';

/** Decisions looked at again in one transaction; the rest waits for the clockwork. */
const atOnce = 200;

/** What was learned late. */
export type Cause = {
  readonly kind: FlagCause;
  /** Of the fact, correction, event or transfer: one decision is flagged once for each. */
  readonly id: string;
};

/**
 * Makes the decisions kept since an instant again, each from what was true at its time as it is known
 * now, and flags those whose verdict or blocking rules would have been different. The decisions stay
 * as they are. In the caller's transaction, so that fact and flags are seen together; what exceeds one
 * transaction is left to `runRechecks`. Answers whether something refused would have been allowed, or
 * whether that is not known yet.
 */
export async function recheckDecisions(
  app: App,
  tx: Tx,
  touched: Touched,
  since: Instant,
  cause: Cause,
): Promise<{ readonly opens: boolean }> {
  const from = { since, afterId: null };
  const looked = await lookAgain(app, tx, touched, from, cause);
  if (looked.rest === null) return { opens: looked.opens };
  await insertRecheck(tx, {
    id: app.newId(),
    tenantId: app.tenantId,
    customerId: 'people' in touched ? (touched.people[0] ?? null) : null,
    portfolioId: 'people' in touched ? null : touched.portfolioId,
    cause: cause.kind,
    causeId: cause.id,
    askedAt: now(app),
    ...looked.rest,
  });
  // What was not looked at yet may be one of them.
  return { opens: true };
}

/** One batch of decisions; `rest` is where the next one begins, null at the end. */
export async function lookAgain(app: App, tx: Tx, touched: Touched, from: LookFrom, cause: Cause) {
  const past = await pastDecisions(tx, touched, from, atOnce + 1);
  const looked = past.slice(0, atOnce);
  const flags: NewFlag[] = [];
  for (const decision of looked) {
    const flag = await flagFor(app, tx, decision, cause);
    if (flag) flags.push(flag);
  }
  await insertFlags(tx, flags);
  const last = looked.at(-1);
  const rest = past.length > atOnce && last ? { since: last.decidedAt, afterId: last.id } : null;
  const opens = flags.some(({ was, becomes }) => strictness(becomes) < strictness(was));
  return { rest, count: looked.length, flagged: flags.length, opens };
}

const strictness = (verdict: string) =>
  ['permitted', 'presumed_violation', 'refused'].indexOf(verdict);

async function flagFor(
  app: App,
  db: Db,
  past: PastDecision,
  cause: Cause,
): Promise<NewFlag | null> {
  // Kept without its facts, as records taken over from elsewhere are: it cannot be made again.
  if (!('proposed' in past.facts)) return null;
  const answers = past.facts.proposed.in_response_to ?? null;
  // A call of theirs that goes on is part of the log it was decided from.
  const exceptAttempt = answers === past.attemptId ? null : past.attemptId;
  const reading = { at: past.decidedAt, exceptAttempt, asOf: true, answers };
  const rows = await gateRows(db, past.customerId, reading);
  if (!rows) return null;
  const before = app.gate.decide(past.facts);
  const after = app.gate.decide(factsAsNowKnown(past, rows, app.tenantId, app.gate));
  const change = changeOf(past.decision, before, after);
  if (change === null) return null;
  return {
    id: app.newId(),
    tenantId: app.tenantId,
    customerId: past.customerId,
    caseId: past.caseId,
    portfolioId: past.portfolioId,
    decisionId: past.id,
    cause: cause.kind,
    causeId: cause.id,
    was: past.verdict,
    ...change,
    decidedAt: past.decidedAt,
    foundAt: now(app),
  };
}
