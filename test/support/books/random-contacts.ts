import { event } from '#domain/events/event.ts';
import type { AgeingItem } from '#domain/insight/ageing.ts';
import type { AttemptFact, CaseFact, ConversationFact, PromiseFact } from '#domain/insight/kpi.ts';
import type { Posting } from '#domain/ledger/postings.ts';
import type { Random } from '#kernel/random.ts';
import { addDays, instantAt, instantOf, type LocalDate } from '#kernel/time.ts';
import { append } from '#storage/event-log.ts';
import type { ownedBy, World } from '../world/fresh-world.ts';

/** Everything that was put into the tables, as the pure formulas of the domain take it. */
export type RandomBook = {
  readonly portfolios: readonly { id: string; name: string; currency: string; zone: string }[];
  readonly postings: Posting[];
  readonly items: (AgeingItem & { readonly portfolioId: string })[];
  readonly attempts: (AttemptFact & Placed)[];
  readonly conversations: (ConversationFact & Placed)[];
  readonly promises: (PromiseFact & {
    readonly deadline: LocalDate;
    readonly portfolioId: string;
  })[];
  readonly cases: (CaseFact & {
    readonly opened: LocalDate;
    readonly closed: LocalDate | null;
    readonly portfolioId: string;
  })[];
};

type Placed = { readonly day: LocalDate; readonly portfolioId: string };

/** The first day on which anything of the book happened. */
export const bookStart = '2026-09-01';

/** Days on which anything of the book happened. */
export const bookDays = 78;

/** What a random book is made with: one portfolio at a time. */
export type Making = {
  readonly world: World;
  readonly random: Random;
  readonly book: RandomBook;
  readonly portfolio: { readonly id: string; readonly currency: string; readonly zone: string };
};

/** One of the values. */
export const pick = <T>(random: Random, values: readonly [T, ...T[]]): T =>
  values[Math.floor(random() * values.length)] ?? values[0];
/** A whole number below `max`. */
export const whole = (random: Random, max: number) => Math.floor(random() * max);

/** The columns of a row that belongs to a customer. */
export type Own = ReturnType<typeof ownedBy>;

/** An instant late on a local day, so that the day differs between zones. */
function lateOn(zone: string, day: LocalDate): string {
  return instantOf(instantAt(zone, day, '23:30'));
}

/** A case with its promises; answers its id. */
export async function addCase(
  { world, random, book, portfolio }: Making,
  own: Own,
): Promise<string> {
  const { db, app } = world;
  const caseId = app.newId();
  const opened = addDays(bookStart, whole(random, bookDays - 20));
  const closed = random() < 0.5 ? addDays(opened, whole(random, 19)) : null;
  const reason = pick(random, ['paid', 'cured', 'credited', 'uncollectible']);
  const state = pick(random, ['working', 'promised', 'warned']);
  await db
    .insertInto('cases')
    .values({
      ...own,
      id: caseId,
      portfolioId: portfolio.id,
      state: closed ? 'closed' : state,
      stateSince: lateOn(portfolio.zone, opened),
      shape: 'short-firm',
      step: 'start',
      stepOn: opened,
      queue: 'all',
      nextAction: 'call',
      nextActionAt: lateOn(portfolio.zone, opened),
      overdueMinor: BigInt(whole(random, 9_000)),
      currency: portfolio.currency,
      openedAt: lateOn(portfolio.zone, opened),
      closedAt: closed && lateOn(portfolio.zone, closed),
      closeReason: closed && reason,
    })
    .execute();
  const cured = reason === 'paid' || reason === 'cured';
  book.cases.push({ caseId, cured, opened, closed, portfolioId: portfolio.id });
  for (let i = 0; i < whole(random, 3); i += 1) {
    await addPromise({ world, random, book, portfolio }, own, { caseId, conversationId: null });
  }
  return caseId;
}

type Within = { readonly caseId: string; readonly conversationId: string | null };

async function addPromise({ world, random, book, portfolio }: Making, own: Own, where: Within) {
  const id = world.app.newId();
  const dueOn = addDays(bookStart, whole(random, bookDays));
  const toleranceDays = whole(random, 4);
  const states = ['open', 'kept', 'partly_kept', 'broken', 'withdrawn'] as const;
  const state = pick(random, states);
  const money = { amountMinor: 100n, currency: portfolio.currency, toleranceMinor: 0n };
  await world.db
    .insertInto('promisesToPay')
    .values({
      ...{ ...own, ...where, ...money, id, portfolioId: portfolio.id, dueOn, toleranceDays, state },
      method: 'card',
      madeAt: lateOn(portfolio.zone, dueOn),
    })
    .execute();
  const deadline = addDays(dueOn, toleranceDays);
  book.promises.push({ promiseId: id, state, deadline, portfolioId: portfolio.id });
}

const answers = ['person', 'person', 'machine', null] as const;

/** An attempt and, when it left, the conversation that followed. */
export async function addAttempt(
  { world, random, book, portfolio }: Making,
  own: Own,
  caseId: string,
  accountIds: readonly string[],
): Promise<void> {
  const { db, app } = world;
  const id = app.newId();
  const day = addDays(bookStart, whole(random, bookDays));
  const at = instantAt(portfolio.zone, day, '23:30');
  const left = random() < 0.8;
  const inbound = random() < 0.2;
  const answeredBy = left ? pick(random, answers) : null;
  const verified = answeredBy === 'person' && random() < 0.6;
  const placed = { day, portfolioId: portfolio.id };
  await db
    .insertInto('attempts')
    .values({
      ...{ ...own, id, caseId, portfolioId: portfolio.id, channel: 'phone_call' },
      direction: inbound ? 'inbound' : 'outbound',
      state: left ? 'ended' : 'refused',
      zone: portfolio.zone,
      localDay: day,
      localHour: 23,
      attemptedAt: instantOf(at),
      releasedAt: left ? instantOf(at) : null,
    })
    .execute();
  if (left && !inbound) book.attempts.push({ attemptId: id, answeredBy, verified, ...placed });
  if (!left) return;
  const conversationId = app.newId();
  const handleMs = 1_000 * whole(random, 900);
  await db
    .insertInto('conversations')
    .values({
      ...{ ...own, id: conversationId, caseId, portfolioId: portfolio.id, attemptId: id },
      direction: inbound ? 'inbound' : 'outbound',
      state: 'done',
      beganAt: instantOf(at),
      answeredBy,
      finishedAt: instantOf(at + handleMs),
    })
    .execute();
  if (verified) {
    const when = { occurredAt: instantOf(at), recordedAt: instantOf(at), actorId: null };
    const of = { id: app.newId(), tenantId: own.tenantId, customerId: own.customerId, caseId };
    const direction = inbound ? 'inbound' : 'outbound';
    const facts = { conversationId, attemptId: id, direction } as const;
    const frame = { ...when, ...of, portfolioId: portfolio.id };
    await append(db, [event('contact.verified', frame, facts)]);
  }
  const agreed = random() < 0.3;
  if (agreed) await addPromise({ world, random, book, portfolio }, own, { caseId, conversationId });
  book.conversations.push({ conversationId, accountIds, verified, agreed, handleMs, ...placed });
}
