import * as strategy from '#contract/strategy.ts';
import * as tasks from '#contract/tasks.ts';
import { recordKeyEvent } from '#usecases/key-events/record-key-event.ts';
import { resolveKeyEvent } from '#usecases/key-events/resolve-key-event.ts';
import { claimTask } from '#usecases/tasks/claim-task.ts';
import { finishTask } from '#usecases/tasks/finish-task.ts';
import { listTasks } from '#usecases/tasks/list-tasks.ts';
import { readTask } from '#usecases/tasks/read-task.ts';
import { recordSent } from '#usecases/tasks/record-sent.ts';
import { type HttpContext, mount } from './mount.ts';

/** Back-office tasks and key events. */
export function mountTasks(door: HttpContext): void {
  mount(door, tasks.listTasks, (app, actor, input) =>
    listTasks(app, actor, {
      kind: input.kind ?? null,
      queue: input.queue ?? null,
      mine: input.mine === 'true',
      page: input.page,
    }),
  );
  mount(door, tasks.readTask, readTask);
  mount(door, tasks.claimTask, claimTask);
  mount(door, tasks.finishTask, finishTask);
  mount(door, tasks.recordSent, recordSent);
  mount(door, strategy.recordKeyEvent, recordKeyEvent);
  mount(door, strategy.resolveKeyEvent, resolveKeyEvent);
}
