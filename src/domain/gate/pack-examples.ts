import { ownValue } from '#kernel/own-value.ts';
import type { Consumer, Debt, Facts } from './facts/facts.ts';
import type { CaseEvent, Consent, LogEntry } from './facts/history-facts.ts';
import type { Proposed } from './facts/proposed-facts.ts';
import type { Example } from './pack.ts';

/** What an example changes in its pack's ordinary case; named fields of the two parts are merged. */
export type Change = Partial<Omit<Facts, 'consumer' | 'proposed'>> & {
  readonly consumer?: Partial<Consumer>;
  readonly proposed?: Partial<Proposed>;
};

/** What it shows, what it changes, which rules speak (none when left out) and the promised time. */
export type Row = readonly [
  shows: string,
  change: Change,
  expect?: readonly string[],
  nextPermittedAt?: string,
];

/** The case well inside what the rule allows, the nearest to its limit, and one beyond it. */
export type Rows = { readonly inside: Row; readonly edge: Row; readonly outside: Row };

/** Where and when the ordinary call of a pack is made. */
type OrdinaryCall = {
  readonly pack: string;
  readonly region: string;
  readonly zone: string;
  readonly number: string;
  readonly at: string;
};

/** An ordinary case: an agency's agent calls a consumer on a mobile number about a credit card. */
export function ordinaryCall({ pack, region, zone, number, at }: OrdinaryCall): Facts {
  return {
    packs: [pack],
    actor: { type: 'third_party_collector', id: 'agency-A' },
    consumer: {
      id: 'c1',
      location_signals: [{ kind: 'residential_address', region, tz: [zone] }],
    },
    contact_points: [
      { id: 'm1', kind: 'mobile', number },
      { id: 'a1', kind: 'mail' },
    ],
    debts: [{ id: 'd1', type: 'credit_card', creditor: 'Example Bank' }],
    contact_log: [],
    consents: [],
    events: [],
    proposed: {
      channel: 'phone_call',
      at,
      to: 'm1',
      person: 'consumer',
      debts: ['d1'],
      mode: 'live_agent',
    },
  };
}

/** The ordinary case of a pack with the changes of one example. */
export function changed(base: Facts, change: Change): Facts {
  return {
    ...base,
    ...change,
    consumer: { ...base.consumer, ...change.consumer },
    proposed: { ...base.proposed, ...change.proposed },
  };
}

/** Makes the three examples of a rule; beyond its limit the rule itself speaks unless said otherwise. */
export function examplesOn(base: Facts): (rule: string, rows: Rows) => Example[] {
  return (rule, rows) =>
    (['inside', 'edge', 'outside'] as const).map((side): Example => {
      const [shows, change, expect = side === 'outside' ? [rule] : [], nextPermittedAt] =
        rows[side];
      const facts = changed(base, change);
      const example: Example = { rule, side, shows, facts, expect };
      return nextPermittedAt ? { ...example, nextPermittedAt } : example;
    });
}

/** Makes further examples of a rule, the traps: beyond its limit where something must speak. */
export function moreOn(base: Facts): (rule: string, ...rows: readonly Row[]) => Example[] {
  return (rule, ...rows) =>
    rows.map(([shows, change, expect = [], nextPermittedAt]): Example => {
      const side = expect.length > 0 ? 'outside' : 'inside';
      const example: Example = { rule, side, shows, facts: changed(base, change), expect };
      return nextPermittedAt ? { ...example, nextPermittedAt } : example;
    });
}

/** A worked example: the comment's number, the rule it is about, and the row as for the others. */
export type WorkedRow = readonly [comment: string, rule: string, ...row: Row];

/** Makes the worked examples of a table. Without expectations the attempt is in order. */
export function workedOn(base: Facts): (rows: readonly WorkedRow[]) => Example[] {
  return (rows) =>
    rows.map(([comment, rule, shows, change, expect = [], nextPermittedAt]): Example => {
      const facts = changed(base, change);
      const example: Example = { rule, side: 'worked', comment, shows, facts, expect };
      return nextPermittedAt ? { ...example, nextPermittedAt } : example;
    });
}

/** An outbound log entry to the person's mobile that nobody answered, with what differs. */
export function attempt(at: string, other: Partial<LogEntry> = {}): LogEntry {
  const entry = { dir: 'outbound', channel: 'phone_call', to: 'm1', person: 'consumer' };
  return { id: `L-${at}`, at, ...entry, result: 'no_answer', debts: ['d1'], ...other };
}

/** A message or call from the person, with what differs. */
export function inbound(id: string, at: string, other: Partial<LogEntry>): LogEntry {
  const entry = { dir: 'inbound', channel: 'email', from: 'e1', person: 'consumer' };
  return { id, at, ...entry, result: 'received', debts: ['d1'], ...other };
}

/** An event about the first debt, with what differs. */
export function eventAt(
  kind: string,
  received_at: string,
  other: Partial<CaseEvent> = {},
): CaseEvent {
  return { kind, received_at, debts: ['d1'], ...other };
}

/** A consent given to the collector of the examples, with what differs. */
export function consentAt(
  kind: string,
  received_at: string,
  other: Partial<Consent> = {},
): Consent {
  return { kind, received_at, given_to: 'agency-A', ...other };
}

/** What every electronic message carries to be in order federally. */
export const IN_ORDER = { optout_notice: true, debt_collector_disclosure: 'subsequent' };

/** Fictional numbers by the zone they point to: mobile, home, work; those of Ohio elsewhere. */
const NUMBERS: Readonly<Record<string, readonly [string, string, string]>> = {
  'America/Los_Angeles': ['+12135550141', '+12135550142', '+12135550143'],
  'America/Chicago': ['+13125550141', '+13125550142', '+13125550143'],
  'America/Toronto': ['+14165550141', '+14165550142', '+14165550143'],
  'America/Edmonton': ['+14035550141', '+14035550142', '+14035550143'],
  'America/Moncton': ['+15065550141', '+15065550142', '+15065550143'],
  'America/St_Johns': ['+18005550141', '+18005550142', '+18005550143'],
  'Atlantic/Canary': ['+34922555141', '+34922555142', '+34922555143'],
  'Australia/Sydney': ['+61491570156', '+611800975707', '+611800975708'],
  'Europe/Berlin': ['+4917139200001', '+493023125001', '+493023125002'],
  'Europe/Dublin': ['+353209101411', '+353209101421', '+353209101431'],
  'Europe/Rome': ['+393125550141', '+390655550142', '+390655550143'],
};
const OF_OHIO = ['+16145550141', '+16145550142', '+16145550143'] as const;

/** The ordinary case of a state: an agency's call about one debt on a Wednesday morning in June. */
export function stateCase(
  pack: string,
  region: string,
  tz: string,
  at = '2026-06-10T10:00:00-04:00',
): Facts {
  const [mobile, home, work] = ownValue(NUMBERS, tz) ?? OF_OHIO;
  return {
    packs: ['US-FED', pack],
    actor: { type: 'third_party_collector', id: 'agency-A' },
    consumer: { id: 'c1', location_signals: [{ kind: 'residential_address', region, tz: [tz] }] },
    contact_points: [
      { id: 'm1', kind: 'mobile', number: mobile },
      { id: 'h1', kind: 'landline', number: home, place: 'home' },
      { id: 'w1', kind: 'landline', number: work, place: 'work' },
      { id: 'e1', kind: 'email', address: 'sam@example.org' },
      { id: 'a1', kind: 'mail', place: 'home' },
    ],
    debts: [{ id: 'd1', type: 'credit_card', creditor: 'Example Bank' }],
    contact_log: [],
    consents: [],
    events: [],
    proposed: {
      channel: 'phone_call',
      at,
      to: 'm1',
      person: 'consumer',
      debts: ['d1'],
      mode: 'live_agent',
    },
  };
}

/** The debt of the examples and another one beside it. */
export const TWO_DEBTS: readonly Debt[] = [
  { id: 'd1', type: 'credit_card', creditor: 'Example Bank' },
  { id: 'd2', type: 'credit_card', creditor: 'Example Store' },
];

/** What makes the attempt of a state's case one by another medium. */
export const BY_EMAIL = { channel: 'email', to: 'e1', content: IN_ORDER };
export const BY_TEXT = { channel: 'sms', to: 'm1', content: IN_ORDER };
export const BY_LETTER = { channel: 'letter', to: 'a1' };
/** A creditor that collects its own debt in its own name. */
export const OWN_CREDITOR = { type: 'original_creditor', id: 'creditor-1' };

/** What somebody else is told who is asked where the person is: a name and the reason, nothing more. */
export const locationWords = {
  identifies_individual: true,
  states_confirming_location: true,
  names_employer: false,
  mentions_debt: false,
  identifies_as_debt_collector: false,
};
/** Asks somebody else where the person is. */
export const ASKS_WHERE = { purpose: 'location_information', content: locationWords };
