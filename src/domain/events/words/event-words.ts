import type { PlanState } from '#domain/agreements/plan-judgement.ts';
import type { PromiseState } from '#domain/agreements/promise.ts';
import type { HoldKind } from '#domain/cases/holds.ts';
import type { CaseState, CloseReason } from '#domain/cases/states.ts';
import type { ContactResult, LateReason } from '#domain/contact/results.ts';
import type { ObligationKind } from '#domain/gate/duties.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import type { Medium } from '#domain/gate/facts/channels.ts';
import type { ConsentKind } from '#domain/gate/facts/consent-kinds.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { Resolution, SubReason } from '#domain/key-events/events.ts';
import type { PartyRole } from '#domain/parties/party-roles.ts';
import type { Payer } from '#domain/parties/payers.ts';
import type { TaskEnd } from '#domain/strategy/decisions.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import type { EventKind, FactsOf } from '../event-kinds.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** Codes that stand in the facts of a case's events. */
export type CaseCodes = {
  readonly state: Words<CaseState>;
  readonly closed: Words<CloseReason>;
  readonly next: Words<NextAction>;
  readonly stage: Words<FactsOf<'notice.recorded'>['stage']>;
  readonly hold: Words<HoldKind>;
  readonly result: Words<ContactResult>;
  readonly lateReason: Words<LateReason>;
  readonly cause: Words<SubReason>;
  readonly resolution: Words<Resolution>;
  readonly outcome: Words<TaskEnd>;
  readonly promise: Words<PromiseState>;
  readonly plan: Words<PlanState>;
  readonly point: Words<FactsOf<'contact-point.marked'>['state']>;
  readonly medium: Words<Medium>;
  readonly putBack: Words<FactsOf<'case.given-back'>['why']>;
  readonly stop: Words<FactsOf<'contact.stopped'>['scope']>;
  readonly stay: Words<FactsOf<'contact.whereabouts-told'>['place']>;
  readonly answeredBy: Words<FactsOf<'contact.answered'>['answeredBy']>;
  readonly writtenBy: Words<FactsOf<'message.received'>['writtenBy']>;
  readonly direction: Words<FactsOf<'contact.verified'>['direction']>;
  readonly monitor: Words<FactsOf<'call.monitored'>['mode']>;
  readonly help: Words<FactsOf<'floor.asked'>['kind']>;
  readonly judged: Words<FactsOf<'refusal.judged'>['verdict']>;
  readonly certainty: Words<FactsOf<'refusal.found'>['certainty']>;
  readonly failure: Words<
    FactsOf<'message.not-sent'>['reason'] | FactsOf<'message.undelivered'>['cause']
  >;
  readonly pointKind: Words<FactsOf<'contact-point.recorded'>['kind']>;
  readonly method: Words<FactsOf<'method.recorded'>['kind']>;
  readonly factAs: Words<NonNullable<FactsOf<'fact.recorded'>['as']>>;
  readonly cameBy: Words<FactsOf<'case.opened'>['by']>;
  readonly way: Words<FactsOf<'obligation.met'>['how']>;
  readonly format: Words<FactsOf<'evidence.exported'>['format']>;
  readonly obligation: Words<ObligationKind>;
};

/** Codes of the contact log that stand in the facts of events. */
export type LogCodes = {
  readonly promiseEnd: Words<FactsOf<'callback.ended'>['because']>;
  readonly party: Words<PartyRole>;
  readonly payer: Words<Payer>;
  readonly attempt: Words<AttemptResult | 'unknown'>;
  readonly fact: Words<EventWord>;
  readonly consent: Words<ConsentKind>;
  readonly document: Words<FactsOf<'document.added'>['document']>;
};

/** Every list of codes that a history shows. */
export type CodeWords = CaseCodes & LogCodes;

/** What stands before a fact, where its kind and place do not say it. */
export type FactLabel =
  | 'from'
  | 'to'
  | 'next'
  | 'announces'
  | 'due'
  | 'received'
  | 'review'
  | 'notBefore'
  | 'on'
  | 'sent'
  | 'overdue'
  | 'unapplied'
  | 'closed'
  | 'rules'
  | 'was'
  | 'again'
  | 'until';

/** The words of every event in one language: of each kind, each label and each code. */
export type EventWords = {
  readonly kinds: Words<EventKind>;
  readonly labels: Words<FactLabel>;
  readonly codes: CodeWords;
};
