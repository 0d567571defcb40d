import {
  type Decision,
  type Details,
  type RuleResult,
  verdictWord,
} from '#domain/gate/decision.ts';
import type { Medium } from '#domain/gate/facts/channels.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import type { Basis, Confidence, Pack, Rule } from '#domain/gate/pack.ts';
import { namedPlace } from '#domain/gate/places/place-names.ts';
import { type Silence, silenceNamed } from '#domain/gate/silent-channels.ts';
import { ownValue } from '#kernel/own-value.ts';
import { instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import { houseRules } from './case-bars.ts';
import { stopsForOperations } from './operational-reasons.ts';

/** A rule as one would cite it; `source` only where it is an address that can be opened. */
export type CitedRule = {
  readonly rule: string;
  readonly pack: string;
  readonly title: string;
  readonly citation: string;
  readonly source: string | null;
  readonly since: LocalDate | null;
  readonly until: LocalDate | null;
  readonly confidence: Confidence | null;
  readonly basis: Basis | null;
};

/** The installed packs, with the operator's own limits as one more. */
export function allPacks(packs: readonly Pack[]): readonly Pack[] {
  return [...packs, operatorPack];
}

/** Whether a rule decides anything about a contact; one without a check is only explained. */
export function canSpeak({ check, requires }: Rule): boolean {
  return check !== undefined || requires !== undefined;
}

/** A rule of a pack as one would cite it. */
export function citedRule(pack: Pack, rule: Rule): CitedRule {
  const { id, title, citation, source, since, until = null, confidence, basis } = rule;
  const isAddress = /^https?:\/\//.test(source);
  return {
    ...{ rule: id, pack: pack.id, title, citation, source: isAddress ? source : null },
    ...{ since, until, confidence, basis },
  };
}

/** The operator's own time limits for obligations. */
const ownLimit = 'Operator’s own limit';

const obligationRules: Readonly<Record<string, { title: string; citation: string }>> = {
  'DUNLIN-DUTY-CONFIRM': { title: 'An opt-out is confirmed', citation: ownLimit },
  'DUNLIN-DUTY-ACKNOWLEDGE': {
    title: 'A dispute or complaint is acknowledged',
    citation: ownLimit,
  },
  'DUNLIN-DUTY-ANSWER': { title: 'What people ask of us is answered', citation: ownLimit },
};

/** The channels as their law speaks of them. */
const channelNames: Readonly<Record<Medium, string>> = {
  phone_call: 'calls',
  ringless_voicemail: 'voicemail drops',
  sms: 'text messages',
  email: 'e-mails',
  chat: 'chats',
  messaging: 'messenger messages',
  push: 'push messages',
  social_dm: 'private messages in social networks',
  social_public: 'public posts',
  letter: 'letters',
  visit: 'visits',
};

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** The place of a pack in English; a pack of several places, or of none, by its own name. */
function placeOf({ territory, name }: Pack): string {
  const [place, another] = territory;
  if (place === undefined || another !== undefined) return name;
  const { country, part } = namedPlace(place);
  return part?.en ?? countryNames.of(country) ?? name;
}

/** What is said of a channel of which no law of a place says anything. */
const silenceWords = ({ pack, channel }: Silence) => ({
  title: `No rule on ${channelNames[channel]} in ${placeOf(pack)}`,
  citation: `What the pack ${pack.id} says: docs/pack-statements.md`,
});

/** Cites rules by id; a rule that is in no pack any more is cited by its id. */
export function citing(packs: readonly Pack[]): (ruleId: string, pack?: string) => CitedRule {
  const known = new Map(
    allPacks(packs).flatMap((pack) =>
      pack.rules.map((rule) => [rule.id, citedRule(pack, rule)] as const),
    ),
  );
  const unknown = { source: null, since: null, until: null, confidence: null, basis: null };
  return (rule, pack = operatorPack.id) => {
    const house = ownValue(houseRules, rule) ?? ownValue(obligationRules, rule);
    if (house) return { rule, pack: operatorPack.id, ...house, ...unknown };
    const silence = silenceNamed(packs, rule);
    if (silence) return { rule, pack: silence.pack.id, ...silenceWords(silence), ...unknown };
    return known.get(rule) ?? { rule, pack, title: rule, citation: rule, ...unknown };
  };
}

/** What rules say, by id, for lists that name them. */
export function titlesOf(
  packs: readonly Pack[],
  ruleIds: Iterable<string>,
): Readonly<Record<string, string>> {
  const cite = citing(packs);
  return Object.fromEntries([...new Set(ruleIds)].map((rule) => [rule, cite(rule).title]));
}

/** Details with the kind of thing that was counted in place of its id. */
function unitNamed(details: Details, facts: Partial<Facts>): Details {
  const { unit } = details;
  if (typeof unit !== 'string') return { ...details };
  if (facts.debts?.some(({ id }) => id === unit)) return { ...details, unit: 'debt' };
  if (unit === facts.consumer?.id) return { ...details, unit: 'person' };
  const isPoint = facts.contact_points?.some(({ id }) => id === unit);
  return isPoint ? { ...details, unit: 'address' } : { ...details };
}

/** The gate's whole answer, each rule with its law. For those who may open decisions only. */
export function answerOf(packs: readonly Pack[], decision: Decision, facts: Partial<Facts>) {
  const cite = citing(packs);
  const finding = (found: RuleResult) => ({
    ...cite(found.rule, found.pack),
    enforcement: found.enforcement,
    bound: found.bound,
    releasing: [...found.releasing],
    details: unitNamed(found.details, facts),
    operational: stopsForOperations(found),
  });
  const { nextPermittedAt, evaluatedZones } = decision;
  return {
    verdict: verdictWord(decision),
    reasons: decision.reasons.map(finding),
    advisories: decision.advisories.map(finding),
    requiredContent: decision.requiredContent.map(({ rule, content }) => ({
      ...cite(rule),
      content,
    })),
    obligations: decision.obligations.map(({ rule, ...details }) => ({ ...cite(rule), details })),
    nextKind: decision.nextKind,
    nextPermittedAt: nextPermittedAt === null ? null : instantOf(msOf(nextPermittedAt)),
    releasing: [...decision.releasing],
    zones: evaluatedZones.map(({ tz, local }) => ({ zone: tz, local })),
  };
}
