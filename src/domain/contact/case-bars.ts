import type { HoldKind } from '#domain/cases/holds.ts';
import type { Decision, RuleResult } from '#domain/gate/decision.ts';
import type { CoveringHold } from './hold-bars.ts';
import { DUTY_FIRST } from './legal-steps.ts';
import { operationalRules } from './operational-reasons.ts';

/** What a case itself says about being contacted; the law is the gate's own matter. */
export type CaseBars = {
  /** Closed cases are not contacted. */
  readonly open: boolean;
  /** An agency or law firm has the case: one party alone owns contact (M-167). */
  readonly placedOut: boolean;
  /** An open key event of type C, or a technical hold: the fault is not the customer's (M-031). */
  readonly technicalReturn: boolean;
  /** Everything overdue is covered by live promises or a live plan that is being kept (M-144). */
  readonly coveredUntil: string | null;
  /** Money in hand pays all that is overdue and not disputed: it waits only to be applied. */
  readonly paidInHand: boolean;
  /** Every overdue amount is disputed (M-109). */
  readonly allDisputed: boolean;
  /** The holds that leave nothing to ask for. */
  readonly holds: readonly CoveringHold[];
  /** Nothing is owed any more and no service event is open. */
  readonly nothingOwed: boolean;
};

/** What a case bars of a contact that is owed to the person, beside its holds: nothing. */
export const caseAtRest: Omit<CaseBars, 'holds'> = {
  ...{ open: true, placedOut: false, technicalReturn: false, nothingOwed: false },
  ...{ coveredUntil: null, paidInHand: false, allDisputed: false },
};

const pack = 'DUNLIN';

function bar(rule: string, releasing: readonly string[]): RuleResult {
  return { rule, pack, enforcement: 'policy', bound: 'event', releasing, details: {} };
}

/** The house rules as one would cite them; the desk shows them beside the law. */
export const houseRules: Readonly<Record<string, { title: string; citation: string }>> = {
  ...operationalRules,
  'DUNLIN-CLOSED': { title: 'The case is closed', citation: 'House rule: closed cases rest' },
  'DUNLIN-PLACED': {
    title: 'The case is placed with an agency or law firm, which alone contacts the customer',
    citation: 'House rule: M-167',
  },
  'DUNLIN-TYPE-C': {
    title: 'A technical return is not the customer’s fault: the back office corrects it first',
    citation: 'House rule: M-031',
  },
  'DUNLIN-COVERED': {
    title: 'Everything overdue is covered by a promise or plan that is being kept',
    citation: 'House rule: M-144',
  },
  'DUNLIN-IN-HAND': {
    title: 'Money in hand pays everything overdue; it is applied before anybody asks for it',
    citation: 'House rule: money in hand is not chased',
  },
  'DUNLIN-DISPUTED': {
    title: 'Everything overdue is disputed; collection waits for the answer',
    citation: 'House rule: M-109',
  },
  'DUNLIN-HOLD': { title: 'A hold stops contact on this case', citation: 'House rule: M-110' },
  'DUNLIN-PAID': { title: 'Nothing is owed any more', citation: 'House rule: M-230' },
  'DUNLIN-THIRD-PARTY': {
    title: 'The number or address is somebody’s to whom nobody said the debt may be told',
    citation: 'House rule: M-104',
  },
  [DUTY_FIRST]: {
    title: 'A duty comes before any legal step and is not recorded as done',
    citation: 'House rule: nothing is enforced before what the law asks for first',
  },
  'DUNLIN-POINT': {
    title: 'This point of contact was found wrong, dead or moved',
    citation: 'House rule: M-008',
  },
};

/** Whether a contact is refused because its case is closed: it stays refused until the case opens again. */
export const isForClosedCase = ({ reasons }: Pick<Decision, 'reasons'>): boolean =>
  reasons.some(({ rule }) => rule === 'DUNLIN-CLOSED');

/** Adds what the case forbids to the gate's decision: the strictest of both holds. */
export function withCaseBars(
  decision: Decision,
  bars: Omit<CaseBars, 'holds'> & {
    /** The kind of the hold that stops this contact. */
    readonly heldBy: HoldKind | null;
    readonly pointState: string;
    readonly tellsThirdParty: boolean;
  },
): Decision {
  const found = [
    ...(bars.open ? [] : [bar('DUNLIN-CLOSED', [])]),
    ...(bars.placedOut ? [bar('DUNLIN-PLACED', ['placement-recalled'])] : []),
    ...(bars.technicalReturn ? [bar('DUNLIN-TYPE-C', ['technical-return-fixed'])] : []),
    ...(bars.coveredUntil ? [bar('DUNLIN-COVERED', ['promise-broken'])] : []),
    ...(bars.paidInHand ? [bar('DUNLIN-IN-HAND', ['money-applied'])] : []),
    ...(bars.allDisputed ? [bar('DUNLIN-DISPUTED', ['dispute-answered'])] : []),
    ...(bars.heldBy ? [bar('DUNLIN-HOLD', ['hold-lifted'])] : []),
    ...(bars.nothingOwed ? [bar('DUNLIN-PAID', [])] : []),
    ...(bars.tellsThirdParty ? [bar('DUNLIN-THIRD-PARTY', ['relation-known'])] : []),
    ...(['unverified', 'valid'].includes(bars.pointState)
      ? []
      : [bar('DUNLIN-POINT', ['contact-point-verified'])]),
  ];
  if (found.length === 0) return decision;
  return {
    ...decision,
    permitted: false,
    reasons: [...decision.reasons, ...found],
    nextPermittedAt: null,
    nextKind: decision.nextKind === 'never' ? 'never' : 'on_condition',
    releasing: [
      ...new Set([...decision.releasing, ...found.flatMap(({ releasing }) => releasing)]),
    ],
  };
}
