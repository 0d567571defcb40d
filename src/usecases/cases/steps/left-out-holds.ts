import { leftOut, leftOutBefore } from '#storage/cases/left-out.ts';
import { endHold } from '#storage/cases/set-holds.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { placeHold } from './place-hold.ts';

/**
 * Lays what was left out of a transfer anew on the case that the day opened for it: the hold on the
 * ended case is lifted, so that the debt follows the transfer by one decision.
 */
export async function carryLeftOut(
  app: App,
  tx: Tx,
  scope: Scope,
  portfolio: Parameters<typeof logOnCase>[2]['portfolio'],
): Promise<void> {
  for (const left of await leftOutBefore(tx, scope)) {
    const { customerId, caseId, endedCaseId, holdId, reason, details, setBy } = left;
    await placeHold(app, tx, { customerId, caseId }, setBy, {
      ...{ kind: leftOut, words: reason, details, conversationId: null, as: null },
    });
    const ended = { customerId, caseId: endedCaseId };
    await endHold(tx, ended, holdId, { at: now(app), by: null, why: reason });
    const facts = { holdId, kind: leftOut } as const;
    await logOnCase(app, tx, { ...ended, portfolio }, null, 'hold.lifted', facts);
  }
}
