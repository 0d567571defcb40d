import type { TFunction } from 'i18next';
import type { Endpoint } from '#contract/endpoint.ts';
import type { readKpis } from '#contract/insight.ts';
import { ownValue } from '#kernel/own-value.ts';
import { amountWords } from '#web/ui/amount.tsx';
import { addressOf, type InputOf, type OutputOf } from '#web/ui/client/api.ts';

/** One figure as the server tells it. */
export type KpiFigure = OutputOf<typeof readKpis>['kpis'][number];

/** A share with one decimal: `12.3 %` as the locale writes it. */
export function shareWords(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);
}

/** The value of a figure in words of its unit. */
export function valueWords(
  t: TFunction,
  { unit, currency }: Pick<KpiFigure, 'unit' | 'currency'>,
  value: string,
  locale: string,
): string {
  if (unit === 'ratio') return shareWords(Number(value), locale);
  if (unit === 'money') return amountWords(value, currency ?? '', locale);
  if (unit === 'count') return Number(value).toLocaleString(locale);
  return millisecondWords(t, value, locale);
}

/** A time of minutes and seconds. */
function millisecondWords(t: TFunction, ms: string, locale: string): string {
  const seconds = Math.round(Number(ms) / 1000);
  return t('insight:time.minutes', {
    minutes: Math.floor(seconds / 60).toLocaleString(locale),
    seconds: seconds % 60,
  });
}

/** A time of hours and days in its two largest parts. */
export function longTimeWords(t: TFunction, ms: number, locale: string): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const plain = (value: number) => value.toLocaleString(locale);
  if (hours < 48) return t('insight:time.hours', { hours: plain(hours), minutes: plain(minutes) });
  return t('insight:time.days', { days: plain(Math.floor(hours / 24)), hours: plain(hours % 24) });
}

/** What a part of a figure comes to: money, a time or a count. */
export function partWords(
  t: TFunction,
  figure: KpiFigure,
  side: 'numerator' | 'denominator',
  locale: string,
): string {
  const part = figure[side];
  if (!part) return '';
  if (figure.currency) return amountWords(part.sum, figure.currency, locale);
  if (figure.unit === 'ms' && side === 'numerator') return millisecondWords(t, part.sum, locale);
  return Number(part.sum).toLocaleString(locale);
}

const group: Readonly<Record<string, string>> = {
  posting: 'posting',
  item: 'item',
  case: 'case',
  promise: 'promise',
  event: 'event',
  treatment: 'event',
  attempt: 'contact',
  conversation: 'contact',
};

/** What a row is, in words; an account says its product as the book does. */
export function codeWords(
  t: TFunction,
  { kind, code }: { readonly kind: string; readonly code: string },
): string {
  const area = ownValue(group, kind);
  return area ? t(`insight:code.${area}.${code}`, { defaultValue: code }) : code;
}

/** The address of an endpoint's answer as a CSV file. */
export function fileOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string {
  return addressOf({ ...endpoint, path: `${endpoint.path}.csv` }, input);
}

/** An amount short enough for an axis: `1.2M`. */
export function shortWords(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    value,
  );
}
