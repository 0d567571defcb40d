import type { CaseBars } from '#domain/contact/case-bars.ts';
import { coveringHolds } from '#domain/contact/hold-bars.ts';
import type { GateRows } from '#domain/gate-facts/gate-rows.ts';
import type { PartyRelation, PartyRole } from '#domain/parties/party-roles.ts';
import { localIn } from '../book/book.ts';
import { holdOf, isOpen, type Play } from '../play/play.ts';

/** What the database would have told the gate of the person of a case at this point of its past. */
export function gateViewOf(play: Play): GateRows {
  const { debtor, attempts } = play;
  return {
    customer: debtor.home,
    conveyed: conveyedIn(attempts),
    otherPlaces: [],
    collectors: [
      {
        portfolioId: play.portfolio.id,
        ...{ collector: null, role: play.portfolio.collectorRole, kind: play.portfolio.kind },
        ...{ usesThirdPartyName: false, businessAssociate: null, actsFor: null },
      },
    ],
    parties: play.debtor.parties.map(({ id, accountId, role, relation, name, createdAt }) => ({
      ...{ id, accountId: accountId ?? null, role: role as PartyRole, createdAt, ended: false },
      ...{ name, relation: (relation ?? null) as PartyRelation | null },
    })),
    points: debtor.points.map(({ id, kind, value, place, state, zones, ...point }) => ({
      ...{ id, kind, value, zones: zones ?? [], partyId: point.partyId ?? null },
      employerProvided: point.employerProvided === true,
      ...{ place: place ?? null, state: state ?? 'unverified' },
    })),
    debts: [debtOf(play)],
    log: attempts.map(logEntry),
    facts: play.facts.map(({ id, kind, details, occurredAt, receivedAt }) => ({
      ...{ id, kind, occurredAt, receivedAt, withdraws: null, by: null },
      details: details as unknown as GateRows['facts'][number]['details'],
    })),
    preferences: play.preferences.map(({ id, kind, channel, details, givenAt }) => ({
      ...{ id, kind, channel: channel ?? null, pointId: null, givenAt, withdraws: null },
      details: details as unknown as GateRows['preferences'][number]['details'],
    })),
    consents: [],
    holds: standingHolds(play).map(({ id, caseId, kind, itemId, details, setAt }) => ({
      ...{ id, caseId, kind, accountId: null, itemId: itemId ?? null, amount: null, setAt },
      details: details as unknown as GateRows['holds'][number]['details'],
    })),
  };
}

function standingHolds({ holds }: Play) {
  return holds.filter(({ liftedAt }) => !liftedAt);
}

/** Bills that were out at this point of the past. */
function itemsOut({ account, portfolio, ms, book }: Play) {
  const { day } = localIn(book, portfolio.zone, ms);
  return account.items.filter(({ issuedOn }) => !issuedOn || issuedOn <= day);
}

function debtOf(play: Play): GateRows['debts'][number] {
  const { portfolio, account, debtor } = play;
  const owed = itemsOut(play).filter(({ balanceMinor }) => balanceMinor > 0n);
  const oldest = owed.map(({ dueOn }) => dueOn).sort()[0] ?? null;
  return {
    id: account.accountId,
    customerId: debtor.customerId,
    portfolioId: portfolio.id,
    product: portfolio.product,
    ...{ debtType: null, studentAccountGroup: null, limitationOn: null, endedAs: null },
    ...{ openedOn: account.openedOn, payments: [] },
    ...{ renewedOn: null, originatedMinor: null, currency: portfolio.currency },
    creditor: portfolio.creditorName,
    balance: Number(owed.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n)),
    oldestDueOn: oldest,
    defaultOn: oldest,
  };
}

function logEntry(attempt: Play['attempts'][number]): GateRows['log'][number] {
  return {
    id: attempt.id,
    at: attempt.attemptedAt,
    direction: attempt.direction,
    channel: attempt.channel,
    pointId: attempt.contactPointId ?? null,
    person: attempt.person ?? 'consumer',
    state: attempt.state,
    result: attempt.result ?? null,
    debts: attempt.debts ?? [],
    conversationDebts: attempt.conversationDebts ?? [],
    mode: attempt.mode ?? 'live_agent',
    ...{ purpose: attempt.purpose ?? null, inResponseTo: null, unsolicited: true },
    ...{ aboutDebt: attempt.aboutDebt ?? null, automated: attempt.automated ?? false },
    endedBy: attempt.endedBy ?? null,
    by: attempt.collector ?? null,
  };
}

/** What was said of debts so far, and in whose name. */
function conveyedIn(attempts: Play['attempts']): GateRows['conveyed'] {
  const about = attempts.filter(({ aboutDebt }) => aboutDebt === true);
  return about.map(({ debts, collector, person }) => ({
    ...{ debts: debts ?? [], by: collector ?? null },
    person: person ?? 'consumer',
  }));
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n);

const least = (one: bigint, other: bigint) => (one < other ? one : other);

/** What the case itself said about being contacted at this point of its past. */
export function barsOf(play: Play): CaseBars {
  const items = itemsOut(play).filter(({ caseId }) => caseId === play.caseId);
  const entered = items.filter(({ enteredCollectionOn }) => enteredCollectionOn);
  const overdue = sum(entered.map(({ balanceMinor }) => balanceMinor));
  const disputed = sum(
    entered.map((item) => least(BigInt(item.disputedMinor ?? 0), item.balanceMinor)),
  );
  const events = play.events.filter(({ resolvedAt }) => !resolvedAt);
  return {
    open: isOpen(play),
    placedOut: play.state === 'agency' || play.state === 'legal',
    technicalReturn: events.some(({ type }) => type === 'C'),
    coveredUntil: coveredUntil(play, overdue, disputed),
    paidInHand: false,
    allDisputed: overdue > 0n && disputed >= overdue,
    holds: coveringHolds(
      standingHolds(play).map((row) => ({
        hold: holdOf(row),
        lettersOpen: row.kind === 'stop-contact',
      })),
      entered
        .filter(({ balanceMinor }) => balanceMinor > 0n)
        .map(({ id, accountId, balanceMinor }) => ({
          itemId: id,
          accountId,
          openMinor: balanceMinor,
        })),
    ),
    nothingOwed: items.every(({ balanceMinor }) => balanceMinor === 0n) && events.length === 0,
  };
}

function coveredUntil(play: Play, overdue: bigint, disputed: bigint): string | null {
  const promised = play.promises.filter(({ state }) => state === 'open');
  const planned = play.plans
    .filter(({ row }) => ['approved', 'active'].includes(row.state))
    .flatMap(({ parts }) => parts.filter(({ state }) => ['open', 'late'].includes(state)));
  const open = (rows: readonly { amountMinor: unknown; paidMinor?: unknown }[]) =>
    sum(rows.map((row) => BigInt(String(row.amountMinor)) - BigInt(String(row.paidMinor ?? 0))));
  if (overdue === 0n || open(promised) + open(planned) < overdue - disputed) return null;
  const dates = promised.length > 0 ? promised : planned;
  return dates.map(({ dueOn }) => dueOn).sort()[0] ?? null;
}

/** Whether nothing but hours and caps could stand against a call; the gate itself need not be asked. */
export function isFree(play: Play): boolean {
  if (standingHolds(play).length > 0 || play.preferences.length > 0) return false;
  const { open, placedOut, technicalReturn, coveredUntil, allDisputed, nothingOwed } = barsOf(play);
  return (
    open && !placedOut && !technicalReturn && coveredUntil === null && !allDisputed && !nothingOwed
  );
}
