import { holdTerms } from '#domain/contact/hold-terms.ts';
import { refreshHoldReview } from '#storage/cases/holds.ts';
import { openCaseTask } from '#storage/cases/move.ts';
import type { FactTimes } from '#storage/contact-log/contact-facts.ts';
import { raiseAlarm } from '#storage/gate/alarms.ts';
import { makeUrgent } from '#storage/tasks/urgent.ts';
import { type App, now, type Tx, today } from '#usecases/app.ts';
import { type ClaimPlace, keepClaim } from './keep-claim.ts';

const { task, queue } = holdTerms.vulnerable;

/**
 * What follows at once from words that may speak of suicide, self-harm or danger: only people trained
 * for it may contact the customer (the hold of vulnerability, from receipt), its review is due today and
 * first of all tasks, and an alarm rings. The desk and the floor show it until a person has read the
 * words. FCA FG21/1 2.17, 4.2; UK GDPR art. 9(2)(c). Nothing of the words is kept here.
 */
export async function takeDanger(
  app: App,
  tx: Tx,
  from: ClaimPlace,
  refusalId: string,
  times: FactTimes,
): Promise<void> {
  const { customerId, caseId, portfolioId } = from;
  const claim = { kind: 'vulnerable', details: {}, debts: null, refusalId } as const;
  await keepClaim(app, tx, from, claim, times);
  const at = now(app);
  if (caseId !== null && portfolioId !== null) {
    const dueOn = today(app, 'UTC');
    if (!(await makeUrgent(tx, { customerId, caseId }, task, dueOn))) {
      await openCaseTask(tx, {
        ...{ customerId, caseId, portfolioId, tenantId: app.tenantId, id: app.newId() },
        ...{ kind: task, queue, details: { urgent: true }, dueOn, openedAt: at },
      });
    }
    await refreshHoldReview(tx, customerId, caseId);
  }
  await raiseAlarm(tx, {
    ...{ id: app.newId(), tenantId: app.tenantId, kind: 'danger-told', key: caseId ?? refusalId },
    ...{ portfolioId, caseId, details: {}, at },
  });
}
