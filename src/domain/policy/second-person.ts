import { settingsFrom } from './default-settings.ts';
import type { PolicySettings } from './policy-settings.ts';
import type { SettingChange } from './settings-checks.ts';

/**
 * The settings that one person changes at once: they order the work and say what is aimed at. Neither
 * contact nor money nor what may be agreed follows from them.
 */
const byOnePerson = [
  'firstTreatmentHours',
  'monthlyCollectionTarget',
  'queue',
  'ranking',
  'staleBalanceDays',
  'wipLimits',
] as const satisfies readonly (keyof PolicySettings)[];

/** Whether a setting, by its path, changes only when a second person confirms it: all but a few do. */
export function needsSecondPerson(setting: string): boolean {
  return !byOnePerson.some((name) => setting === name || setting.startsWith(`${name}.`));
}

/** Where a portfolio is, whose debts it holds and who collects: it decides which law applies. */
export const lawTraits = [
  'country',
  'kind',
  'usesThirdPartyName',
  'businessAssociate',
  'actsFor',
] as const;

/** One of `lawTraits`. */
export type LawTrait = (typeof lawTraits)[number];

const traitPrefix = 'portfolio.';

/** The name under which a change of a trait waits for a second person. */
export function traitSetting(trait: LawTrait): string {
  return `${traitPrefix}${trait}`;
}

/** The new values of the traits among changes that were proposed. */
export function traitsAmong(
  changes: readonly SettingChange[],
): Readonly<Partial<Record<LawTrait, unknown>>> {
  const known = lawTraits.map((trait) => [traitSetting(trait), trait] as const);
  return Object.fromEntries(
    known.flatMap(([setting, trait]) =>
      changes.filter((change) => change.setting === setting).map((change) => [trait, change.new]),
    ),
  );
}

/** The settings with each change put in; a change to null of a limit that need not be there too. */
export function withChanges(
  settings: PolicySettings,
  changes: readonly SettingChange[],
): PolicySettings {
  const changed: unknown = changes.reduce<unknown>(
    (tree, change) => put(tree, change.setting.split('.'), change.new),
    settings,
  );
  const { gate } = changed as PolicySettings;
  return settingsFrom({
    ...(changed as PolicySettings),
    gate: { ...gate, ruleHours: wholeHours(gate.ruleHours) },
  });
}

const closedWeek = {
  ...{ mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null },
};

/**
 * Hours under each rule made whole again: a day that is closed is no change of its own, and hours
 * given up have lost every part.
 */
function wholeHours(hours: PolicySettings['gate']['ruleHours']): object {
  const kept = Object.entries(hours).filter(([, { shutOnHolidays }]) => shutOnHolidays !== null);
  return Object.fromEntries(
    kept.map(([rule, { week, shutOnHolidays }]) => [
      rule,
      { week: { ...closedWeek, ...week }, shutOnHolidays },
    ]),
  );
}

function put(tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const branch: Record<string, unknown> =
    typeof tree === 'object' && tree !== null ? { ...tree } : {};
  return { ...branch, [name]: put(branch[name], rest, value) };
}
