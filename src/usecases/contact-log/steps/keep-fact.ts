import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import { occasionOf } from '#domain/obligations/obligations.ts';
import { msOf } from '#kernel/time.ts';
import {
  debtsOn,
  type EarlierFact,
  type FactTimes,
  insertFact,
} from '#storage/contact-log/contact-facts.ts';
import { append } from '#storage/event-log.ts';
import type { App, Tx } from '#usecases/app.ts';
import { holdByFact } from '#usecases/cases/steps/fact-holds.ts';
import {
  createObligations,
  type Fulfilment,
  meetBy,
  type ObligationPlace,
  oweNoticeAgain,
  reopenMetBy,
} from '#usecases/obligations/steps/create-obligations.ts';
import { factEvent } from '#usecases/record-event.ts';
import { takeBackNotice } from './take-back-notice.ts';

/** A raw fact to keep, its details complete. */
export type FactToKeep = {
  readonly id: string;
  readonly kind: EventWord;
  readonly details: Readonly<Record<string, unknown>>;
  readonly times: FactTimes;
  readonly source: string;
  readonly evidenceRef: string | null;
  readonly transferable: boolean;
  /** The contact of ours that it tells of, when it does. */
  readonly attemptId: string | null;
  /** The earlier fact that it takes back, or of which it says that it came back undelivered. */
  readonly about: { readonly fact: EarlierFact; readonly as: 'withdrawn' | 'returned' } | null;
  /** How the obligations that it meets were met. */
  readonly how: Fulfilment['how'];
  /** The kind of the one obligation that was met and is told by this fact: others of the kind stay. */
  readonly dutyMet?: string;
  /** Whether whoever tells it may end holds on a portfolio: that of the case alone unless told. */
  readonly mayLift?: (portfolioId: string) => boolean;
};

/**
 * Keeps a fact with all that follows from it in the caller's transaction, under the lock of the
 * person: its event, the obligations it lays, meets or opens again, and holds. Earlier decisions are
 * the caller's to look at again.
 */
export async function keepFact(
  app: App,
  tx: Tx,
  userId: string | null,
  place: ObligationPlace,
  people: readonly string[],
  fact: FactToKeep,
): Promise<void> {
  const { id, kind, details, times, source, evidenceRef, transferable, attemptId, about } = fact;
  const withdraws = about?.fact.id ?? null;
  const { customerId, caseId, portfolioId } = place;
  const on = { customerId, caseId, portfolioId };
  await insertFact(tx, {
    ...{ ...on, ...times, id, tenantId: app.tenantId, kind, details, recordedBy: userId },
    ...{ source, evidenceRef, withdraws, transferable, attemptId },
  });
  const told = { factId: id, fact: kind, as: about?.as ?? null };
  await append(tx, [factEvent(app, { ...on, userId }, 'fact.recorded', times, told)]);
  await obligationsOf(app, tx, userId, on, people, fact);
  await holdByFact(app, tx, userId, {
    ...{ people, kind, source },
    debts: ((about?.fact.details ?? details)['debts'] as readonly string[] | undefined) ?? null,
    isWithdrawn: about?.as === 'withdrawn',
    mayLift: fact.mayLift ?? ((id) => id === portfolioId),
  });
}

/** A fact about debts that names none is about those of the case. */
export async function withDebts(
  tx: Tx,
  { customerId, portfolioId }: ObligationPlace,
  kind: EventWord,
  details: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  if (details['debts'] || FACT_KINDS[kind].about !== 'debts') return details;
  return { ...details, debts: await debtsOn(tx, customerId, portfolioId) };
}

/** A fact lays an obligation on us or meets one; what came back or never was meets none. */
async function obligationsOf(
  app: App,
  tx: Tx,
  userId: string | null,
  place: ObligationPlace,
  people: readonly string[],
  { id, kind, about, evidenceRef, attemptId, times, how, source, dutyMet = '' }: FactToKeep,
): Promise<void> {
  const { occurredAt } = times;
  if (about?.as === 'withdrawn') {
    await reopenMetBy(app, tx, place, people, { id: about.fact.id, takenBackBy: userId });
    return takeBackNotice(app, tx, userId, place, people, about.fact, { times, reason: source });
  }
  if (about?.as === 'returned') {
    const source = { key: `returned:${id}`, atMs: app.clock() };
    return oweNoticeAgain(app, tx, place, kind, source);
  }
  const occasion = occasionOf(kind);
  if (occasion) await createObligations(app, tx, place, occasion, `fact:${id}`, msOf(occurredAt));
  const fulfilment = { how, metAt: occurredAt, reference: evidenceRef ?? id, factId: id };
  const attempt = attemptId === null ? {} : { attemptId };
  const met = { by: userId, fulfilment: { ...fulfilment, ...attempt }, doneAt: occurredAt };
  await meetBy(app, tx, place, kind, met, dutyMet);
}
