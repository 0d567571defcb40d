import type { z } from 'zod';
import { adminEvents } from './admin-events.ts';
import { caseEvents } from './case-events.ts';
import { contactEvents } from './contact-events.ts';
import { contactLogEvents } from './contact-log-events.ts';
import { messageEvents } from './message-events.ts';
import { moneyEvents } from './money-events.ts';
import { privacyEvents } from './privacy-events.ts';

/** Every kind of event with the version and the form of its facts: nothing else can be logged. */
export const eventForms = {
  ...caseEvents,
  ...contactEvents,
  ...messageEvents,
  ...moneyEvents,
  ...contactLogEvents,
  ...adminEvents,
  ...privacyEvents,
} as const;

/** A kind of event: `area.what-happened`. */
export type EventKind = keyof typeof eventForms;

/** Every kind of event. */
export const eventKinds = Object.keys(eventForms) as readonly EventKind[];

/** The facts of one kind as the program has them; amounts are `bigint` minor units. */
export type FactsOf<K extends EventKind> = Readonly<z.output<(typeof eventForms)[K]['facts']>>;

/** Facts that fit every kind of `K`: what may be given when one of several is written. */
export type FactsFor<K extends EventKind> = {
  [P in K]: (facts: FactsOf<P>) => void;
}[K] extends (facts: infer Facts) => void
  ? Facts
  : never;

/** Whether a text is a kind of event. */
export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(eventForms, text);
}

/** The version in which the facts of a kind are written today. */
export function versionOf(kind: EventKind): number {
  return eventForms[kind].v;
}

/** The facts of a kind from what lies in the log. Throws when they are not as the kind has them. */
export function readFacts<K extends EventKind>(kind: K, stored: unknown): FactsOf<K> {
  const { facts }: { readonly facts: z.ZodType } = eventForms[kind];
  return facts.parse(stored) as FactsOf<K>;
}
