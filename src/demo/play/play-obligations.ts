import type { HoldKind } from '#domain/cases/holds.ts';
import type { ObligationKind } from '#domain/gate/duties.ts';
import {
  endOfDate,
  type Obligation,
  obligationsMetBy,
  obligationsOn,
} from '#domain/obligations/obligations.ts';
import { dutyContact } from '#domain/strategy/notice-contact.ts';
import { type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import { between, clockAt, daysFrom, localIn } from '../book/book.ts';
import { partsOf } from '../contact/ask-gate.ts';
import { sendLetter } from '../contact/send-letter.ts';
import { log, type Made, ofCase, type Play } from './play.ts';

/** The share of third-party cases in the United States whose notice is posted when they open. */
const postedAtOpening = 0.85;

/** An obligation of the last days may have been left lying. */
const forgotten = { share: 0.08, withinDays: 12 };

/** Days after which what only has to be sent is sent. */
const sentAfterDays = { low: 1, high: 4 };

/** Obligations that are met when the matter itself is answered. */
const answers: readonly ObligationKind[] = [
  'debt_verification',
  'complaint_answer',
  'hardship_answer',
];

/** Posts the notice about the debt that a debt collector owes (12 CFR 1006.34) as the first step. */
export function sendValidation(play: Play): void {
  const { portfolio, book } = play;
  const owesIt = portfolio.country === 'US' && portfolio.collectorRole === 'third_party_collector';
  if (!owesIt || book.random() >= postedAtOpening) return;
  play.ms += between(book.random, 90, 240) * 60_000;
  if (sendDuty(play, 'validation_notice')) recordNotice(play, 'validation_notice');
}

/** Posts what meets a duty through the gate; false where it was refused. True where nothing goes out. */
function sendDuty(play: Play, kind: ObligationKind): boolean {
  const contact = dutyContact(kind, partsOf(play));
  return contact === null || sendLetter(play, { ...contact, campaign: `duty:${kind}` }, play.ms);
}

function recordNotice(play: Play, kind: 'validation_notice'): string {
  const { book, portfolio, account } = play;
  const at = instantOf(play.ms);
  const factId = book.newId();
  const details: object = { debts: [account.accountId], medium: 'letter', mailed_at: at };
  const fact = {
    ...ofCase(play),
    ...{ id: factId, portfolioId: portfolio.id, kind, details: details as never },
    ...{ occurredAt: at, receivedAt: at, recordedAt: at, recordedBy: book.staff.backOffice },
    ...{ source: 'post-room', evidenceRef: postedAs(play), withdraws: null, transferable: true },
  };
  play.facts.push(fact);
  book.rows.contactFacts.push(fact);
  const { backOffice } = book.staff;
  log(play, 'fact.recorded', { factId, fact: kind, as: null }, backOffice);
  return factId;
}

/** The number of the post book under which a letter of a day left. */
function postedAs({ ms, debtor }: Play): string {
  return `post-book ${instantOf(ms).slice(0, 10)}/${debtor.reference}`;
}

/** The first talk with a person obliges to what the decision behind the call named. */
export function oweAfterConversation(play: Play, { asked, attempt }: Made, atMs: number): void {
  if (!asked && play.facts.length > 0) return;
  for (const obligation of obligationsAt(play, 'first_communication', atMs)) {
    const named = asked?.decision.obligations.find(({ rule }) => rule === obligation.rule);
    if (asked && !named) continue;
    const stands = play.obligations.some(({ row }) => row.kind === obligation.kind && isOpen(row));
    const due = named?.['due'];
    const dueMs = asked && typeof due === 'string' ? endOfDate(asked.zone, due) : obligation.dueMs;
    if (!stands) owe(play, { ...obligation, dueMs }, `attempt:${attempt.id}`, atMs);
  }
}

const occasions = { dispute: 'dispute', complaint: 'complaint', hardship: 'hardship' } as const;

/** A dispute, a complaint or a hardship obliges to an acknowledgement and an answer. */
export function oweAfterHold(play: Play, kind: HoldKind, holdId: string): void {
  const occasion = occasions[kind as keyof typeof occasions];
  if (!occasion) return;
  for (const obligation of obligationsAt(play, occasion, play.ms))
    owe(play, obligation, `hold:${holdId}`, play.ms);
}

function obligationsAt(
  { debtor, portfolio }: Play,
  occasion: Parameters<typeof obligationsOn>[0],
  atMs: number,
): Obligation[] {
  const zone = debtor.zones[0] ?? portfolio.zone;
  return obligationsOn(occasion, { packs: debtor.packs, zone, atMs });
}

type Row = Play['obligations'][number]['row'];

const isOpen = ({ fulfilledAt, cancelledAt }: Row) => !fulfilledAt && !cancelledAt;

function owe(play: Play, obligation: Obligation, sourceKey: string, atMs: number): void {
  const { book, portfolio } = play;
  const { kind, rule, queue, dueMs, escalatesMs } = obligation;
  const nothing: object = {};
  const row: Row & { id: string } = {
    ...ofCase(play),
    ...{ id: book.newId(), portfolioId: portfolio.id, kind, rule, sourceKey, queue },
    ...{ details: nothing as never, ownerId: null, escalation: 0, escalatedAt: null },
    ...{ dueAt: instantOf(dueMs), escalatesAt: instantOf(escalatesMs), openedAt: instantOf(atMs) },
    ...{ fulfilledAt: null, fulfilledBy: null, fulfilment: null },
    ...{ cancelledAt: null, cancelReason: null },
  };
  book.rows.obligations.push(row);
  play.obligations.push({ row, meetOn: meetOnOf(play, kind, atMs) });
  const facts = { obligationId: row.id, kind, rule, dueAt: row.dueAt };
  log(play, 'obligation.opened', facts, null, atMs);
}

/** The day on which somebody sees to it; answers wait for the matter itself. */
function meetOnOf({ book, portfolio }: Play, kind: ObligationKind, atMs: number): LocalDate | null {
  if (answers.includes(kind)) return null;
  const isYoung = atMs > book.nowMs - forgotten.withinDays * 86_400_000;
  if (isYoung && book.random() < forgotten.share) return null;
  const days = between(book.random, sentAfterDays.low, sentAfterDays.high);
  return daysFrom(localIn(book, portfolio.zone, atMs).day, days);
}

/** The time of day at which the post leaves. */
const postTime = '11:00';

/** Sends what is to be sent by this day, with the proof of it. */
export function meetObligations(play: Play, day: LocalDate): void {
  const { book, portfolio } = play;
  const due = play.obligations.filter(({ meetOn, row }) => meetOn && meetOn <= day && isOpen(row));
  if (due.length === 0) return;
  play.ms = Math.max(play.ms, clockAt(book, portfolio.zone, day, postTime));
  for (const { row } of due) {
    if (!sendDuty(play, row.kind as ObligationKind)) continue;
    const isNotice = row.kind === 'validation_notice';
    meet(play, row, book.staff.backOffice, isNotice ? recordNotice(play, row.kind as never) : null);
  }
  play.obligations = play.obligations.filter(({ row }) => isOpen(row));
}

/** The answer that lifted a hold also meets the obligations that it left open. */
export function meetAnswers(play: Play, kind: string, by: string): void {
  const words = { dispute: 'dispute_answered', complaint: 'complaint_ended' };
  const met = obligationsMetBy(play.debtor.packs, words[kind as 'dispute'] ?? 'hardship_ended');
  for (const { row } of play.obligations) {
    const kind = row.kind as ObligationKind;
    if (met.includes(kind) && isOpen(row) && sendDuty(play, kind)) meet(play, row, by, null);
  }
  play.obligations = play.obligations.filter(({ row }) => isOpen(row));
}

function meet(play: Play, row: Row, by: string, factId: string | null): void {
  const metAt = instantOf(play.ms);
  const inTime = metAt <= row.dueAt;
  const how = { how: 'letter', metAt, reference: postedAs(play), inTime };
  const fulfilment: object = factId === null ? how : { ...how, factId };
  Object.assign(row, { fulfilledAt: metAt, fulfilledBy: by, fulfilment });
  const facts = {
    ...{ obligationId: row.id, kind: row.kind as ObligationKind, how: 'letter' as const },
    ...{ metAt, factId, messageId: null },
  };
  log(play, 'obligation.met', facts, by);
}

/** A case that is over leaves nothing to send. */
export function dropObligations(play: Play, at: Instant): void {
  const { backOffice } = play.book.staff;
  for (const { row } of play.obligations.filter((obligation) => isOpen(obligation.row))) {
    Object.assign(row, { cancelledAt: at, cancelReason: 'Paid in full before it was due' });
    const facts = { obligationId: row.id, kind: row.kind as ObligationKind };
    log(play, 'obligation.cancelled', facts, backOffice);
  }
  play.obligations = [];
}
