import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { OperatorWeek, Pack, Rule } from '#domain/gate/pack.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { PortfolioPolicy } from './portfolio-policy.ts';

type Gate = PortfolioPolicy['gate'];

/** A rule whose hours an operator sets, with those of a portfolio. */
type RuleHours = OperatorWeek & { readonly rule: string };

/** The days of a week that are open; a day that is shut is left out. */
export function openDays(week: Gate['houseHours']): WeeklyWindows {
  const open = Object.entries(week).flatMap(([day, hours]) => (hours ? [[day, [hours]]] : []));
  return Object.fromEntries(open) as WeeklyWindows;
}

const kinds = new WeakMap<Pack, readonly Rule[]>();

/** The rules of a pack of which the operator sets something. */
function settableRules(pack: Pack): readonly Rule[] {
  let found = kinds.get(pack);
  if (!found) {
    found = pack.rules.filter((rule) => kindOf(rule) !== undefined);
    kinds.set(pack, found);
  }
  return found;
}

/** What is set of a rule: its hours, whether it speaks, or whether it only advises. */
type SettingKind = 'hours' | 'switch' | 'advice';

/** What an operator may set of a rule; undefined where its law leaves nothing to it. */
function kindOf({ setting, enforcement }: Rule): SettingKind | undefined {
  if (setting) return setting.kind;
  return enforcement === 'guidance' || enforcement === 'code' ? 'advice' : undefined;
}

/** Of some rules those of the packs of which an operator may set that. */
export function settableAs(
  kind: SettingKind,
  rules: readonly string[],
  packs: readonly Pack[],
): readonly string[] {
  if (rules.length === 0) return rules;
  const all = packs.flatMap(settableRules);
  return rules.filter((rule) => all.some((one) => one.id === rule && kindOf(one) === kind));
}

/** The hours a portfolio keeps under each rule that leaves them to it; a rule without any is left out. */
export function ruleHoursOf(policy: Gate, packs: readonly Pack[]): RuleHours[] {
  return packs.flatMap(settableRules).flatMap(({ id: rule, setting }): RuleHours[] => {
    if (setting?.kind !== 'hours') return [];
    const own = ownValue(policy.ruleHours, rule);
    if (own) return [{ rule, week: openDays(own.week), shutOnHolidays: own.shutOnHolidays }];
    return setting.initial ? [{ rule, ...setting.initial }] : [];
  });
}

/** A rule that leaves something to the operator, as a policy's screen shows it. */
export type SettableRule = {
  readonly rule: string;
  readonly title: string;
  readonly pack: string;
  readonly kind: SettingKind;
  /** The hours that hold while the portfolio keeps none of its own; null where house hours do. */
  readonly initial: Gate['ruleHours'][string] | null;
};

/** What packs leave to the operator in a country. */
export function settableIn(packs: readonly Pack[], country: string): SettableRule[] {
  const isThere = (pack: Pack) => pack.territory.some((place) => place.slice(0, 2) === country);
  return packs.filter(isThere).flatMap((pack) =>
    settableRules(pack).flatMap((rule): SettableRule[] => {
      const { id, title, setting } = rule;
      const kind = kindOf(rule);
      const initial = setting?.kind === 'hours' ? asSetting(setting.initial) : null;
      return kind ? [{ rule: id, title, pack: pack.name, kind, initial }] : [];
    }),
  );
}

function asSetting(hours: OperatorWeek | null): Gate['ruleHours'][string] | null {
  if (!hours) return null;
  const { week, shutOnHolidays } = hours;
  const day = (name: keyof WeeklyWindows) => week[name]?.[0] ?? null;
  return {
    week: {
      ...{ mon: day('mon'), tue: day('tue'), wed: day('wed'), thu: day('thu') },
      ...{ fri: day('fri'), sat: day('sat'), sun: day('sun') },
    },
    shutOnHolidays,
  };
}

/** Where settings name a rule that no installed pack leaves to the operator. */
export function unknownRules(policy: Gate, packs: readonly Pack[]): string[] {
  const hours = Object.keys(policy.ruleHours);
  const known = new Set(settableAs('hours', hours, packs));
  const unknown = (kind: SettingKind, name: 'rulesOn' | 'adviceOnly') => {
    const own = new Set(settableAs(kind, policy[name], packs));
    return policy[name].flatMap((rule, i) => (own.has(rule) ? [] : [`gate.${name}.${i}`]));
  };
  return [
    ...hours.filter((rule) => !known.has(rule)).map((rule) => `gate.ruleHours.${rule}`),
    ...unknown('switch', 'rulesOn'),
    ...unknown('advice', 'adviceOnly'),
  ];
}
