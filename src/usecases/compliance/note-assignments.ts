import { msOf } from '#kernel/time.ts';
import { debtsOn, insertFact } from '#storage/contact-log/contact-facts.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import {
  assignedCases,
  moveTransferNoted,
  type TransferToNote,
  takeTransferToNote,
} from '#storage/portfolios/portfolio-transfers.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { createObligations } from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';

/** Cases written in one transaction. */
const atOnce = 50;

const kind = 'credit_transferred';

/**
 * Writes on the records of some customers that their debts were assigned by a transfer, with the duties
 * the law of their place knows for it, such as the notice of assignment; false when none waits.
 */
export async function noteAssignments(app: App): Promise<boolean> {
  return inRetriedTransaction(app.db, async (tx) => {
    const transfer = await takeTransferToNote(tx);
    if (!transfer) return false;
    const { id, portfolioId, notedTo } = transfer;
    const cases = await assignedCases(tx, portfolioId, notedTo, atOnce);
    await lockPeople(tx, ...cases.map(({ customerId }) => customerId));
    for (const one of cases) await note(app, tx, transfer, { ...one, portfolioId });
    await moveTransferNoted(tx, id, {
      notedTo: cases.at(-1)?.customerId ?? notedTo,
      notedAt: cases.length < atOnce ? now(app) : null,
    });
    return true;
  });
}

async function note(
  app: App,
  tx: Tx,
  { id: transferId, occurredAt, receivedAt }: TransferToNote,
  place: { readonly customerId: string; readonly caseId: string; readonly portfolioId: string },
): Promise<void> {
  const factId = app.newId();
  const times = { occurredAt, receivedAt, recordedAt: now(app) };
  const debts = await debtsOn(tx, place.customerId, place.portfolioId);
  await insertFact(tx, {
    ...{ id: factId, tenantId: app.tenantId, ...place, ...times, kind, details: { debts } },
    ...{ recordedBy: null, source: 'transfer', evidenceRef: transferId, withdraws: null },
    transferable: true,
  });
  const facts = { factId, fact: kind, as: null } as const;
  const about = { ...place, userId: null };
  await append(tx, [factEvent(app, about, 'fact.recorded', times, facts)]);
  await createObligations(app, tx, place, kind, `transfer:${transferId}`, msOf(occurredAt));
}
