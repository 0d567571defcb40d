import type { ConversationRow } from '#storage/calls/conversations.ts';
import { insertFact, wrongNumberFacts } from '#storage/contact-log/contact-facts.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { factEvent } from '#usecases/record-event.ts';

/**
 * Keeps with its time, as a raw fact, that a number was found to be somebody else's, or that it is
 * the person's after all: counts follow it, and the past can be judged by it. In the caller's
 * transaction, under the lock of the conversation.
 */
export async function reportWrongNumber(
  app: App,
  tx: Tx,
  conversation: ConversationRow,
  userId: string,
  report: { readonly contactPointId: string; readonly isWrong: boolean },
): Promise<void> {
  const { contactPointId, isWrong } = report;
  const people = await groupOf(tx, conversation.customerId);
  const inForce = await wrongNumberFacts(tx, people, contactPointId);
  if (isWrong) {
    if (inForce.length === 0) await keep(app, tx, conversation, userId, contactPointId, null);
    return;
  }
  for (const earlier of inForce) {
    const factId = await keep(app, tx, conversation, userId, contactPointId, earlier.id);
    const cause = { kind: 'fact', id: factId } as const;
    await recheckDecisions(app, tx, { people }, earlier.occurredAt, cause);
  }
}

async function keep(
  app: App,
  tx: Tx,
  { customerId, caseId, portfolio }: ConversationRow,
  userId: string,
  contactPointId: string,
  withdraws: string | null,
): Promise<string> {
  const at = now(app);
  const times = { occurredAt: at, receivedAt: at, recordedAt: at };
  const factId = app.newId();
  const place = { customerId, caseId, portfolioId: portfolio.id };
  await insertFact(tx, {
    ...{ ...place, ...times, id: factId, tenantId: app.tenantId, withdraws },
    ...{ kind: 'wrong_party', details: withdraws === null ? { address: contactPointId } : {} },
    ...{ recordedBy: userId, source: 'desk', evidenceRef: null, transferable: true },
  });
  const as = withdraws === null ? null : ('withdrawn' as const);
  const facts = { factId, fact: 'wrong_party' as const, as };
  await append(tx, [factEvent(app, { ...place, userId }, 'fact.recorded', times, facts)]);
  return factId;
}
