import { namedPlacesOf } from '#domain/gate/places/place-names.ts';
import { unreadPlace } from '#domain/gate/places/regions.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { isCountry } from '#kernel/country.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addressOf, putAddress } from '#storage/cases/addresses.ts';
import { insertNote } from '#storage/cases/notes.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';

/** Where a customer lives, as somebody corrects it. */
export type CorrectedAddress = {
  readonly caseId: string;
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  /** The clock there, as the customer confirmed it; null: read from the place. */
  readonly confirmedZone: string | null;
  /** What shows that the book was wrong. */
  readonly why: string;
};

/** The address of the customer of a case, for who may correct it, with what of it cannot be read. */
export async function readAddress(app: App, actor: Actor, { caseId }: { readonly caseId: string }) {
  const ref = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', ref.portfolioId);
  const address = await addressOf(app.db, ref.customerId);
  assert(address, 'a case has its customer');
  return { ...address, readings: [...namedPlacesOf(address)], unread: unreadPlace(address) };
}

/**
 * Corrects where a customer lives and which clock they confirmed: the law, the hours and the holidays of
 * the next question to the gate follow it. The reason is a note. Throws `invalid-input` for a country there is none and for a place
 * that still cannot be read, `not-found`, `not-allowed`.
 */
export async function correctAddress(app: App, actor: Actor, input: CorrectedAddress) {
  const { caseId, why, ...told } = input;
  const { confirmedZone, ...address } = told;
  const ref = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', ref.portfolioId);
  assert(actor.userId, 'only people correct');
  const by = actor.userId;
  const unread = isCountry(address.country) ? unreadPlace(address) : null;
  const problems = [
    ...(isCountry(address.country) ? [] : [{ path: 'country', message: 'unknown-country' }]),
    ...(unread === null ? [] : [{ path: 'region', message: 'unread-region' }]),
  ];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  const { portfolio } = await placeOf(app, app.db, ref.portfolioId);
  return inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [ref.customerId]);
    const before = await addressOf(tx, ref.customerId);
    assert(before, 'a case has its customer');
    const parts = ['country', 'region', 'city', 'postalCode'] as const;
    const moved = parts.filter((part) => before[part] !== address[part]);
    // What was confirmed at the old address says nothing of the new one.
    const isStale = moved.length > 0 && confirmedZone === before.confirmedZone;
    const zone = isStale ? null : confirmedZone;
    const changed = zone === before.confirmedZone ? moved : [...moved, 'confirmedZone' as const];
    if (changed.length === 0) return { changed: 0 };
    await putAddress(tx, ref.customerId, { ...address, confirmedZone: zone });
    const noteId = app.newId();
    await insertNote(tx, {
      ...{ id: noteId, customerId: ref.customerId, tenantId: app.tenantId, caseId },
      ...{ conversationId: null, restricted: false, words: why },
      ...{ writtenAt: now(app), writtenBy: by },
    });
    const facts = { changed, noteId };
    await logOnCase(app, tx, { ...ref, portfolio }, by, 'case.address-corrected', facts);
    return { changed: changed.length };
  });
}
