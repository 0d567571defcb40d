import { type Hold, type HoldKind, holdPart } from '#domain/cases/holds.ts';
import { type CaseState, stateFacts } from '#domain/cases/states.ts';
import { event } from '#domain/events/event.ts';
import type { EventKind, FactsFor } from '#domain/events/event-kinds.ts';
import type { PlannedNext } from '#domain/strategy/hand-over.ts';
import { type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import { type Book, clockAt, type ExamplePortfolio, owned } from '../book/book.ts';
import type { Account, ItemRow, Paid } from '../book/debts.ts';
import type { Asked } from '../contact/asked.ts';
import type { Character, Meeting } from '../people/characters.ts';
import type { Debtor, Phone } from '../people/people.ts';

type Rows = Book['rows'];

/** Money that somebody will pay on a day, unless the case is over before. */
export type Coming = { readonly on: LocalDate; readonly minor: bigint; readonly source: string };

/** One case while its past is played; everything that changes is in rows or here. */
export type Play = {
  readonly book: Book;
  readonly portfolio: ExamplePortfolio;
  readonly debtor: Debtor;
  readonly account: Account;
  readonly character: Character;
  readonly caseId: string;
  state: CaseState;
  stateBefore: CaseState | null;
  stateSince: Instant;
  step: string;
  stepOn: LocalDate;
  stepCount: number;
  /** Null when the case is over. */
  plan: PlannedNext | null;
  action: string | null;
  actionOn: LocalDate | null;
  /** A clock time that was agreed for the action. */
  agreedAt: Instant | null;
  closeReason: string | null;
  closedAt: Instant | null;
  openedAt: Instant;
  /** When the last thing happened: nothing may happen before it. */
  ms: number;
  lastConversationMs: number | null;
  ownerId: string | null;
  lateReason: string | null;
  broken: number;
  upper: boolean;
  presented: { readonly on: LocalDate; readonly times: number } | null;
  refusedAgainOn: LocalDate | null;
  task: Rows['tasks'][number] | null;
  plans: { row: Rows['plans'][number]; parts: Rows['planInstalments'][number][] }[];
  coming: Coming[];
  /** Items that will enter collection, and when. */
  entering: { readonly item: ItemRow; readonly on: LocalDate }[];
  readonly paid: Paid[];
  readonly events: Rows['keyEvents'][number][];
  readonly holds: Rows['holds'][number][];
  readonly notices: Rows['notices'][number][];
  readonly promises: Rows['promisesToPay'][number][];
  readonly callbacks: Rows['callbacks'][number][];
  readonly attempts: Rows['attempts'][number][];
  readonly preferences: (Rows['preferences'][number] & { readonly id: string })[];
  readonly facts: (Rows['contactFacts'][number] & { readonly id: string })[];
  /** What the office does some days later, in the order in which it was asked for. */
  later: { readonly ms: number; readonly run: (ms: number) => void }[];
  /** Obligations with the day on which they are met; null is left to wait. */
  obligations: { readonly row: Rows['obligations'][number]; readonly meetOn: LocalDate | null }[];
};

/** Items that have entered collection and still owe something. */
export function overdueItems({ account }: Play): ItemRow[] {
  return account.items.filter(
    ({ enteredCollectionOn, balanceMinor }) => enteredCollectionOn && balanceMinor > 0n,
  );
}

/** What is overdue, in minor units. */
export function overdueOf(play: Play): bigint {
  return overdueItems(play).reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n);
}

/** Writes an event of the case; time never runs backwards. */
export function log<K extends EventKind>(
  play: Play,
  kind: K,
  facts: FactsFor<K>,
  actorId: string | null = null,
  atMs: number = play.ms,
): void {
  play.ms = Math.max(play.ms, atMs);
  const at = instantOf(play.ms);
  const { tenantId, newId } = play.book;
  const frame = {
    id: newId(),
    tenantId,
    portfolioId: play.portfolio.id,
    customerId: play.debtor.customerId,
    caseId: play.caseId,
    occurredAt: at,
    recordedAt: at,
    actorId,
  };
  play.book.log.push(event(kind, frame, facts));
}

/** Columns of a row that belongs to the case. */
export function ofCase(play: Play) {
  return { ...owned(play.book, play.debtor.customerId), caseId: play.caseId };
}

/** The instant at which the daily run of a day comes to this portfolio. */
export function runMs(
  { book, portfolio }: Pick<Play, 'book' | 'portfolio'>,
  on: LocalDate,
): number {
  return clockAt(book, portfolio.zone, on, '06:00');
}

/** Closes the task that is open, with what came of it. */
export function endTask(play: Play, at: Instant, outcome: string, by: string | null): void {
  if (!play.task) return;
  Object.assign(play.task, { doneAt: at, doneBy: by, outcome });
  play.task = null;
}

/** The evidence of a key event row as an object. */
export function evidenceOf(event: Rows['keyEvents'][number]): Record<string, unknown> {
  return (event.evidence ?? {}) as unknown as Record<string, unknown>;
}

/** A hold row in the words of the domain. */
export function holdOf(hold: Rows['holds'][number]): Hold {
  return {
    kind: hold.kind as HoldKind,
    setOn: hold.setAt.slice(0, 10),
    reviewOn: hold.reviewOn,
    owner: hold.ownerId ?? null,
    part: holdPart({ accountId: null, itemId: hold.itemId ?? null, amount: null }),
    liftedOn: hold.liftedAt ? hold.liftedAt.slice(0, 10) : null,
  };
}

/** Whether the case still needs anything done. */
export function isOpen(play: Play): boolean {
  return stateFacts[play.state].open;
}

/** Calls the person of a case at the next decent time: as the next step, or once more besides. */
export type CallPerson = (play: Play, why?: 'step' | 'again') => void;

/** A call as made: what every part of it needs. */
export type Made = {
  readonly attempt: Rows['attempts'][number];
  readonly conversation: Rows['conversations'][number];
  readonly phone: Phone;
  readonly agentId: string;
  readonly meeting: Meeting;
  /** What the gate said of it; null before the days of which decisions are kept. */
  readonly asked: Asked | null;
};
