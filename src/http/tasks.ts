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
export function mountTasks(context: HttpContext): void {
  mount(context, tasks.listTasks, (app, actor, input) =>
    listTasks(app, actor, {
      kind: input.kind ?? null,
      queue: input.queue ?? null,
      mine: input.mine === 'true',
      page: input.page,
    }),
  );
  mount(context, tasks.readTask, readTask);
  mount(context, tasks.claimTask, claimTask);
  mount(context, tasks.finishTask, finishTask);
  mount(context, tasks.recordSent, recordSent);
  mount(context, strategy.recordKeyEvent, recordKeyEvent);
  mount(context, strategy.resolveKeyEvent, resolveKeyEvent);
}
