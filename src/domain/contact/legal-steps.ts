import type { Trigger } from '#domain/cases/triggers.ts';
import type { Decision, RuleResult } from '#domain/gate/decision.ts';
import type { NOT_CONTACT } from '#domain/gate/facts/channels.ts';

/** A legal step as the gate knows it. */
export type LegalStep = Exclude<(typeof NOT_CONTACT)[number], 'credit_reporting'>;

/**
 * The decisions of people that enforce, each with what the gate is asked about it. Limiting a service
 * is asked as a suit is, since rules speak of enforcement by that word; a law firm collects and sues.
 */
const asked: Readonly<Partial<Record<Trigger, readonly LegalStep[]>>> = {
  'announced-date-reached': ['lawsuit'],
  'placed-with-agency': ['debt_transfer'],
  'placed-with-lawyer': ['debt_transfer', 'lawsuit'],
};

/** What the gate is asked before a case moves on a decision; none where it does not enforce. */
export function legalStepsOf(on: Trigger | null): readonly LegalStep[] {
  return on === null ? [] : (asked[on] ?? []);
}

/** Named when a duty has to be done before anything is enforced. */
export const DUTY_FIRST = 'DUNLIN-DUTY-FIRST';

/** Rules whose duty the law puts before enforcement. */
export function dutiesBefore({ obligations }: Pick<Decision, 'obligations'>): readonly string[] {
  return obligations.filter(({ before }) => before === 'enforcement').map(({ rule }) => rule);
}

/** Refuses a legal step while a duty that comes before it is not done. */
export function withDutiesFirst(decision: Decision): Decision {
  const rules = dutiesBefore(decision);
  if (rules.length === 0) return decision;
  const releasing = ['duty-done'];
  const reason: RuleResult = {
    rule: DUTY_FIRST,
    pack: 'DUNLIN',
    enforcement: 'policy',
    bound: 'event',
    releasing,
    details: { duties: rules.join(' ') },
  };
  return {
    ...decision,
    permitted: false,
    reasons: [...decision.reasons, reason],
    nextPermittedAt: null,
    nextKind: decision.nextKind === 'never' ? 'never' : 'on_condition',
    releasing: [...new Set([...decision.releasing, ...releasing])],
  };
}
