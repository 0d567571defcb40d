import type { WeeklyWindows } from '#domain/gate/facts/policy-facts.ts';
import type { OperatorWeek, Pack, Rule } from '#domain/gate/pack.ts';
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

/** The rules of a pack that speak only as the operator sets them. */
export function settableRules(pack: Pack): readonly Rule[] {
  let found = kinds.get(pack);
  if (!found) {
    found = pack.rules.filter(({ setting }) => setting !== undefined);
    kinds.set(pack, found);
  }
  return found;
}

/** Whether the rule is one of the pack that the operator switches on. */
export function isSwitch(pack: Pack, rule: string): boolean {
  return settableRules(pack).some(({ id, setting }) => id === rule && setting?.kind === 'switch');
}

/** The hours a portfolio keeps under each rule that leaves them to it; a rule without any is left out. */
export function ruleHoursOf(policy: Gate, packs: readonly Pack[]): RuleHours[] {
  return packs.flatMap(settableRules).flatMap(({ id: rule, setting }): RuleHours[] => {
    if (setting?.kind !== 'hours') return [];
    const own = policy.ruleHours[rule];
    if (own) return [{ rule, week: openDays(own.week), shutOnHolidays: own.shutOnHolidays }];
    return setting.initial ? [{ rule, ...setting.initial }] : [];
  });
}

/** A rule that leaves something to the operator, as a policy's screen shows it. */
export type SettableRule = {
  readonly rule: string;
  readonly title: string;
  readonly pack: string;
  readonly kind: 'hours' | 'switch';
  /** The hours that hold while the portfolio keeps none of its own; null where house hours do. */
  readonly initial: Gate['ruleHours'][string] | null;
};

/** What packs leave to the operator in a country. */
export function settableIn(packs: readonly Pack[], country: string): SettableRule[] {
  const isThere = (pack: Pack) => pack.territory.some((place) => place.slice(0, 2) === country);
  return packs.filter(isThere).flatMap((pack) =>
    settableRules(pack).flatMap(({ id: rule, title, setting }): SettableRule[] => {
      if (!setting) return [];
      const initial = setting.kind === 'hours' ? asSetting(setting.initial) : null;
      return [{ rule, title, pack: pack.name, kind: setting.kind, initial }];
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
  const known = (kind: 'hours' | 'switch') =>
    new Set(
      packs
        .flatMap(settableRules)
        .flatMap(({ id, setting }) => (setting?.kind === kind ? [id] : [])),
    );
  const [hours, switches] = [known('hours'), known('switch')];
  return [
    ...Object.keys(policy.ruleHours)
      .filter((rule) => !hours.has(rule))
      .map((rule) => `gate.ruleHours.${rule}`),
    ...policy.rulesOn.flatMap((rule, i) => (switches.has(rule) ? [] : [`gate.rulesOn.${i}`])),
  ];
}
