import type { TFunction } from 'i18next';

/** ISO weekday names of a calendar, Monday first. */
export const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The facts whose values earn points by range. */
export const rangeLists = [
  'amountPercent',
  'ageDays',
  'daysSinceBreak',
  'daysToDisputeDeadline',
  'daysToRestriction',
] as const;

// 2024-01-01 was a Monday.
const mondayMs = Date.UTC(2024, 0, 1, 12);
const dayMs = 86_400_000;

/** The name of an ISO weekday (1 Monday to 7 Sunday). */
export function weekdayWords(locale: string, day: number): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(mondayMs + (day - 1) * dayMs));
}

/** The name of a setting, by its path in the policy; rules by what they say. */
export function settingWords(
  t: TFunction,
  locale: string,
  path: string,
  ruleWords: (rule: string) => string,
): string {
  const authority = /^agreements\.authority\.(\w+)\.(\w+)$/.exec(path);
  if (authority) {
    const [, role, name] = authority;
    return `${t(`setting.authority.${name}`)} (${t(`ui:role.${role}`)})`;
  }
  const weekday = (name: string) =>
    weekdayWords(locale, (dayNames as readonly string[]).indexOf(name) + 1);
  const house = /^gate\.houseHours\.(\w+)$/.exec(path)?.[1];
  if (house) return `${t('setting.gate.houseHours')} (${weekday(house)})`;
  const own = /^gate\.ruleHours\.([A-Z0-9-]+)(?:\.week\.(\w+)|\.(shutOnHolidays))?$/.exec(path);
  if (own) {
    const [, rule = '', day, shut] = own;
    const what = shut ? t('setting.gate.shutOnHolidays') : t('setting.gate.ruleHours');
    return `${what} (${[ruleWords(rule), day && weekday(day)].filter(Boolean).join(', ')})`;
  }
  const state = /^wipLimits\.(.+)$/.exec(path)?.[1];
  if (state) return `${t('setting.wipLimits')} (${t(`state.${state}`)})`;
  return t(`setting.${path}`);
}

/** The settings that list rules. */
const ruleLists = ['gate.rulesOn', 'gate.adviceOnly'];

/** The value of a setting with the rules that it lists by what they say. */
export function namedRules(
  path: string,
  value: unknown,
  ruleWords: (rule: string) => string,
): unknown {
  const isList = ruleLists.includes(path) && Array.isArray(value);
  return isList ? value.map((rule) => ruleWords(String(rule))) : value;
}

/** A value of a setting in words: what the catalogue names is named, the rest is shown as it is. */
export function valueWords(t: TFunction, locale: string, value: unknown): string {
  if (value === null || value === undefined) return t('value.none');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (Array.isArray(value)) return value.map((one) => valueWords(t, locale, one)).join(', ') || '–';
  if (isRange(value)) {
    const { upTo, points } = value;
    return upTo === null ? t('value.above', { points }) : t('value.range', { upTo, points });
  }
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return new Date(text).toLocaleString(locale);
  return t([`value.${text}`, 'value.other'], { text });
}

function isRange(value: unknown): value is { upTo: number | null; points: number } {
  return typeof value === 'object' && value !== null && 'upTo' in value && 'points' in value;
}
