import type { PartyRelation, PartyRole } from '#domain/parties/party-roles.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { accountCurrency } from '#storage/cases/debt-terms.ts';
import {
  endTie,
  insertParty,
  type PartyTold,
  partyTold,
  updateParty,
} from '#storage/cases/parties.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';
import { holdByFact } from './steps/fact-holds.ts';
import { keepReason } from './steps/keep-reason.ts';

/** Somebody tied to the customer of a case; `accountId` null ties them to all accounts. */
export type PartyInput = {
  readonly caseId: string;
  readonly role: PartyRole;
  readonly relation: PartyRelation | null;
  readonly name: string;
  readonly note: string | null;
  readonly accountId: string | null;
};

const done = { done: true as const };

/** Ties somebody to the customer of a case: the gate knows it with the commit. */
export async function addParty(app: App, actor: Actor, input: PartyInput) {
  const partyId = app.newId();
  await correct(app, actor, input.caseId, async (tx, place) => {
    await checkAccount(tx, place, input.accountId);
    await insertParty(tx, {
      ...toldIn(input),
      ...{ id: partyId, customerId: place.customerId, tenantId: app.tenantId },
      ...{ source: 'office', createdAt: now(app), recordedBy: actor.userId },
    });
    await logOnCase(app, tx, place, actor.userId, 'party.recorded', { partyId, role: input.role });
    if (input.role === 'attorney') await represented(app, tx, actor, place, input.name, false);
  });
  return { partyId };
}

/** Corrects what is said of a party; why becomes a note on the case. Throws `not-found` for one that does not stand. */
export async function changeParty(
  app: App,
  actor: Actor,
  input: PartyInput & { readonly partyId: string; readonly why: string },
) {
  const { partyId, why } = input;
  await correct(app, actor, input.caseId, async (tx, place) => {
    await checkAccount(tx, place, input.accountId);
    const of = { customerId: place.customerId, partyId };
    const before = await theirParty(tx, place, partyId);
    const after = toldIn(input);
    await updateParty(tx, of, after);
    const noteId = await keepReason(app, tx, place, actor, why, [
      [before.name, after.name],
      [before.note, after.note],
    ]);
    const { role, relation, accountId } = after;
    const was = {
      ...{ wasRole: before.role, wasRelation: before.relation },
      wasAccountId: before.accountId,
    };
    const facts = { partyId, role, relation, accountId, ...was, noteId };
    await logOnCase(app, tx, place, actor.userId, 'party.changed', facts);
    if (role === 'attorney') await represented(app, tx, actor, place, input.name, false);
    if (before.role === 'attorney') await represented(app, tx, actor, place, why, true);
  });
  return done;
}

/**
 * Ends a tie, with a reason: numbers of that party are nobody's that is known from then on. Throws
 * `not-found` for one that does not stand.
 */
export async function endParty(
  app: App,
  actor: Actor,
  input: { readonly caseId: string; readonly partyId: string; readonly why: string },
) {
  const { partyId } = input;
  await correct(app, actor, input.caseId, async (tx, place) => {
    const end = { at: now(app), by: actor.userId, reason: input.why };
    const told = await theirParty(tx, place, partyId);
    if (!(await endTie(tx, { customerId: place.customerId, partyId }, end))) {
      throw new Refusal('not-found', { thing: 'party', id: partyId });
    }
    await logOnCase(app, tx, place, actor.userId, 'party.ended', { partyId });
    if (told.role === 'attorney') await represented(app, tx, actor, place, input.why, true);
  });
  return done;
}

/** An attorney on file holds what the person owes, until no attorney is left. */
function represented(
  app: App,
  tx: Tx,
  actor: Actor,
  { people }: CorrectedPlace,
  source: string,
  isWithdrawn: boolean,
): Promise<void> {
  const fact = { people, kind: 'attorney', source, debts: null, isWithdrawn };
  const mayLift = (portfolioId: string) => may(actor, 'case.correct', portfolioId);
  return holdByFact(app, tx, actor.userId, { ...fact, mayLift });
}

type CorrectedPlace = {
  readonly caseId: string;
  readonly customerId: string;
  /** All records of the person. */
  readonly people: readonly string[];
  readonly portfolio: { readonly id: string };
};

async function correct(
  app: App,
  actor: Actor,
  caseId: string,
  work: (tx: Tx, place: CorrectedPlace) => Promise<void>,
): Promise<void> {
  const { portfolioId, customerId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  await inRetriedTransaction(app.db, async (tx) => {
    const people = await lockPeople(tx, customerId);
    await work(tx, { caseId, customerId, people, portfolio: { id: portfolioId } });
  });
}

async function checkAccount(tx: Tx, place: CorrectedPlace, accountId: string | null) {
  if (accountId === null || (await isOnPortfolio(tx, place, accountId))) return;
  throw new Refusal('not-found', { thing: 'account', id: accountId });
}

/** A party that stands: whoever is tied to an account of another portfolio is not this case's to change. */
async function theirParty(tx: Tx, place: CorrectedPlace, partyId: string): Promise<PartyTold> {
  const told = await partyTold(tx, { customerId: place.customerId, partyId });
  const { accountId = null } = told ?? {};
  const isTheirs = accountId === null || (await isOnPortfolio(tx, place, accountId));
  if (!told || !isTheirs) throw new Refusal('not-found', { thing: 'party', id: partyId });
  return told;
}

const isOnPortfolio = async (
  tx: Tx,
  { customerId, portfolio }: CorrectedPlace,
  accountId: string,
): Promise<boolean> =>
  (await accountCurrency(tx, { customerId, accountId, portfolioId: portfolio.id })) !== undefined;

function toldIn({ role, relation, name, note, accountId }: PartyInput): PartyTold {
  return { role, relation: role === 'third_party' ? relation : null, name, note, accountId };
}
