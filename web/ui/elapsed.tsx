import { useEffect, useState } from 'react';
import { useWords } from './words.ts';

/** The time now, told again at a pace. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

const secondMs = 1_000;

/** Hours, minutes and seconds as a clock writes them: `4:07`, `1:04:07`. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / secondMs));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A time of a day and more in days and hours, in which nobody counts seconds. */
export function longWords(ms: number, locale: string): string {
  const say = (unit: 'day' | 'hour', value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const hours = Math.floor((ms % dayMs) / hourMs);
  const days = say('day', Math.floor(ms / dayMs));
  return hours === 0 ? days : `${days} ${say('hour', hours)}`;
}

type ElapsedProps = {
  /** ISO 8601 instants; without an end it runs. */
  readonly from: string;
  readonly until?: string | null;
};

/** Time gone by since an instant, ticking; silent for screen readers, who would hear each second. */
export function Elapsed({ from, until }: ElapsedProps) {
  const now = useNow(secondMs);
  const { locale } = useWords();
  const ms = (until ? Date.parse(until) : now) - Date.parse(from);
  return (
    <bdi aria-hidden style={{ fontVariantNumeric: 'tabular-nums' }}>
      {ms < dayMs ? clockOf(ms) : longWords(ms, locale)}
    </bdi>
  );
}
