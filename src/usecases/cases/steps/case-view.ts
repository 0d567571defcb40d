import { ages } from '#domain/cases/entry.ts';
import { blocksOf } from '#domain/cases/holds.ts';
import { maskedPoint, maskedReference } from '#domain/contact/masks.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import { privateHolds } from '#domain/events/private-lines.ts';
import { namedPlacesOf } from '#domain/gate/places/place-names.ts';
import { whereaboutsIn, zonesOfStay } from '#domain/gate-facts/whereabouts.ts';
import { proposedChargingDay } from '#domain/key-events/charging-day.ts';
import { costsSoFar } from '#domain/key-events/costs-so-far.ts';
import { rankOf, type WordFacts, withAge } from '#domain/queue/rank-lines.ts';
import { freeAdviceIn } from '#domain/strategy/free-advice.ts';
import { seesDebt, seesVulnerability } from '#domain/workforce/debt-access.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import { type DebtRow, debtRow } from '#storage/cases/debt-row.ts';
import { ownConversations } from '#storage/cases/own-conversations.ts';
import { type CaseViewRow, caseViewRow } from '#storage/cases/read.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { type App, type Db, now, today } from '#usecases/app.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';
import { accountView } from './account-view.ts';
import { type CaseFile, readCaseFile } from './case-file.ts';

/** One case as a desk shows it; its debt only when the actor may see it now. */
export async function caseView(app: App, db: Db, actor: Actor, ref: CaseRef) {
  const [row, own] = await Promise.all([
    caseViewRow(db, ref, now(app)),
    actor.userId ? ownConversations(db, actor.userId) : [],
  ]);
  if (!row) throw new Refusal('not-found', { thing: 'case', id: ref.caseId });
  const shows = seesDebt(actor, own, row);
  const told = seesVulnerability(actor, own, row);
  const isVulnerable = row.vulnerable || row.holds.some(({ kind }) => kind === 'vulnerable');
  const talk = own.find(({ caseId }) => caseId === row.caseId);
  const only = talk?.accounts ?? null;
  const isTrained = may(actor, 'vulnerable.work', row.portfolioId);
  return {
    ...headOf(row, told, shows),
    // Its points follow from amount and age: whoever reads them reads the debt.
    rank: shows
      ? withAge(
          rankOf(row.priorityWhy),
          only === null ? row.oldestDueOn : null,
          today(app, row.portfolioZone),
        )
      : [],
    customer: {
      id: row.customerId,
      name: row.customerName,
      reference: shows ? row.customerReference : maskedReference(row.customerReference),
      kind: row.customerKind,
      language: row.language,
      places: [...namedPlacesOf(row)],
      zones: zonesOf(row),
      whereabouts: whereaboutsOf(row),
      vulnerable: isVulnerable && told,
      // Whoever is not trained learns, once it is the right person, only to hand over.
      forSpecialist: isVulnerable && shows && !isTrained,
      // Life comes first: told to everybody, and nothing of any debt with it.
      danger: row.danger,
    },
    scriptParts: [
      ...scriptParts(app.gate.packs, {
        ...{ collectorRole: row.collectorRole, customerKind: row.customerKind, home: row },
      }),
    ],
    parties: row.parties.map((party) => (shows ? party : unnamed(party, talk?.partyId ?? null))),
    notTaken: [...row.notTaken],
    contactPoints: row.points.map(({ value, zones: _, lastSuccessAt, ...point }) => ({
      ...point,
      masked: maskedPoint(point.kind, value),
      lastSuccessAt: lastSuccessAt === null ? null : instantOf(msOf(lastSuccessAt)),
    })),
    holds: row.holds
      .filter(({ kind }) => (kind === 'vulnerable' ? told : shows || !isPrivateHold(kind)))
      .map((hold) => ({
        ...hold,
        // Typed by hand: it may tell anything.
        reason: shows ? openedWords(app, ref.customerId, hold.reason) : '',
        account: shows ? hold.account : null,
        blocks: [...blocksOf(hold.kind)],
        amount:
          hold.amount !== null && shows ? plainAmount(BigInt(hold.amount), row.currency) : null,
      })),
    advice: shows && row.customerKind === 'person' && isInTrouble(row, told) ? adviceOf(row) : null,
    debt: shows ? await debtView(app, db, ref, row, { only, told }) : null,
  };
}

const inTrouble: readonly string[] = ['hardship', 'vulnerable'];

/** Whether the reader knows of a trouble in which free advice is named. */
function isInTrouble(row: CaseViewRow, told: boolean): boolean {
  if (told && row.vulnerable) return true;
  return row.holds.some(({ kind }) => inTrouble.includes(kind) && (told || kind !== 'vulnerable'));
}

function adviceOf({ country }: CaseViewRow) {
  return freeAdviceIn(country) ?? { name: null, phone: null, web: null };
}

const isPrivateHold = (kind: string) => (privateHolds as readonly string[]).includes(kind);

/** The holds that stop the next action, as far as the reader may know them. */
function shownHolds(by: unknown, told: boolean, shows: boolean): string | undefined {
  const kinds = typeof by === 'string' ? by.split(/[\s,]+/).filter((kind) => kind !== '') : [];
  const open = kinds.filter((kind) =>
    kind === 'vulnerable' ? told : shows || !isPrivateHold(kind),
  );
  return open.length > 0 ? open.join(' ') : undefined;
}

function headOf(row: CaseViewRow, told: boolean, shows: boolean) {
  const why = row.nextActionWhy;
  const { by, ...others } = (why['facts'] as WordFacts | undefined) ?? {};
  const named = shownHolds(by, told, shows);
  const facts = named === undefined ? others : { ...others, by: named };
  return {
    id: row.caseId,
    portfolio: {
      id: row.portfolioId,
      name: row.portfolioName,
      kind: row.portfolioKind,
      currency: row.currency,
      collectorRole: row.collectorRole,
    },
    creditorName: row.creditorName,
    state: row.state,
    eventType: row.eventType,
    tone: row.tone,
    step: row.step,
    nextAction: row.nextAction,
    nextActionAt: row.nextActionAt,
    nextActionWhy: typeof why['code'] === 'string' ? { code: why['code'], facts } : null,
    priorityTier: row.priorityTier,
    owner: row.ownerName,
    queue: row.queue,
    lateReason: shows ? row.lateReason : null,
  };
}

function zonesOf(row: CaseViewRow): string[] {
  const now = whereaboutsOf(row);
  const there = now === null ? [] : zonesOfStay(now);
  return [...new Set([...homeZones(row), ...there])];
}

function homeZones(row: CaseViewRow): string[] {
  if (row.confirmedZone) return [row.confirmedZone];
  const own = row.points.filter(({ partyId }) => partyId === null);
  const zones = [...new Set(own.flatMap((point) => point.zones))];
  return zones.length > 0 ? zones : [row.portfolioZone];
}

/** Where they said that they are, while it stands. */
function whereaboutsOf({ whereabouts: said }: CaseViewRow) {
  if (said === null) return null;
  const { place, country, region, until } = whereaboutsIn(said.details);
  return { id: said.id, place, country, region, until };
}

/**
 * Somebody tied to the customer as they are shown before the right person is verified: whose number
 * is called is asked for by name, and of the others nothing is said.
 */
function unnamed({ id, name, ended }: CaseViewRow['parties'][number], called: string | null) {
  const unsaid = { role: null, relation: null, note: null, accountId: null };
  return { id, ended, name: id === called ? name : null, ...unsaid };
}

async function debtView(
  app: App,
  db: Db,
  ref: CaseRef,
  head: CaseViewRow,
  { only, told }: { readonly only: readonly string[] | null; readonly told: boolean },
) {
  const debt = withinAccounts(await debtRow(db, ref), only);
  const file = await readCaseFile(app, db, ref);
  const on = today(app, head.portfolioZone);
  const plain = (minor: bigint | string) => plainAmount(BigInt(minor), head.currency);
  const money = (minor: bigint) => ({ amount: plain(minor), currency: head.currency });
  const owed = debt.items.filter(({ balance }) => BigInt(balance) > 0n);
  const total = owed.reduce((sum, { balance }) => sum + BigInt(balance), 0n);
  return {
    total: money(total),
    ...amountsOf(file, only, money),
    isHeld: file.stoppedBy.length > 0,
    heldBy: file.stoppedBy.filter((kind) => kind !== 'vulnerable' || told),
    onlyPart: only !== null,
    ...agesOf(owed, on),
    items: debt.items.map(({ enteredOn: _, accountId: __, ...item }) => ({
      ...item,
      held: file.heldItems.has(item.id),
      amount: plain(item.amount),
      balance: plain(item.balance),
      disputed: plain(item.disputed),
      daysOverdue: Math.max(
        0,
        ages({ dueOn: item.dueOn, issuedOn: null, enteredOn: null }, on).fromDue,
      ),
    })),
    accounts: debt.accounts.map((account) => accountView(app, account, head, on)),
    payDay: file.row.toldPayDay,
    methods: debt.methods.map(({ accountId: _, ...method }) => ({
      ...method,
      proposedDay:
        method.state === 'valid'
          ? proposedChargingDay(file.row.toldPayDay, method.chargingDay)
          : null,
    })),
    ...costsSoFar(debt.events),
    promises: debt.promises.map((promise) => ({
      ...promise,
      amount: plain(promise.amount),
      paid: plain(promise.paid),
      madeAt: instantOf(msOf(promise.madeAt)),
    })),
    plans: debt.plans.map((plan) => ({
      ...plan,
      total: plain(plan.total),
      instalments: plan.instalments.map((part) => ({
        ...part,
        amount: plain(part.amount),
        paid: plain(part.paid),
      })),
    })),
  };
}

function amountsOf<Money>(
  { overdueMinor, chaseableMinor, inHandMinor, likelyMinor, heldItems, row }: CaseFile,
  only: readonly string[] | null,
  money: (minor: bigint) => Money,
) {
  if (only === null) {
    return {
      overdue: money(overdueMinor),
      inHand: money(inHandMinor),
      likely: money(likelyMinor),
      chaseable: money(chaseableMinor),
    };
  }
  const items = row.items.filter(({ overdue, accountId }) => overdue && only.includes(accountId));
  const overdue = items.reduce((sum, { balance }) => sum + BigInt(balance), 0n);
  const disputed = items.reduce(
    (sum, { id, balance, disputed: part }) => sum + BigInt(heldItems.has(id) ? balance : part),
    0n,
  );
  const open = overdue - disputed;
  return {
    overdue: money(overdue),
    inHand: money(0n),
    likely: money(0n),
    chaseable: money(open < chaseableMinor ? open : chaseableMinor),
  };
}

/** What concerns some of the accounts of a case; agreements and events are of the whole case. */
function withinAccounts(debt: DebtRow, only: readonly string[] | null): DebtRow {
  if (only === null) return debt;
  const isTheirs = (accountId: string | null) => accountId !== null && only.includes(accountId);
  return {
    ...{ events: [], promises: [], plans: [] },
    items: debt.items.filter(({ accountId }) => isTheirs(accountId)),
    accounts: debt.accounts.filter(({ id }) => isTheirs(id)),
    methods: debt.methods.filter(({ accountId }) => isTheirs(accountId)),
  };
}

function agesOf(owed: DebtRow['items'], on: LocalDate) {
  const oldest = owed[0];
  const entered = owed.flatMap(({ enteredOn }) => enteredOn ?? []).sort()[0] ?? null;
  const age = oldest
    ? ages({ dueOn: oldest.dueOn, issuedOn: oldest.issuedOn, enteredOn: entered }, on)
    : { fromDue: 0, fromIssue: null, fromEntry: null };
  return {
    oldestDueOn: oldest?.dueOn ?? null,
    ages: { dueDays: age.fromDue, invoiceDays: age.fromIssue, entryDays: age.fromEntry ?? 0 },
  };
}
