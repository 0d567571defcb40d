/**
 * The states a case can be in, from current customer to closed file. A hold is not a state: it
 * lies over one (`holds.ts`). The order is the usual way up the ladder.
 */
export const caseStates = [
  'watch',
  'event',
  'service',
  'requested',
  'working',
  'promised',
  'plan',
  'warned',
  'restricted',
  'final',
  'review',
  'agency',
  'legal',
  'woff-proposed',
  'written-off',
  'closed',
] as const;

/** One of `caseStates`. */
export type CaseState = (typeof caseStates)[number];

/** Why a closed case is closed. `error` leaves no mark on the customer. */
export const closeReasons = [
  'paid',
  'cured',
  'credited',
  'settled',
  'error',
  'small-balance',
  'uncollectible',
] as const;

/** One of `closeReasons`. */
export type CloseReason = (typeof closeReasons)[number];

/** Where the case counts on the work-in-process board; `none` counts on no column. */
export type WipStage =
  | 'none'
  | 'in-arrears'
  | 'service'
  | 'initial-letter'
  | 'agreed'
  | 'warned-before-stop'
  | 'stopped'
  | 'warned-before-legal'
  | 'awaiting-transfer'
  | 'outside';

/** What is true of every case in a state. */
export type StateFacts = {
  /** What the state means, in one line of English for the documentation. */
  readonly meaning: string;
  readonly wipStage: WipStage;
  /** An open case must have a next action; a file that is written off or closed need not. */
  readonly open: boolean;
  /** Another party owns contact with the customer: the centre's own contacts stop. */
  readonly outside: boolean;
};

const inside = { open: true, outside: false } as const;

/** The facts of each state. Service is shown apart on the board, never as delinquency. */
export const stateFacts: Readonly<Record<CaseState, StateFacts>> = {
  watch: { meaning: 'current, preventive treatment only', wipStage: 'none', ...inside },
  event: {
    meaning: 'event or overdue debt, not yet classified',
    wipStage: 'in-arrears',
    ...inside,
  },
  service: { meaning: 'no-fault treatment running', wipStage: 'service', ...inside },
  requested: { meaning: 'formal request (green)', wipStage: 'initial-letter', ...inside },
  working: { meaning: 'in a queue for contact', wipStage: 'in-arrears', ...inside },
  promised: { meaning: 'live promise', wipStage: 'agreed', ...inside },
  plan: { meaning: 'live plan or settlement', wipStage: 'agreed', ...inside },
  warned: { meaning: 'warning given (orange)', wipStage: 'warned-before-stop', ...inside },
  restricted: { meaning: 'service or supply limited', wipStage: 'stopped', ...inside },
  final: { meaning: 'last warning given (red)', wipStage: 'warned-before-legal', ...inside },
  review: { meaning: 'pre-legal decision by a person', wipStage: 'awaiting-transfer', ...inside },
  agency: { meaning: 'placed with an agency', wipStage: 'outside', open: true, outside: true },
  legal: { meaning: 'placed with a law firm', wipStage: 'outside', open: true, outside: true },
  'woff-proposed': {
    meaning: 'write-off proposed',
    wipStage: 'outside',
    open: true,
    outside: true,
  },
  'written-off': { meaning: 'written off', wipStage: 'outside', open: false, outside: true },
  closed: { meaning: 'closed with a reason', wipStage: 'none', open: false, outside: false },
};

/** The states of an open case. */
export const openStates: readonly CaseState[] = caseStates.filter((s) => stateFacts[s].open);

/** The steps that must be announced to the customer before they are taken. */
export const announcedStages = ['requested', 'warned', 'restricted', 'final', 'review'] as const;

/** One of `announcedStages`. */
export type AnnouncedStage = (typeof announcedStages)[number];
