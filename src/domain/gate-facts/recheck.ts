import type { Decision, RuleResult } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { readFacts } from '#domain/gate/facts/unread-words.ts';
import type { Instant } from '#kernel/time.ts';
import { debtFacts } from './build-debt-facts.ts';
import { actorOf, type LawOfFacts } from './build-gate-facts.ts';
import { buildHistoryFacts } from './build-history-facts.ts';
import { pointFacts } from './build-point-facts.ts';
import type { GateRows } from './gate-rows.ts';

/** A kept decision, as far as it is needed to make it again. */
export type KeptDecision = {
  /** Null for a decision that belongs to no case. */
  readonly portfolioId: string | null;
  readonly facts: Facts;
  readonly decidedAt: Instant;
};

/** How a decision would have been different. */
export type DecisionChange = {
  readonly becomes: 'permitted' | 'presumed_violation' | 'refused';
  readonly rulesWas: readonly string[];
  readonly rulesBecomes: readonly string[];
};

/**
 * The facts of a kept decision with the log as it is known now; `rows` are those of the time of the
 * decision, `packs` and `law` the installed ones. Facts that are not part of a log stay as they were.
 */
export function factsAsNowKnown(
  past: KeptDecision,
  rows: GateRows,
  tenantId: string,
  { packs, law }: LawOfFacts,
): Facts {
  const kept = past.facts;
  const actor = past.portfolioId
    ? actorOf(rows, { id: past.portfolioId, collectorRole: kept.actor.type ?? '' }, tenantId)
    : kept.actor;
  const log = buildHistoryFacts(rows, {
    ...{ actorId: actor.id, tenantId, at: past.decidedAt, debts: kept.proposed.debts },
    packs: packs.filter(({ id }) => kept.packs.includes(id)),
  });
  const points = new Set(kept.contact_points.map(({ id }) => id));
  const debts = new Set(kept.debts.map(({ id }) => id));
  return readFacts({
    ...kept,
    actor: { ...kept.actor, ...actor },
    consumer: consumerAsNowKnown(kept.consumer, log.consumer),
    contact_points: [
      ...kept.contact_points,
      ...rows.points.filter(({ id }) => !points.has(id)).map((point) => pointFacts(rows, point)),
    ],
    debts: [
      ...kept.debts,
      ...rows.debts
        .filter(({ id }) => !debts.has(id))
        .map((debt) => debtFacts(rows, debt, past.decidedAt.slice(0, 10), law)),
    ],
    contact_log: log.contact_log,
    consents: log.consents,
    // A mark without a time holds for today only.
    events: [...log.events.filter(hasTime), ...kept.events.filter((event) => !hasTime(event))],
  });
}

type Consumer = Facts['consumer'];

/** What the log no longer says is gone; what it never says, as that somebody is a minor, stays. */
function consumerAsNowKnown(kept: Consumer, log: Partial<Consumer>): Consumer {
  const { authorised_channels: _, work_request: __, ...standing } = kept;
  return { ...standing, ...log, status: { ...kept.status, ...log.status } };
}

const hasTime = (event: CaseEvent) => event.kind !== 'wrong_party' || Boolean(event.at);

const idsOf = (results: readonly RuleResult[]) => new Set(results.map(({ rule }) => rule));

/**
 * How the kept decision changes: reasons that `after` no longer has are removed, new ones added. `before`
 * is the decision made again from the old facts, so that a change of the packs since then does not
 * count. Null when nothing changes.
 */
export function changeOf(
  kept: Pick<Decision, 'reasons'>,
  before: Pick<Decision, 'reasons'>,
  after: Pick<Decision, 'reasons'>,
): DecisionChange | null {
  const [was, then, truly] = [idsOf(kept.reasons), idsOf(before.reasons), idsOf(after.reasons)];
  const stays = kept.reasons.filter(({ rule }) => !then.has(rule) || truly.has(rule));
  const comes = after.reasons.filter(({ rule }) => !then.has(rule) && !was.has(rule));
  if (comes.length === 0 && stays.length === kept.reasons.length) return null;
  const reasons = [...stays, ...comes];
  const isPresumed = reasons.every(({ enforcement }) => enforcement === 'presumption');
  return {
    becomes: reasons.length === 0 ? 'permitted' : isPresumed ? 'presumed_violation' : 'refused',
    rulesWas: [...was].sort(),
    rulesBecomes: [...idsOf(reasons)].sort(),
  };
}
