import { addBusinessDays, type BusinessCalendar, businessDayFrom } from '#kernel/business-days.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { AgreedAction } from './case-snapshot.ts';
import type { HandedOver } from './office-work.ts';
import type { NextStep, ReasonWords } from './treatment.ts';

/** What happens next on a case and on which day. */
export type PlannedNext = Pick<NextStep, 'queue' | 'tone'> &
  Partial<Pick<NextStep, 'step' | 'fires' | 'announces' | 'objective'>> & {
    readonly action: NextStep['action'] | AgreedAction['action'];
    readonly on: LocalDate;
    /** The time of day that was agreed; null for the start of the day. */
    readonly at: Instant | null;
    readonly reasonWords: readonly ReasonWords[];
  };

/** Business days within which work handed over is to be done. */
const taskBusinessDays = 2;

const handedOver: readonly string[] = ['task', 'review', 're-present'];

/**
 * The task of a next action that is work of the office or of a supervisor and due now; null for
 * others. The review of a hold has a task of its own, and a review that a supervisor was asked for
 * stands on the floor.
 */
export function stepTask(
  next: PlannedNext,
  step: string,
  isAgreed: boolean,
  { today, calendar }: { readonly today: LocalDate; readonly calendar: BusinessCalendar },
): HandedOver | null {
  const { action, queue, reasonWords } = next;
  const isDue = isAgreed || next.on <= today;
  const [why] = reasonWords;
  if (!handedOver.includes(action) || !isDue || why?.code === 'held') return null;
  if (isAgreed && action === 'review') return null;
  const name = next.step ?? why?.code ?? step;
  return {
    kind: action === 're-present' ? 're-present' : name,
    queue: queue === 'system' ? 'back-office' : queue,
    // A charge is handed in on its day: later it misses the day that was chosen.
    dueOn:
      action === 're-present'
        ? businessDayFrom(today, calendar)
        : addBusinessDays(today, taskBusinessDays, calendar),
    details: isAgreed
      ? { why: reasonWords }
      : {
          step,
          action,
          fires: next.fires ?? null,
          announces: next.announces ?? null,
          why: reasonWords,
        },
  };
}
