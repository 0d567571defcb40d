import { Tooltip } from '@mantine/core';
import { isolated } from './isolate.ts';
import classes from './kit.module.css';
import { useWords } from './words.ts';

/** How much of an instant is shown. */
export type WhenShow = 'time' | 'date' | 'both';

type WhenProps = {
  /** ISO 8601 instant in UTC. */
  readonly at: string;
  /** The customer's IANA zone; their wall-clock time follows where it differs from the reader's. */
  readonly zone?: string | null;
  readonly show?: WhenShow;
};

const parts: Readonly<Record<WhenShow, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  both: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** An instant on the wall of a zone (the reader's own without one), in words of a locale. */
export function instantWords(at: string, locale: string, show: WhenShow, zone?: string): string {
  return new Intl.DateTimeFormat(locale, { ...parts[show], timeZone: zone }).format(new Date(at));
}

/** A zone as people call it (`Eastern Time`), in words of a locale. */
export function zoneWords(zone: string, locale: string, at = new Date()): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName');
  return name?.value ?? zone;
}

/** A zone by its city and as people call it: `New York, Eastern Time`. */
export function zoneCityWords(zone: string, locale: string, at = new Date()): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const name = zoneWords(zone, locale, at);
  return city === zone ? name : `${isolated(city)}, ${name}`;
}

/** The difference of a wall-clock time to Greenwich, `UTC−05:00`, from `2026-11-30T08:00:00-05:00`. */
export function offsetWords(local: string): string {
  const [offset = ''] = /[+-]\d\d:\d\d$/.exec(local) ?? [];
  return `UTC${offset.replace('-', '−')}`;
}

function isSameDay(at: string, zone: string): boolean {
  return instantWords(at, 'en', 'date') === instantWords(at, 'en', 'date', zone);
}

/** An instant in the reader's time and, where it differs, in the customer's. */
export function When({ at, zone, show = 'both' }: WhenProps) {
  const { t, locale } = useWords();
  const mine = instantWords(at, locale, show);
  const sameDay = zone && show === 'both' && isSameDay(at, zone);
  const theirs = zone ? instantWords(at, locale, sameDay ? 'time' : show, zone) : mine;
  const differs = zone && instantWords(at, locale, show, zone) !== mine;
  const full = instantWords(at, locale, 'both', zone ?? undefined);
  const title = zone ? t('ui:when.there', { when: full, zone: zoneWords(zone, locale) }) : full;
  return (
    <Tooltip label={title}>
      <time dateTime={at} className={classes.when}>
        <bdi>{mine}</bdi>
        {differs ? (
          <span className={classes.dimmed}> {t('ui:when.their', { when: theirs })}</span>
        ) : null}
      </time>
    </Tooltip>
  );
}

/** A calendar date in words of a locale; it has no zone and never moves. */
export function dayWords(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...parts.date, timeZone: 'UTC' });
  return format.format(new Date(`${date}T12:00:00Z`));
}

/** A calendar date (`2026-11-21`). */
export function Day({ date }: { readonly date: string }) {
  const { locale } = useWords();
  return (
    <time dateTime={date} className={classes.when}>
      <bdi>{dayWords(date, locale)}</bdi>
    </time>
  );
}
