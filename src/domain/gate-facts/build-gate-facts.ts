import type { Facts, LocationSignal } from '#domain/gate/facts/facts.ts';
import type { Content, VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { readFacts } from '#domain/gate/facts/unread-words.ts';
import { OPERATOR_HOLDS } from '#domain/gate/operator-holds.ts';
import type { Pack } from '#domain/gate/pack.ts';
import type { PlaceLaw } from '#domain/gate/place-law.ts';
import { placesOf, unreadPlace } from '#domain/gate/places/regions.ts';
import { zonesWhenUnknown } from '#domain/gate/places/zones.ts';
import { isMinor, mayBeMinor } from '#domain/parties/age-of-majority.ts';
import { nobody, personAt, unknownOwner } from '#domain/parties/party-roles.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { openDays, ruleHoursOf, settableAs } from '#domain/policy/rule-settings.ts';
import { dateIn, msOf } from '#kernel/time.ts';
import { debtFacts } from './build-debt-facts.ts';
import { buildHistoryFacts } from './build-history-facts.ts';
import { accountsAt, ownerOfPoint, pointFacts } from './build-point-facts.ts';
import type { GateRows } from './gate-rows.ts';
import { signalsOf } from './location-signals.ts';
import { withPresentClock } from './whereabouts.ts';

/** What the gate is told of the portfolio in whose name the contact would be made. */
export type GatePortfolio = {
  readonly id: string;
  readonly collectorRole: string;
  readonly callerId: string;
};

/** One contact somebody intends, before it is mapped to `Proposed`. */
export type Intended = {
  readonly channel: string;
  readonly contactPointId: string;
  readonly debts: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  /** The customer's local date, for ages of debts. */
  readonly today: string;
  readonly mode: string;
  readonly purpose: string | null;
  /** What a claimed purpose rests on: the law, the court case, the notice. */
  readonly reference: string | null;
  /** Null: whoever the point of contact belongs to. */
  readonly person: string | null;
  readonly content: Content;
  readonly inResponseTo: string | null;
  readonly voicemailPlan: VoicemailPlan | null;
  /** Answered inside a site or app that the person is using. */
  readonly inLiveSession: boolean;
  /** A supervisor's reason against a presumption. */
  readonly rebuttalFactor: string | null;
  /** The debts to which it is charged when nobody answers; null is all it is about. */
  readonly countDebts: readonly string[] | null;
  /** Who makes it, where they are trained for people in vulnerable circumstances. */
  readonly team: 'specialist' | null;
  /** `ai_generated_conversational` where a machine talks; null for a human voice. */
  readonly voice: string | null;
  /** Rules of unread source that two people have confirmed, and channels without a rule. */
  readonly confirmedRules: readonly string[];
  /** Rules of unread source that two people have switched off. */
  readonly silencedRules: readonly string[];
};

/** The law that facts are read by: the packs that cover the customer, and what all say of places. */
export type LawOfFacts = { readonly packs: readonly Pack[]; readonly law: PlaceLaw };

/**
 * Maps rows to the facts that the gate decides on; `tenantId` is the collector of a portfolio that
 * names none.
 */
export function factsFrom(
  rows: GateRows,
  portfolio: GatePortfolio,
  policy: PortfolioPolicy['gate'],
  tenantId: string,
  { packs, law }: LawOfFacts,
  intended: Intended,
): Facts {
  const actor = actorOf(rows, portfolio, tenantId);
  const { at, debts: about } = intended;
  const heard = { ...rows, preferences: rows.preferences.filter(concerns(rows, intended)) };
  const log = buildHistoryFacts(heard, { actorId: actor.id, tenantId, at, packs, debts: about });
  const signals = withPresentClock(signalsOf(rows, intended.contactPointId), rows, at);
  const status = statusOf(rows, log.consumer.status, signals, intended, law);
  const person = personOf(rows, intended, status);
  return readFacts({
    packs: packs.map(({ id }) => id),
    actor,
    consumer: {
      id: rows.customer.id,
      location_signals: signals,
      kind: rows.customer.kind,
      language: rows.customer.language,
      ...unreadOf(rows),
      ...log.consumer,
      status,
    },
    contact_points: rows.points.map((point) => pointFacts(rows, point)),
    debts: rows.debts.map((debt) => debtFacts(rows, debt, intended.today, law)),
    contact_log: log.contact_log,
    consents: log.consents,
    events: log.events,
    policy: {
      unknown_location_zone_set: zonesWhenUnknown(rows.customer.country),
      ...limitsOf(policy, packs),
      holds: OPERATOR_HOLDS,
      // No policy of a portfolio opens a channel of which nobody has read a law.
      silence_refuses: true,
      confirmed_rules: intended.confirmedRules,
      silenced_rules: intended.silencedRules,
    },
    proposed: { ...proposedOf(portfolio, intended, person, rows), person },
  });
}

/** A time or place that somebody beside the customer named is for their own numbers alone. */
function concerns({ points }: GateRows, { contactPointId }: Intended) {
  const partyAt = (pointId: string) => points.find(({ id }) => id === pointId)?.partyId ?? null;
  return ({ kind, pointId }: GateRows['preferences'][number]): boolean => {
    if (!kind.startsWith('inconvenient_') || pointId === null) return true;
    const partyId = partyAt(pointId);
    return partyId === null || partyId === partyAt(contactPointId);
  };
}

/** Whom the contact is for: whoever the point of contact belongs to, where nobody is named. */
function personOf(
  rows: GateRows,
  { contactPointId, person, debts, countDebts }: Intended,
  { minor, deceased }: NonNullable<Facts['consumer']['status']>,
): string {
  if (person !== null) return person;
  const point = rows.points.find(({ id }) => id === contactPointId);
  // A number found to be somebody else's was dialled for the person, and is refused as such.
  if (!point || point.state === 'wrong_person') return 'consumer';
  const accounts = accountsAt(rows, point);
  const about = [...debts, ...(countDebts ?? [])];
  // Of the other debts they are as much a stranger as anybody.
  if (accounts !== null && about.some((debt) => !accounts.includes(debt))) return unknownOwner;
  return personAt(ownerOfPoint(rows, point), {
    minor: minor === true,
    deceased: deceased === true,
  });
}

/** What is known of the person's state, and whether their birth date makes them a minor. */
function statusOf(
  rows: GateRows,
  told: Facts['consumer']['status'],
  signals: readonly LocationSignal[],
  intended: Intended,
  { majority }: PlaceLaw,
): NonNullable<Facts['consumer']['status']> {
  const { birthDate } = rows.customer;
  if (birthDate === null || !mayBeMinor(birthDate, intended.today, majority)) return told ?? {};
  const ms = msOf(intended.at);
  const days = signals.flatMap(({ tz }) => tz.map((zone) => dateIn(zone, ms)));
  const today = days.sort()[0] ?? intended.today;
  const regions = [rows.customer, ...rows.otherPlaces].flatMap(placesOf);
  return isMinor(birthDate, today, regions, majority) ? { ...told, minor: true } : (told ?? {});
}

/** The limits of a portfolio in the words of the gate, with those that the packs leave to it. */
export function limitsOf(
  policy: PortfolioPolicy['gate'],
  packs: readonly Pack[],
): NonNullable<Facts['policy']> {
  const hours = ruleHoursOf(policy, packs);
  const shut = hours.flatMap(({ rule, shutOnHolidays }) => (shutOnHolidays ? [rule] : []));
  const on = settableAs('switch', policy.rulesOn, packs);
  const advice = settableAs('advice', policy.adviceOnly, packs);
  return {
    require_safe_harbors: policy.safeHarboursBind,
    stop_means_everything: policy.stopMeansEverything,
    attorney_response_days: policy.attorneyResponseDays,
    house_hours: openDays(policy.houseHours),
    ...(hours.length > 0
      ? { rule_hours: Object.fromEntries(hours.map(({ rule, week }) => [rule, week])) }
      : {}),
    ...(shut.length > 0 ? { rule_hours_shut_on_holidays: shut } : {}),
    ...(on.length > 0 ? { rules_on: on } : {}),
    ...(advice.length > 0 ? { warn_only: advice } : {}),
  };
}

/** Who collects the portfolio at the time asked about, and in what legal role. */
export function actorOf(
  rows: GateRows,
  portfolio: Pick<GatePortfolio, 'id' | 'collectorRole'>,
  tenantId: string,
): Facts['actor'] {
  const named = rows.collectors.find(({ portfolioId }) => portfolioId === portfolio.id);
  return {
    type: named?.role ?? portfolio.collectorRole,
    id: named?.collector ?? tenantId,
    ...(named?.usesThirdPartyName ? { uses_third_party_name: true } : {}),
    ...(typeof named?.businessAssociate === 'boolean'
      ? { business_associate: named.businessAssociate }
      : {}),
    ...(named?.actsFor ? { acts_for: named.actsFor } : {}),
  };
}

function proposedOf(
  portfolio: GatePortfolio,
  intended: Intended,
  person: string,
  rows: GateRows,
): Omit<Facts['proposed'], 'person'> {
  return {
    channel: intended.channel,
    at: intended.at,
    to: intended.contactPointId,
    debts: intended.debts,
    mode: intended.mode,
    ...(intended.mode === 'automatic' ? { automated: true } : {}),
    purpose: intended.purpose,
    ...(intended.reference === null ? {} : { legal_basis: intended.reference }),
    caller_id: portfolio.callerId,
    content: { ...addressedContent(rows, intended, person), ...intended.content },
    in_response_to: intended.inResponseTo,
    voicemail_plan: intended.voicemailPlan,
    in_live_session: intended.inLiveSession,
    rebuttal_factor: intended.rebuttalFactor,
    ...(intended.countDebts ? { count_debts: intended.countDebts } : {}),
    ...(intended.team ? { team: intended.team } : {}),
    voice: intended.voice,
  };
}

/** A letter or e-mail to whoever acts for an estate names them, where their name is known. */
function addressedContent(
  rows: GateRows,
  { channel, contactPointId }: Intended,
  person: string,
): Pick<Content, 'names_representative'> {
  if (person !== 'executor' || !['letter', 'email'].includes(channel)) return {};
  const point = rows.points.find(({ id }) => id === contactPointId);
  const party = rows.parties.find(({ id }) => id === point?.partyId);
  return { names_representative: party !== undefined && party.name !== nobody };
}

function unreadOf(rows: GateRows): Pick<Facts['consumer'], 'unread_places'> {
  const unread = [rows.customer, ...rows.otherPlaces].flatMap((home) => unreadPlace(home) ?? []);
  return unread.length > 0 ? { unread_places: [...new Set(unread)] } : {};
}
