import { DAY_MS, dateOfDay, localDay, parseInstant } from '#kernel/local-clock.ts';
import type { Zone } from '#kernel/time.ts';
import { countryOfPoint, plainAddress } from './facts/addresses.ts';
import { NOT_CONTACT } from './facts/channels.ts';
import { bindingTime, type EventWord, eventWord } from './facts/event-kinds.ts';
import type { ContactPoint, Debt, Facts } from './facts/facts.ts';
import type { CaseEvent, Consent, LogEntry } from './facts/history-facts.ts';
import type { Content } from './facts/proposed-facts.ts';

/** A log entry with its instant. */
export type Logged = { readonly entry: LogEntry; readonly ms: number; readonly channel: string };

/** An event with the instant from which it binds; without a time it has always bound. */
export type Known = {
  readonly event: CaseEvent;
  readonly word: EventWord | undefined;
  readonly ms: number;
};

/** A consent with its instants read; `revokedMs` is infinite while it stands. */
export type Given = {
  readonly consent: Consent;
  readonly ms: number;
  readonly revokedMs: number;
};

/** The facts with everything read once that does not change while the search moves in time. */
export type Situation = {
  readonly facts: Facts;
  readonly channel: string;
  readonly person: string;
  readonly mode: string;
  readonly purpose: string;
  readonly content: Content | undefined;
  readonly point: ContactPoint | undefined;
  readonly debts: readonly Debt[];
  /** Zones the person may be in; empty when nothing is known and no set was configured. */
  readonly zones: readonly Zone[];
  readonly atMs: number;
  readonly events: readonly Known[];
  readonly consents: readonly Given[];
  /** Counts made once for each rule, whatever instants are tried. */
  readonly memo: Map<string, unknown>;
};

/** A situation looked at from one instant: the proposed one, or a later one being tried. */
export type EvaluationContext = Situation & { readonly ms: number };

/** Everything since a date, the slack covering offsets of either sign. */
const OFFSET_SLACK_DAYS = 2;

const listed = (zones: string | readonly string[]) => (typeof zones === 'string' ? [zones] : zones);

/** Zones that are known and not only hinted at: said of the person, or by a signal of its own. */
function confirmedZones({ confirmed_tz, location_signals }: Facts['consumer']): readonly string[] {
  if (confirmed_tz) return listed(confirmed_tz);
  return location_signals.flatMap(({ kind, tz, confirmed_tz: known }) => {
    if (kind === 'confirmed_tz' || known === true) return tz;
    return known ? listed(known) : [];
  });
}

function zonesOf(facts: Facts): Zone[] {
  const confirmed = confirmedZones(facts.consumer);
  const hinted = facts.consumer.location_signals.flatMap((signal) => signal.tz);
  const told = new Set(confirmed.length ? confirmed : hinted);
  return told.size ? [...told] : [...(facts.policy?.unknown_location_zone_set ?? [])];
}

const readTime = (text: string | null | undefined, absent: number) =>
  text ? parseInstant(text) : absent;

const isEmpty = (list: readonly string[] | null | undefined) => list?.length === 0;

/**
 * Facts in which no empty list of debts is left of the attempt and of what binds it: nothing is
 * about no debt at all, so whoever names none is taken to mean all.
 */
function withDebtsNamed(facts: Facts): Facts {
  const { proposed, events } = facts;
  const lacksDebts = isEmpty(proposed.debts);
  if (!lacksDebts && !isEmpty(proposed.count_debts) && !events.some((one) => isEmpty(one.debts))) {
    return facts;
  }
  const debts = lacksDebts ? facts.debts.map(({ id }) => id) : proposed.debts;
  const count_debts = isEmpty(proposed.count_debts) ? null : proposed.count_debts;
  return {
    ...facts,
    events: events.map((one) => (isEmpty(one.debts) ? { ...one, debts: null } : one)),
    proposed: { ...proposed, debts, count_debts },
  };
}

/** Reads the facts. Every instant must be valid; the input parser checks that. */
export function situationOf(told: Facts): Situation {
  const facts = withDebtsNamed(told);
  const { proposed } = facts;
  const named = new Set(proposed.debts);
  return {
    facts,
    channel: proposed.mode === 'ringless' ? 'ringless_voicemail' : proposed.channel,
    person: proposed.person ?? 'consumer',
    mode: proposed.mode ?? '',
    purpose: proposed.purpose ?? '',
    content: proposed.content ?? undefined,
    point: facts.contact_points.find((point) => point.id === proposed.to),
    debts: facts.debts.filter((debt) => named.has(debt.id)),
    zones: zonesOf(facts),
    atMs: parseInstant(proposed.at),
    events: facts.events.map((event) => ({
      event,
      word: eventWord(event.kind),
      ms: readTime(bindingTime(event), Number.NEGATIVE_INFINITY),
    })),
    consents: facts.consents.map((consent) => ({
      consent,
      ms: readTime(consent.received_at, Number.NEGATIVE_INFINITY),
      revokedMs: readTime(consent.revoked_at, Number.POSITIVE_INFINITY),
    })),
    memo: new Map(),
  };
}

/** A value worked out once for a situation, whatever instants are tried. */
export function once<T>(situation: Situation, name: string, work: () => T): T {
  const kept = situation.memo.get(name);
  if (kept !== undefined) return kept as T;
  const value = work();
  situation.memo.set(name, value);
  return value;
}

const logged = (entry: LogEntry): Logged => ({
  entry,
  ms: parseInstant(entry.at),
  channel: entry.channel,
});

/** A slot that was given back before anything was dialled is no attempt. */
const wasHeld = ({ reservation }: LogEntry) => reservation !== 'released_not_dialled';

/** No rule counts further back than this many days. */
export const LONGEST_COUNT_DAYS = 45;

/**
 * Entries of the last days before the proposed instant, and all later ones (reservations).
 * Entries before the longest count are never even parsed.
 */
export function recentLog(situation: Situation, days: number): readonly Logged[] {
  return once(situation, `log:${days}`, () => {
    const today = Math.floor(situation.atMs / DAY_MS);
    if (days >= LONGEST_COUNT_DAYS) {
      const from = dateOfDay(today - LONGEST_COUNT_DAYS - OFFSET_SLACK_DAYS);
      const recent: Logged[] = [];
      for (const entry of situation.facts.contact_log) {
        if (entry.at >= from && wasHeld(entry)) recent.push(logged(entry));
      }
      return recent;
    }
    const fromMs = (today - days - OFFSET_SLACK_DAYS) * DAY_MS;
    return recentLog(situation, LONGEST_COUNT_DAYS).filter(({ ms }) => ms >= fromMs);
  });
}

/**
 * Entries for which the quick test on the raw entry holds. Of those older than the longest count a
 * caller may leave out all but the first and the last of a kind and the thread that is answered: ask
 * whether and since when there were any, not how many.
 */
export function logWhere(situation: Situation, test: (entry: LogEntry) => boolean): Logged[] {
  return situation.facts.contact_log.filter((entry) => wasHeld(entry) && test(entry)).map(logged);
}

/** Events of those kinds that bind at this moment. */
export function eventsOf(moment: EvaluationContext, ...words: readonly EventWord[]): Known[] {
  return moment.events.filter(
    (known) => known.ms <= moment.ms && known.word !== undefined && words.includes(known.word),
  );
}

/** Consents of a kind received and not revoked at this moment. */
export function standingConsents(moment: EvaluationContext, ...kinds: readonly string[]): Given[] {
  return moment.consents.filter(
    (given) =>
      kinds.includes(given.consent.kind) && given.ms <= moment.ms && moment.ms < given.revokedMs,
  );
}

/**
 * Whether the event or consent concerns a debt of this attempt; one that names none means all, and
 * an attempt of a person without debts may be about any.
 */
export function touchesDebts(
  named: readonly string[] | null | undefined,
  moment: Situation,
): boolean {
  const { debts } = moment.facts.proposed;
  return !named || named.some((id) => debts.length === 0 || debts.includes(id));
}

/**
 * The debts of this attempt that none of the lists names; a list that is absent names all. An
 * attempt of a person without debts is about one that nobody can name: null.
 */
export function debtsBeside(
  lists: readonly (readonly string[] | null | undefined)[],
  moment: Situation,
): readonly (string | null)[] {
  if (lists.some((named) => !named)) return [];
  const { debts } = moment.facts.proposed;
  if (debts.length === 0) return lists.length > 0 ? [] : [null];
  return debts.filter((id) => !lists.some((named) => named?.includes(id)));
}

/** Whether what permits something does so for each debt of the attempt (see `debtsBeside()`). */
export const coversDebts = (known: readonly Known[], moment: Situation): boolean =>
  debtsBeside(
    known.map(({ event }) => event.debts),
    moment,
  ).length === 0;

/**
 * The debts that an attempt of the log was charged to. Each counts for at least one (12 CFR
 * 1006.14(b)(4)), so one that names none may be about any: null, unless it was about no debt.
 */
export function chargedDebts({ debts, about_debt }: LogEntry): readonly string[] | null {
  if (debts?.length || about_debt === false) return debts ?? [];
  return null;
}

/** The address of an attempt as it is named, and in one spelling. */
type OwnAddress = {
  readonly named: readonly (string | null | undefined)[];
  readonly country: string | null;
  readonly plain: ReadonlySet<string>;
};

function ownAddress(moment: Situation): OwnAddress {
  const { facts, point } = moment;
  const named = [facts.proposed.to, point?.number, point?.address];
  const country = countryOfPoint(moment);
  const plain = named.flatMap((name) => (name ? [plainAddress(name, country)] : []));
  return { named, country, plain: new Set(plain) };
}

/** The address an attempt goes to: the point's id, its number or its address may have been stored. */
export function isAddress(moment: Situation, address: string | null | undefined): boolean {
  if (!address) return false;
  return once(moment, `address:${address}`, () => {
    const { named, country, plain } = once(moment, 'own-address', () => ownAddress(moment));
    return named.includes(address) || plain.has(plainAddress(address, country));
  });
}

/** Where local dates are told when nothing is known of the person's place. */
const NOWHERE: readonly Zone[] = ['UTC'];

/** Zones in which to read local dates; never empty. */
export function dateZones(situation: Situation): readonly Zone[] {
  return situation.zones.length ? situation.zones : NOWHERE;
}

/** The zone in which dates are reported: that of the first signal. */
export function mainZone(situation: Situation): Zone {
  return situation.zones[0] ?? 'UTC';
}

/** The consumer's local day of the moment, as days since 1970. */
export function dayAt(moment: EvaluationContext): number {
  return localDay(mainZone(moment), moment.ms);
}

/** Whether the attempt reaches for a person at all. */
export function isContact(situation: Situation): boolean {
  return !(NOT_CONTACT as readonly string[]).includes(situation.channel);
}

/** Whether the attempt has an hour and nobody knows by which clock. */
export function lacksZone(situation: Situation): boolean {
  return isContact(situation) && situation.channel !== 'letter' && situation.zones.length === 0;
}
