import type { TFunction } from 'i18next';
import { countryWords } from '#web/ui/place-words.ts';
import { dayWords, instantWords, zoneCityWords } from '#web/ui/when.tsx';

/** What a code belongs to; its words are `compliance:code.<group>.<code>`. */
export type CodeGroup =
  | 'basis'
  | 'channel'
  | 'confidence'
  | 'consent'
  | 'content'
  | 'detail'
  | 'enforcement'
  | 'event'
  | 'factor'
  | 'person'
  | 'place'
  | 'point'
  | 'purpose'
  | 'releasing'
  | 'result'
  | 'value';

/** A code without words of its own, as it can be read: `opt_out` as `opt out`. */
function plainWords(code: string): string {
  return code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
}

/** Where the log of contacts words the same codes. */
const logWords: Partial<Readonly<Record<CodeGroup, string>>> = {
  channel: 'channel',
  consent: 'consent.kinds',
  event: 'kind',
  person: 'person',
  result: 'result',
};

/** A code of the gate in words; packs bring codes of their own, which are shown as they are. */
export function codeWords(t: TFunction, group: CodeGroup, code: string): string {
  const key = code.replaceAll('_', '-').replaceAll('.', '-');
  const own = `compliance:code.${group}.${key}`;
  const log = logWords[group];
  const keys = log ? [own, `contact-log:${log}.${code}`] : [own];
  return t(keys, { defaultValue: plainWords(code) });
}

/** What asked for a contact: a step of the process by its name and turn, anything else as it is. */
export function campaignWords(t: TFunction, campaign: string, locale: string): string {
  const [, step = campaign, turn] = /^(.+?)(?:-(\d+))?$/.exec(campaign) ?? [];
  const words = t(`compliance:campaign.step.${step}`, { defaultValue: plainWords(step) });
  if (turn === undefined) return words;
  return t('compliance:campaign.turn', { words, turn: Number(turn).toLocaleString(locale) });
}

/** What would lift a refusal, in words the desk has too. */
export function releasingWords(t: TFunction, code: string): string {
  const key = code.replaceAll('_', '-');
  return t([`agent:releasing.${key}`, `compliance:code.releasing.${key}`], {
    defaultValue: plainWords(code),
  });
}

type Value = string | number | boolean;

function valueWords(t: TFunction, value: Value, locale: string): string {
  if (typeof value === 'boolean') return t(`compliance:code.value.${value ? 'yes' : 'no'}`);
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayWords(value, locale);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)) {
    return instantWords(value, locale, 'both');
  }
  return /^[a-z][a-z0-9_-]*$/.test(value) ? codeWords(t, 'value', value) : value;
}

/** One value by what it is: countries and zones have names, others are as `valueWords()` has them. */
function namedWords(t: TFunction, name: string, value: Value, locale: string): string {
  if (typeof value !== 'string') return valueWords(t, value, locale);
  if (name === 'country' || name === 'pack') return countryWords(locale, value);
  if (name === 'zones') {
    const zones = value.split(', ').map((zone) => zoneCityWords(zone, locale));
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(zones);
  }
  if (name === 'fields') {
    const fields = value.split(', ').map((field) => valueWords(t, field, locale));
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields);
  }
  return valueWords(t, value, locale);
}

/** The values a rule used, as one line: a count with its limit first, then the others by name. */
export function detailWords(
  t: TFunction,
  details: Readonly<Record<string, Value>>,
  locale: string,
): string {
  const { count, limit, days, unit, ...others } = details;
  const counted =
    count !== undefined && limit !== undefined
      ? t(days === undefined ? 'compliance:counted' : 'compliance:countedInDays', {
          counted: valueWords(t, count, locale),
          limit: valueWords(t, limit, locale),
          days: days === undefined ? '' : valueWords(t, days, locale),
          unit: unit === undefined ? '' : valueWords(t, unit, locale),
        })
      : null;
  const rest: Readonly<Record<string, Value>> = counted ? others : details;
  const named = Object.entries(rest).map(([name, value]) =>
    t('compliance:namedDetail', {
      name: codeWords(t, 'detail', name),
      value: namedWords(t, name, value, locale),
    }),
  );
  return [...(counted ? [counted] : []), ...named].join(' · ');
}
