import { isProtected, type KeyEvent } from '#domain/key-events/events.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { PersonDecision } from './guards.ts';
import { type Hold, holdProblems, nextReviewOn, standingHolds } from './holds.ts';
import type { Notice } from './notices.ts';
import { type CaseState, type CloseReason, stateFacts } from './states.ts';

/** A case as far as its clock and its honesty are concerned. */
export type CaseSnapshot = {
  readonly state: CaseState;
  readonly owner: string | null;
  readonly queue: string | null;
  readonly action: string | null;
  readonly actionOn: LocalDate | null;
  readonly holds: readonly Hold[];
  readonly notices: readonly Notice[];
  readonly events: readonly KeyEvent[];
  readonly closeReason: CloseReason | null;
  /** The decision that led into a state which only a person may decide; null otherwise. */
  readonly decision: PersonDecision | null;
};

/** What happens next on an open case, and on which day. */
export type PlannedAction = {
  readonly action: string;
  readonly on: LocalDate;
  /** `rescue` should never be seen: it is what keeps an orphan from being forgotten. */
  readonly from: 'plan' | 'hold' | 'rescue';
};

/**
 * The next action of a case: the planned one, else the review of its holds, else a review today.
 * Null only for a case that is closed or written off.
 */
export function nextAction(file: CaseSnapshot, today: LocalDate): PlannedAction | null {
  if (!stateFacts[file.state].open) return null;
  if (file.action !== null && file.actionOn !== null) {
    return { action: file.action, on: file.actionOn, from: 'plan' };
  }
  const reviewOn = nextReviewOn(file.holds);
  if (reviewOn !== null) return { action: 'review', on: reviewOn, from: 'hold' };
  return { action: 'review', on: today, from: 'rescue' };
}

/** What can be wrong with a case; each is a fault of the product, never of the customer. */
export type CaseProblem =
  | 'no-owner-or-queue'
  | 'owner-and-queue'
  | 'no-next-action'
  | 'hold-without-owner-or-review'
  | 'closed-without-reason'
  | 'closed-with-next-action'
  | 'open-with-close-reason'
  | 'stage-without-notice'
  | 'pressure-on-protected-event'
  | 'no-person-behind-decision';

/** A protected event pulls a case out of these; what stands beyond them is for a person to undo. */
const pressureStates: readonly CaseState[] = ['warned', 'final'];

const decidedStates: readonly CaseState[] = [
  'restricted',
  'agency',
  'legal',
  'woff-proposed',
  'written-off',
];

/**
 * The problems of a case; none means: one owner or queue, a dated next action or a hold under
 * review, a proven notice for its stage, no pressure on a protected event, a person behind each
 * decision only people may take. A protected event recorded today may still have to be acted on:
 * run after `nextStep` has fired what is due.
 */
export function checkCase(file: CaseSnapshot): CaseProblem[] {
  const found: [CaseProblem, boolean][] = stateFacts[file.state].open
    ? openProblems(file)
    : [
        ['closed-without-reason', file.closeReason === null],
        ['closed-with-next-action', file.action !== null],
      ];
  found.push(
    ['pressure-on-protected-event', isPressedWhileProtected(file)],
    ['no-person-behind-decision', decidedStates.includes(file.state) && !isDecided(file.decision)],
  );
  return found.flatMap(([problem, holds]) => (holds ? [problem] : []));
}

function openProblems(file: CaseSnapshot): [CaseProblem, boolean][] {
  const hasAction = file.action !== null && file.actionOn !== null;
  return [
    ['no-owner-or-queue', file.owner === null && file.queue === null],
    ['owner-and-queue', file.owner !== null && file.queue !== null],
    ['no-next-action', !hasAction && nextReviewOn(file.holds) === null],
    [
      'hold-without-owner-or-review',
      standingHolds(file.holds).some((hold) => holdProblems(hold).length > 0),
    ],
    ['open-with-close-reason', file.closeReason !== null],
    ['stage-without-notice', !isStageProven(file)],
  ];
}

function isStageProven(file: CaseSnapshot): boolean {
  if (file.state !== 'warned' && file.state !== 'restricted' && file.state !== 'final') return true;
  return file.notices.some(
    (notice) =>
      notice.announces === file.state &&
      notice.sentOn !== null &&
      Boolean(notice.recordedBy) &&
      notice.cancelledOn === null,
  );
}

function isPressedWhileProtected(file: CaseSnapshot): boolean {
  return pressureStates.includes(file.state) && file.events.some(isProtected);
}

function isDecided(decision: PersonDecision | null): boolean {
  return decision !== null && decision.by.trim() !== '' && decision.reason.trim() !== '';
}
