import { readPoint, type TypedPointKind } from '#domain/contact/read-point.ts';
import { zonesOfPhone } from '#domain/gate/places/zones.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { insertPoint, type KnownPoint, knownPoint } from '#storage/calls/people.ts';
import { isPartyOf, pointOwned, updatePoint } from '#storage/cases/parties.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { suppressPoints } from '#usecases/privacy/steps/suppress-points.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';
import { keepReason } from './steps/keep-reason.ts';

/** Whose a point of contact is and where. */
type PointTold = {
  readonly caseId: string;
  /** Null: the customer's own. */
  readonly partyId: string | null;
  readonly place: 'home' | 'work' | null;
  readonly employerProvided: boolean;
};

/**
 * A number or address from the file of the client, of the customer or of somebody tied to them.
 * One that the book has stays what it is. Throws `not-found` for a party that does not stand,
 * `step-missing` for a known one that would become somebody else's: that is a correction, with why.
 */
export async function addContactPoint(
  app: App,
  actor: Actor,
  input: PointTold & { readonly kind: TypedPointKind; readonly value: string },
) {
  const { caseId, partyId, employerProvided } = input;
  const { portfolioId, customerId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  const { portfolio } = await placeOf(app, app.db, portfolioId);
  const { kind, value } = readPoint(input, portfolio.country);
  const isPhone = kind === 'mobile' || kind === 'landline';
  return inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    await checkParty(tx, customerId, partyId);
    const known = await knownPoint(tx, customerId, value);
    if (known) return { contactPointId: asKnown(known, input) };
    const contactPointId = app.newId();
    await insertPoint(tx, {
      ...{ id: contactPointId, customerId, tenantId: app.tenantId, kind, value },
      ...{ place: input.place, zones: isPhone ? [...zonesOfPhone(value)] : [] },
      ...{ partyId, employerProvided, source: 'office', createdAt: now(app) },
    });
    await suppressPoints(app, tx, [{ customerId, id: contactPointId, value }]);
    const facts = { contactPointId, kind, partyId };
    await logOnCase(app, tx, { caseId, customerId, portfolio }, actor.userId, recorded, facts);
    return { contactPointId };
  });
}

function asKnown(known: KnownPoint, { partyId, employerProvided }: PointTold): string {
  if (known.partyId === partyId && known.employerProvided === employerProvided) return known.id;
  throw new Refusal('step-missing', { needs: 'correct-known-point' });
}

const recorded = 'contact-point.recorded' as const;

/**
 * Corrects whose a point of contact is, where, and whether the employer provided it; why becomes a
 * note on the case.
 */
export async function setContactPoint(
  app: App,
  actor: Actor,
  input: PointTold & { readonly contactPointId: string; readonly why: string },
) {
  const { caseId, partyId, contactPointId, place, employerProvided, why } = input;
  const { portfolioId, customerId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  const portfolio = { id: portfolioId };
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    await checkParty(tx, customerId, partyId);
    const told = { partyId, place, employerProvided };
    const before = await pointOwned(tx, { customerId, contactPointId });
    if (!before) throw new Refusal('not-found', { thing: 'contact-point', id: contactPointId });
    await updatePoint(tx, { customerId, contactPointId }, told);
    const at = { caseId, customerId, portfolio };
    const noteId = await keepReason(app, tx, at, actor, why);
    const was = {
      ...{ wasPartyId: before.partyId, wasPlace: before.place },
      wasEmployerProvided: before.employerProvided,
    };
    const facts = { contactPointId, ...told, ...was, noteId };
    await logOnCase(app, tx, at, actor.userId, 'contact-point.set', facts);
  });
  return { done: true as const };
}

async function checkParty(tx: Tx, customerId: string, partyId: string | null): Promise<void> {
  if (partyId === null || (await isPartyOf(tx, customerId, partyId))) return;
  throw new Refusal('not-found', { thing: 'party', id: partyId });
}
