import { daysLater } from '#web/ui/days.ts';

const dayMs = 86_400_000;

/** Days of a period, both ends included. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** Whole days, both ends included. */
export type Period = { readonly from: string; readonly to: string };

/** The periods that are one click away, in the order of the list. */
export const presets = ['week', 'days30', 'month', 'lastMonth', 'quarter'] as const;
/** One of `presets`. */
export type Preset = (typeof presets)[number];

/** The days of a preset as seen on a date. */
export function presetPeriod(preset: Preset, today: string): Period {
  const first = `${today.slice(0, 8)}01`;
  const last = daysLater(first, -1);
  const table: Readonly<Record<Preset, Period>> = {
    week: { from: daysLater(today, -6), to: today },
    days30: { from: daysLater(today, -29), to: today },
    month: { from: first, to: today },
    lastMonth: { from: `${last.slice(0, 8)}01`, to: last },
    quarter: { from: daysLater(today, -89), to: today },
  };
  return table[preset];
}
