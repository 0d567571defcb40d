import type { Trigger } from '#domain/cases/triggers.ts';
import { ownValue } from '#kernel/own-value.ts';
import { holdLetterTasks } from './hold-letter-tasks.ts';

/** What somebody may say at the end of a task. */
export const taskOutcomes = [
  'done',
  'letter-sent',
  'not-possible',
  'approve',
  'refuse',
  'keep-in-house',
  'back-to-warning',
  'to-agency',
  'to-lawyer',
  'write-off',
  'recall',
  'returned',
  'nothing-left',
  'lift',
  'put-off',
] as const;

/** One of `taskOutcomes`. */
export type TaskOutcome = (typeof taskOutcomes)[number];

/** The end of a task that nobody chooses: its letter was refused because the case is closed. */
export const caseClosed = 'case-closed';

/** How a task may end in the log. */
export const taskEnds = [...taskOutcomes, caseClosed] as const;

/** One of `taskEnds`. */
export type TaskEnd = (typeof taskEnds)[number];

type Decisions = Readonly<Partial<Record<TaskOutcome, Trigger>>>;

/** What a person may decide at a review of the process, with the trigger that each decision is. */
export const decisionsOf: Readonly<Record<string, Decisions>> = {
  'approve-restriction': { approve: 'announced-date-reached' },
  'pre-legal-decision': {
    'keep-in-house': 'kept-in-house',
    'back-to-warning': 'returned-to-warning',
    'to-agency': 'placed-with-agency',
    'to-lawyer': 'placed-with-lawyer',
    'write-off': 'uneconomic',
  },
  'check-agency': { recall: 'recalled', returned: 'returned' },
  'check-law-firm': { recall: 'recalled', returned: 'returned', 'nothing-left': 'exhausted' },
  'approve-write-off': { approve: 'write-off-approved', refuse: 'write-off-refused' },
};

/** Tasks of a hold that may end with a letter. */
const withLetter: readonly string[] = holdLetterTasks;

/** A task as far as its ends are concerned. */
export type EndingTask = {
  readonly kind: string;
  readonly action: string | null;
  readonly holdId: string | null;
};

/** The ends a task may have: of a hold's review, of a decision, or of ordinary work. */
export function outcomesOf({ kind, action, holdId }: EndingTask): readonly TaskOutcome[] {
  if (holdId !== null) {
    return withLetter.includes(kind) ? ['letter-sent', 'lift', 'put-off'] : ['lift', 'put-off'];
  }
  const decisions = ownValue(decisionsOf, kind);
  if (decisions) {
    const own = taskOutcomes.filter((outcome) => decisions[outcome] !== undefined);
    return own.includes('refuse') ? own : [...own, 'refuse'];
  }
  return action === 'review' ? ['not-possible'] : ['done', 'not-possible'];
}

/** Outcomes that only a name and a reason make: they are worth nothing without. */
export const outcomesWithReason: readonly TaskOutcome[] = taskOutcomes.filter(
  (outcome) => !['done', 'letter-sent', 'put-off', 'not-possible'].includes(outcome),
);
