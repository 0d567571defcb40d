import { type EventType, type SubReason, usualFault } from '#domain/key-events/events.ts';
import { defaultReturnCodes } from '#domain/key-events/return-codes.ts';
import { pickWeighted } from '#domain/simulation/persona.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { type Book, between, daysFrom, type ExamplePortfolio, owned, pick } from '../book/book.ts';
import type { Account } from '../book/debts.ts';
import { drawCharacter } from '../people/characters.ts';
import type { Debtor } from '../people/people.ts';
import { log, overdueOf, type Play, runMs } from './play.ts';
import { enterItems } from './play-money.ts';
import { move } from './play-moves.ts';
import { sendValidation } from './play-obligations.ts';

/** What brings customers in, by portfolio: relative weights. */
const eventWeights: Readonly<
  Record<ExamplePortfolio['line'], Readonly<Partial<Record<EventType, number>>>>
> = {
  card: { D: 66, B: 22, A: 12 },
  energy: { B: 54, C: 12, A: 16, D: 18 },
  trade: { D: 100 },
};

/** Return codes of the example, the usual ones more often. */
const returnCodes = {
  card: ['51', '51', '51', '61', '05', '54', '41'],
  energy: ['0', '0', '0', '0', '1', '3', 'B'],
} as const;

const technicalCodes = ['5', '5', '6', '7', '8'] as const;

/** Opens the case of a debtor on a day, with the event that brought it in. */
export function openPlay(
  book: Book,
  portfolio: ExamplePortfolio,
  debtor: Debtor,
  account: Account,
  day: LocalDate,
): Play {
  const at = instantOf(runMs({ book, portfolio }, day));
  const play = emptyPlay(book, portfolio, debtor, account, day, at);
  enterItems(play, day);
  const event = eventRow(book, portfolio, debtor, account, day, at, play.caseId);
  play.events.push(event);
  const overdueMinor = overdueOf(play);
  log(play, 'case.opened', { on: day, by: 'key-event', overdueMinor });
  move(play, day, []);
  sendValidation(play);
  if (play.character === 'pays-by-letter') {
    const on = daysFrom(day, between(book.random, 6, 30));
    play.coming.push({ on, minor: overdueMinor * 2n, source: 'bank-transfer' });
  }
  return play;
}

function emptyPlay(
  book: Book,
  portfolio: ExamplePortfolio,
  debtor: Debtor,
  account: Account,
  day: LocalDate,
  at: string,
): Play {
  const nothing = {
    stateBefore: null,
    plan: null,
    agreedAt: null,
    closeReason: null,
    closedAt: null,
    lastConversationMs: null,
    ownerId: null,
    lateReason: null,
    presented: null,
    refusedAgainOn: null,
    task: null,
  };
  return {
    ...nothing,
    book,
    portfolio,
    debtor,
    account,
    character: drawCharacter(book.random),
    caseId: book.newId(),
    state: 'event',
    stateSince: at,
    step: 'classify',
    stepOn: day,
    stepCount: 0,
    action: 'wait',
    actionOn: day,
    openedAt: at,
    ms: Date.parse(at),
    broken: 0,
    upper: false,
    plans: [],
    coming: [],
    entering: enteringOf(portfolio, account),
    paid: [],
    events: [],
    holds: [],
    notices: [],
    promises: [],
    callbacks: [],
    attempts: [],
    preferences: [],
    facts: [],
    later: [],
    obligations: [],
  };
}

function enteringOf({ rules }: ExamplePortfolio, account: Account): Play['entering'] {
  return account.items
    .filter(({ balanceMinor }) => balanceMinor > 0n)
    .map((item) => ({ item, on: daysFrom(item.dueOn, rules.entry.graceDays + 1) }));
}

/** Writes a key event with its reason, fault and evidence; the method changes with it. */
export function eventRow(
  book: Book,
  portfolio: ExamplePortfolio,
  debtor: Debtor,
  account: Account,
  day: LocalDate,
  at: string,
  caseId: string | null,
): Play['events'][number] {
  const type = pickWeighted(book.random, eventWeights[portfolio.line]);
  const what = whatHappened(book, portfolio, type, account.method);
  const evidence: object = what.evidence;
  const row = {
    ...owned(book, debtor.customerId),
    id: book.newId(),
    portfolioId: portfolio.id,
    caseId,
    accountId: account.accountId,
    itemId: null,
    type,
    subReason: what.reason as string,
    fault: what.fault as string,
    reasonCode: what.code,
    source: type === 'D' ? 'daily-run' : 'bank-file',
    evidence: evidence as never,
    happenedOn: day,
    recordedAt: at,
    resolvedAt: null as string | null,
    resolution: null as string | null,
  };
  book.rows.keyEvents.push(row);
  return row;
}

function whatHappened(
  { random }: Book,
  { line }: ExamplePortfolio,
  type: EventType,
  method: Account['method'],
) {
  if (type === 'D') return told('D', 'unknown', null, {});
  if (type === 'A') {
    const isCard = line === 'card';
    const reason = pick(random, isCard ? (['card-expired', 'card-lost'] as const) : cancelReasons);
    Object.assign(method, { state: isCard ? 'expired' : 'cancelled' });
    return told('A', reason, null, {});
  }
  const scheme = line === 'card' ? 'card' : 'bacs';
  const codes = type === 'C' ? technicalCodes : returnCodes[line === 'card' ? 'card' : 'energy'];
  const code = pick<string>(random, codes);
  const row = defaultReturnCodes.find((one) => one.scheme === scheme && one.code === code);
  if (!row) throw new Error(`cannot happen: no return code ${scheme}:${code}`);
  if (!row.methodValid) method.state = 'failed';
  method.rejects = 1;
  const evidence = type === 'B' ? { methodValid: row.methodValid } : {};
  return { reason: row.reason, fault: row.fault, code: `${scheme}:${code}`, evidence };
}

const cancelReasons = ['cancelled-by-customer', 'account-moved', 'cancelled-by-bank'] as const;

function told(type: EventType, reason: SubReason, code: string | null, evidence: object) {
  return { reason, fault: usualFault(type, reason), code, evidence };
}
