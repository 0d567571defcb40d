import { type CollectorRole, collectorRoles, principals } from '#domain/contact/collector-roles.ts';
import { type Duty, ownDuties } from '#domain/gate/duties.ts';
import { type EvaluationContext, situationOf } from '#domain/gate/evaluation-context.ts';
import { EVERY_MEDIUM, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { readPack } from '#domain/gate/read-packs.ts';

/** What of a portfolio decides which law applies to it. */
export type PortfolioTraits = {
  readonly country: string;
  readonly kind: 'consumer' | 'business';
  readonly collectorRole: CollectorRole;
  readonly usesThirdPartyName: boolean;
  readonly businessAssociate: boolean | null;
  readonly actsFor: (typeof principals)[number] | null;
};

/** A rule by which it is named to people. */
export type NamedRule = Pick<Rule, 'title' | 'citation'> & { readonly rule: string };

/** What other traits change: rules, the rules about hours, and duties. */
export type LawChange = {
  readonly rules: { readonly lost: NamedRule[]; readonly won: NamedRule[] };
  /** The rules about hours that apply before and after; none: the house hours alone. */
  readonly hours: { readonly before: NamedRule[]; readonly after: NamedRule[] };
  readonly duties: { readonly lost: NamedDuty[]; readonly won: NamedDuty[] };
};

/** A duty by which it is named to people. */
export type NamedDuty = Pick<Duty, 'kind' | 'rule' | 'within'>;

const CHANNELS = [...EVERY_MEDIUM, ...NOT_CONTACT];
const DEBTS = ['credit_card', 'medical', 'mortgage', 'student_loan', 'personal_loan'];
const OTHERS = ['co_debtor', 'spouse', 'attorney', 'third_party:neighbour'];

/** Contacts of every channel: with the customer about each kind of debt, with others about one. */
function contactsOf(traits: PortfolioTraits, today: string): readonly EvaluationContext[] {
  const at = `${today}T12:00:00Z`;
  const purpose = traits.kind === 'business' ? { consumer_purpose: false } : {};
  const actor = {
    ...{ type: traits.collectorRole, id: 'collector', acts_for: traits.actsFor },
    uses_third_party_name: traits.usesThirdPartyName,
    business_associate: traits.businessAssociate,
  };
  const contact = (channel: string, type: string, person: string): EvaluationContext => {
    const situation = situationOf({
      ...{ packs: [], actor, consumer: { id: 'consumer', location_signals: [] } },
      ...{ contact_points: [], contact_log: [], consents: [], events: [] },
      debts: [{ id: 'debt', type, ...purpose }],
      proposed: { channel, at, person, debts: ['debt'], mode: 'live_agent' },
    });
    return { ...situation, ms: situation.atMs };
  };
  return CHANNELS.flatMap((channel) => [
    ...DEBTS.map((type) => contact(channel, type, 'consumer')),
    ...OTHERS.map((person) => contact(channel, 'credit_card', person)),
  ]);
}

/** The traits of a portfolio with each of them set in every way. */
function variants(of: PortfolioTraits): readonly PortfolioTraits[] {
  const kinds = ['consumer', 'business'] as const;
  const plain = { ...of, usesThirdPartyName: false, actsFor: null };
  return kinds.flatMap((kind) => [
    ...collectorRoles.map((collectorRole) => ({ ...plain, kind, collectorRole })),
    ...principals.map((actsFor) => ({ ...of, kind, actsFor })),
    ...[true, false].map((businessAssociate) => ({ ...of, kind, businessAssociate })),
  ]);
}

/**
 * The rules of a country and of its parts that may speak to contacts of a portfolio. A rule whose
 * condition no trait opens waits for something else, an event or a place: it may speak.
 */
function rulesOf(
  packs: readonly Pack[],
  traits: PortfolioTraits,
  today: string,
  anyTraits: readonly EvaluationContext[],
): readonly Rule[] {
  const own = contactsOf(traits, today);
  const mayApply = ({ applies }: Rule) =>
    !applies?.when || own.some(applies.when) || !anyTraits.some(applies.when);
  return packsOf(packs, traits.country)
    .flatMap((pack) => readPack(pack).rules.map(({ rule }) => rule))
    .filter((rule) => (rule.until === undefined || rule.until >= today) && mayApply(rule));
}

/** The packs of a country and of its parts. */
function packsOf(packs: readonly Pack[], country: string): readonly Pack[] {
  const isWithin = (place: string) => place === country || place.startsWith(`${country}-`);
  return packs.filter(({ territory }) => territory.some(isWithin));
}

/** The duties of a country: its packs' own, and the operator's for the kinds that none brings. */
function dutiesOf(packs: readonly Pack[], country: string): readonly Duty[] {
  const brought = packsOf(packs, country).flatMap(({ duties = [] }) => duties);
  const kinds = new Set(brought.map(({ kind }) => kind));
  return [...brought, ...ownDuties.filter(({ kind }) => !kinds.has(kind))];
}

const named = ({ id: rule, title, citation }: Rule): NamedRule => ({ rule, title, citation });

const namedDuty = ({ kind, rule, within }: Duty): NamedDuty => ({ kind, rule, within });

const isOfHours = ({ about, topics }: Rule) =>
  about?.includes('hours') === true || topics?.includes('hours') === true;

/**
 * What changes where a portfolio has other traits from `today` on: the rules of its country and
 * collector that no longer apply or apply then, those about hours, and the duties.
 */
export function lawChange(
  packs: readonly Pack[],
  before: PortfolioTraits,
  after: PortfolioTraits,
  today: string,
): LawChange {
  const anyTraits = variants(before).flatMap((one) => contactsOf(one, today));
  const was = rulesOf(packs, before, today, anyTraits);
  const becomes = rulesOf(packs, after, today, anyTraits);
  const beside = (rules: readonly Rule[], others: readonly Rule[]) => {
    const ids = new Set(others.map(({ id }) => id));
    return rules.filter(({ id }) => !ids.has(id)).map(named);
  };
  const hours = (rules: readonly Rule[]) => rules.filter(isOfHours).map(named);
  const [owed, owes] = [dutiesOf(packs, before.country), dutiesOf(packs, after.country)];
  return {
    rules: { lost: beside(was, becomes), won: beside(becomes, was) },
    hours: { before: hours(was), after: hours(becomes) },
    duties: {
      lost: owed.filter((duty) => !owes.includes(duty)).map(namedDuty),
      won: owes.filter((duty) => !owed.includes(duty)).map(namedDuty),
    },
  };
}
