import type { ScriptParts } from '#domain/contact/call-script.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { type ObligationKind, obligationKinds } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import { factOfDuty } from '#domain/obligations/duty-facts.ts';
import { dutyContact } from '#domain/strategy/notice-contact.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import type { ObligationRow } from '#storage/obligations/obligations.ts';
import type { App, Tx } from '#usecases/app.ts';
import { factTimes } from '#usecases/fact-times.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { failingClosed, raiseAlarms } from '#usecases/gate/steps/gate-alarm.ts';
import { recheckDecisions } from '#usecases/gate/steps/recheck-decisions.ts';
import {
  changeObligation,
  placeOfObligation,
} from '#usecases/obligations/steps/change-obligation.ts';
import { meetKinds } from '#usecases/obligations/steps/create-obligations.ts';
import { checkLanguage, giveNotice, noticeFor } from '#usecases/obligations/steps/give-notice.ts';
import { checkParts } from '#usecases/obligations/steps/notice-parts.ts';
import { keepFact, withDebts } from './steps/keep-fact.ts';

/** How an obligation was met outside the product: sent by post, said on the phone. */
export type FulfilInput = {
  readonly obligationId: string;
  readonly how: 'letter' | 'email' | 'sms' | 'phone_call' | 'other';
  readonly metAt: Instant;
  /** Where the proof is: a posting number, a file. */
  readonly reference: string;
  /** The parts that stood in a notice whose parts the law prescribes. */
  readonly parts: readonly string[];
  /** The language it was written in, ISO 639-1; null where nobody told. */
  readonly language: string | null;
};

/** The ways of a fulfilment as the gate is asked about them. */
const ways = {
  letter: 'post',
  email: 'email',
  sms: 'sms',
  phone_call: 'phone_call',
  other: 'other',
} as const;

/**
 * Says that an obligation was met, when and with what proof. What goes to the person passes the gate
 * first and counts; what was said on the telephone is the call on record. Throws `invalid-input` for a
 * time to come or a part that is missing, `contact-refused`, `step-missing` without an address or without the call.
 */
export async function fulfilObligation(app: App, actor: Actor, input: FulfilInput) {
  const nowhere = { caseId: null, portfolio: null };
  const refused = await failingClosed(app, nowhere, () => fulfil(app, actor, input));
  if (refused) {
    await raiseAlarms(app, app.db, nowhere, refused);
    throw contactRefused(app, refused);
  }
  return { done: true as const };
}

/** Null when it was met, else what the gate has against it. */
function fulfil(app: App, actor: Actor, input: FulfilInput): Promise<Decision | null> {
  const { obligationId, how, metAt, reference, parts, language } = input;
  return changeObligation(app, actor, obligationId, async (tx, obligation) => {
    const isLater = msOf(metAt) > app.clock();
    const isBefore = msOf(metAt) < msOf(obligation.openedAt) - dayMs;
    if (isLater || isBefore) {
      const message = isLater ? 'date-in-future' : 'before-it-arose';
      throw new Refusal('invalid-input', { problems: [{ path: 'metAt', message }] });
    }
    const kind = obligationKinds.find(
      (known): known is ObligationKind => known === obligation.kind,
    );
    if (!kind) throw new Refusal('not-found', { thing: 'obligation', id: obligationId });
    await checkParts(app, tx, obligation, input);
    const make = (parts: ScriptParts) => dutyContact(kind, parts);
    const notice = await noticeFor(app, tx, obligation, make, language);
    checkLanguage(language, notice !== null && how !== 'phone_call');
    const sent = { way: ways[how], at: metAt, campaign: `obligation:${kind}` };
    const given = notice && (await giveNotice(app, tx, actor, obligation, notice, sent));
    if (given?.refused) return given.refused;
    const attempt = given ? { attemptId: given.attemptId } : {};
    const inTime = msOf(metAt) <= msOf(obligation.dueAt);
    const word = factOfDuty(kind);
    const fact = word && { id: app.newId(), kind: word };
    await meetKinds(app, tx, placeOfObligation(obligation), [kind], {
      ...{ by: actor.userId, obligationId },
      fulfilment: {
        how,
        metAt,
        reference,
        parts,
        inTime,
        ...(language === null ? {} : { language }),
        ...attempt,
        ...(fact && { factId: fact.id }),
      },
    });
    if (fact) await recordDone(app, tx, actor, obligation, fact, input, given?.attemptId ?? null);
    return null;
  });
}

/**
 * Puts what was done into the log of contact, so that the gate knows of it: that the notice was given,
 * that the answer was sent. Decisions made since are looked at again.
 */
async function recordDone(
  app: App,
  tx: Tx,
  actor: Actor,
  obligation: ObligationRow,
  { id, kind }: { readonly id: string; readonly kind: EventWord },
  { how, metAt, reference }: FulfilInput,
  attemptId: string | null,
): Promise<void> {
  const people = await lockPeople(tx, obligation.customerId);
  const place = placeOfObligation(obligation);
  const medium = FACT_KINDS[kind].fields.includes('medium') ? mediumOf[how] : null;
  const details = await withDebts(tx, place, kind, medium === null ? {} : { medium });
  await keepFact(app, tx, actor.userId, place, people, {
    ...{ id, kind, details, times: factTimes(app, { occurredAt: metAt }), attemptId, how },
    ...{ source: `obligation:${obligation.kind}`, evidenceRef: reference },
    ...{ transferable: true, about: null, dutyMet: obligation.kind },
  });
  await recheckDecisions(app, tx, { people }, metAt, { kind: 'fact', id });
}

/** The medium of a notice as its fact tells it: what was said was received at once. */
const mediumOf = { letter: 'letter', email: 'email', sms: 'sms', phone_call: 'oral', other: null };

/** A notice may have left on the day before what caused it was written down. */
const dayMs = 86_400_000;
