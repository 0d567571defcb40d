import type { listTasks } from '#contract/tasks.ts';
import { officeWork } from '#domain/strategy/office-work.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import type { Words } from '#web/ui/words.ts';

/** An open task. */
export type Task = OutputOf<typeof listTasks>['tasks'][number];

/** What a kind of task is called; kinds of a rule of one's own are called by their name. */
export function taskWords(t: Words['t'], kind: string): string {
  return t([`task.kinds.${kind}`, 'task.kinds.other'], { kind: kind.replaceAll('-', ' ') });
}

/** Whether the task ends with something that goes out to the customer. */
export function isSent(task: Task): boolean {
  const { announces, effect, kind, outcomes } = task;
  return (
    announces !== null ||
    kind === 'resend-invoice' ||
    outcomes.includes('letter-sent') ||
    (effect !== null && officeWork[effect].does === 'letter')
  );
}

/** Whether the words of what a task sends are the operator's own, in a language that only they know. */
export const isInOwnWords = ({ announces, kind }: Pick<Task, 'announces' | 'kind'>): boolean =>
  announces !== null || kind === 'resend-invoice';
