import { dateIn, msOf } from '#kernel/time.ts';
import { debtsOn, insertFact } from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import {
  type AssignedCustomer,
  assignedCustomers,
  markAssigned,
  moveTransferNoted,
  type TransferToNote,
  takeTransferToNote,
} from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { createObligations } from '#usecases/obligations/steps/create-obligations.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { factEvent } from '#usecases/record-event.ts';

/** Customers written of in one transaction. */
const atOnce = 50;

const kind = 'credit_transferred';

/**
 * Writes on the records of some customers that their debts were assigned by a transfer, whether a case
 * is open, closed or none; where something is owed, with the duties the law of their place knows for
 * it, such as the notice of assignment. False when none waits.
 */
export async function noteAssignments(app: App): Promise<boolean> {
  return inRetriedTransaction(app.db, async (tx) => {
    const transfer = await takeTransferToNote(tx);
    if (!transfer) return false;
    const { id, portfolioId, notedTo } = transfer;
    const { zone } = await portfolioOf(app, portfolioId, tx);
    const people = await assignedCustomers(tx, portfolioId, notedTo, atOnce);
    await lockPeople(tx, ...people.map(({ customerId }) => customerId));
    for (const one of people) await note(app, tx, transfer, zone, one);
    await moveTransferNoted(tx, id, {
      notedTo: people.at(-1)?.customerId ?? notedTo,
      notedAt: people.length < atOnce ? now(app) : null,
    });
    return true;
  });
}

async function note(
  app: App,
  tx: Tx,
  { id: transferId, portfolioId, occurredAt, receivedAt }: TransferToNote,
  zone: string,
  { customerId, caseId, owes }: AssignedCustomer,
): Promise<void> {
  const factId = app.newId();
  const times = { occurredAt, receivedAt, recordedAt: now(app) };
  const place = { customerId, caseId, portfolioId };
  const debts = await debtsOn(tx, customerId, portfolioId);
  await insertFact(tx, {
    ...{ id: factId, tenantId: app.tenantId, ...place, ...times, kind, details: { debts } },
    ...{ recordedBy: null, source: 'transfer', evidenceRef: transferId, withdraws: null },
    transferable: true,
  });
  await markAssigned(tx, customerId, portfolioId, dateIn(zone, msOf(occurredAt)));
  const facts = { factId, fact: kind, as: null } as const;
  await append(tx, [factEvent(app, { ...place, userId: null }, 'fact.recorded', times, facts)]);
  if (caseId === null || !owes) return;
  const on = { customerId, caseId, portfolioId };
  await createObligations(app, tx, on, kind, `transfer:${transferId}`, msOf(occurredAt));
}
