import { refusedPromiseTask } from '#domain/contact/promised-calls.ts';
import { openCaseTask } from '#storage/cases/move.ts';
import type { DueCallback } from '#storage/desk/callbacks.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now, type Tx, today } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** A promised call that the rules refuse without an end is not made: somebody is to say so. */
export async function tellRefusedPromise(
  app: App,
  tx: Tx,
  { id: callbackId, dueAt, customerId, caseId }: DueCallback,
  portfolio: PortfolioRow,
): Promise<void> {
  const taskId = app.newId();
  await openCaseTask(tx, {
    ...{ id: taskId, customerId, caseId, tenantId: app.tenantId, portfolioId: portfolio.id },
    ...{ kind: refusedPromiseTask, queue: 'supervisors', details: { promisedCallAt: dueAt } },
    ...{ dueOn: today(app, portfolio.zone), openedAt: now(app) },
  });
  const told = { callbackId, dueAt, because: 'rules', holdId: null, taskId } as const;
  await logOnCase(app, tx, { customerId, caseId, portfolio }, null, 'callback.ended', told);
}
