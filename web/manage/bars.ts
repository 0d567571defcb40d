import type { readBridge } from '#contract/insight.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** One currency's bridge as the server tells it. */
export type Bridge = OutputOf<typeof readBridge>['bridges'][number];
/** The lines of a bridge in the order of reading. */
export const bridgeOrder = [
  'opening',
  'newDebt',
  'collected',
  'credited',
  'writtenOff',
  'moved',
  'closing',
] as const;

/** One of `bridgeOrder`. */
type Line = (typeof bridgeOrder)[number];

/** One bar: where it starts and ends on the scale, as the debt before and after it. */
export type Bar = { readonly line: Line; readonly low: number; readonly high: number };

const lessens: ReadonlySet<Line> = new Set(['collected', 'credited', 'writtenOff', 'moved']);

/** Where the bars of a waterfall stand: ends from zero, lines from where the one before ended. */
export function barsOf(total: Readonly<Record<Line, string>>): Bar[] {
  let debt = 0;
  return bridgeOrder.map((line) => {
    const amount = Number(total[line]);
    const isEnd = line === 'opening' || line === 'closing';
    const before = isEnd ? 0 : debt;
    debt = isEnd ? amount : before + (lessens.has(line) ? -amount : amount);
    return { line, low: Math.min(before, debt), high: Math.max(before, debt) };
  });
}

/**
 * The scale from which bars are drawn: changes are small beside the whole debt, so it begins a
 * little below the lowest change, unless that is close to zero anyway.
 */
export function scaleOf(bars: readonly Bar[]): { readonly floor: number; readonly top: number } {
  const tops = bars.map(({ high }) => high);
  const top = Math.max(1, ...tops);
  const lows = bars.flatMap(({ line, low, high }) =>
    line === 'opening' || line === 'closing' ? [high] : [low],
  );
  const lowest = Math.min(...lows);
  const room = (top - lowest) * 0.35;
  const floor = lowest - room;
  return { floor: floor < top * 0.3 ? Math.min(0, lowest) : floor, top };
}

/** An amount as its bar shows it: what lessens the debt has a minus, what a reversal gave none. */
export function shownAmount(line: Line, text: string): string {
  if (!lessens.has(line) || !/[1-9]/.test(text)) return text;
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}
