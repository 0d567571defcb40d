import { event } from '#domain/events/event.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { freeFromTaken } from '#storage/intake/earlier-entries.ts';
import { endImportedConsents, peopleWithConsentsOf } from '#storage/intake/import-consents.ts';
import {
  bookedBy,
  dropEntries,
  isEntryDecided,
  obstacleTo,
  undoBook,
} from '#storage/intake/import-undo.ts';
import { type ImportRow, lockImport, setTakenBack } from '#storage/intake/imports.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import { reverseBooking } from '#usecases/ledger/steps/reverse-booking.ts';
import { factEvent } from '#usecases/record-event.ts';
import { importFor } from './steps/import-access.ts';

/**
 * Takes a whole import back while nothing was done with what it brought. A book vanishes with its
 * postings; payments are reversed, as the books forget nothing that was money, and consents end now,
 * as decisions may rest on them. Throws `cannot-undo` with the reason.
 */
export async function undoImport(
  app: App,
  actor: Actor,
  { importId }: { importId: string },
): Promise<{ done: true }> {
  const { state } = await importFor(app, actor, importId);
  if (state !== 'done') throw new Refusal('cannot-undo', { thing: 'import', reason: 'not-done' });
  await app.db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, importId);
    if (row?.state !== 'done' || row.dryRun) {
      throw new Refusal('cannot-undo', { thing: 'import', reason: 'not-done' });
    }
    if (row.remainsErasedAt) {
      throw new Refusal('cannot-undo', { thing: 'import', reason: 'erased' });
    }
    if (row.kind === 'book') await undoBookImport(tx, row);
    else if (row.kind === 'consents') await undoConsents(app, tx, actor, row);
    else await undoMoneyImport(app, tx, row);
    await setTakenBack(tx, importId, now(app));
    await logTakenBack(app, tx, actor, row);
  });
  return { done: true };
}

async function undoBookImport(tx: Tx, row: ImportRow): Promise<void> {
  const obstacle = await obstacleTo(tx, row.id, row.portfolioId);
  if (obstacle) throw new Refusal('cannot-undo', { thing: 'import', reason: obstacle });
  await undoBook(tx, row.id);
}

async function undoConsents(app: App, tx: Tx, actor: Actor, row: ImportRow): Promise<void> {
  allow(actor, 'fact.record', row.portfolioId);
  for (const id of await peopleWithConsentsOf(tx, row.id)) await lockPeople(tx, id);
  const at = now(app);
  const times = { occurredAt: at, receivedAt: at, recordedAt: at };
  const ended = await endImportedConsents(tx, row.id, at, actor.userId);
  await append(
    tx,
    ended.map(({ id, customerId, kind }) => {
      const about = {
        customerId,
        caseId: null,
        portfolioId: row.portfolioId,
        userId: actor.userId,
      };
      return factEvent(app, about, 'consent.revoked', times, { consentId: id, consent: kind });
    }),
  );
  const people = new Map(ended.map(({ customerId, id }) => [customerId, id]));
  for (const [customerId, id] of people) {
    await recheckDecisions(app, tx, { people: [customerId] }, at, { kind: 'fact', id });
  }
}

async function undoMoneyImport(app: App, tx: Tx, row: ImportRow): Promise<void> {
  const { payments, credits } = await bookedBy(tx, row.id);
  if (credits > 0) throw new Refusal('cannot-undo', { thing: 'import', reason: 'credits-booked' });
  if (await isEntryDecided(tx, row.id)) {
    throw new Refusal('cannot-undo', { thing: 'import', reason: 'entry-decided' });
  }
  for (const paymentId of payments) {
    await reverseBooking(app, tx, {
      paymentId,
      reason: 'import-taken-back',
      reasonCode: null,
    });
  }
  await freeFromTaken(tx, row.id);
  await dropEntries(tx, row.id);
}

async function logTakenBack(app: App, tx: Tx, actor: Actor, row: ImportRow): Promise<void> {
  const at = now(app);
  await append(tx, [
    event(
      'import.taken-back',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId: row.portfolioId,
        customerId: null,
        caseId: null,
        occurredAt: at,
        recordedAt: at,
        actorId: actor.userId,
      },
      { importId: row.id, kind: row.kind },
    ),
  ]);
}
