import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { maxReportDays } from '#contract/insight.ts';
import { isDate } from '#kernel/time.ts';
import { useMe } from '#web/ui/client/me.ts';
import { todayHere } from '#web/ui/days.ts';
import { daysOf, type Period, presetPeriod } from './period.ts';

/** The parts of the overview, in the order of their tabs. */
export const tabs = ['figures', 'bridge', 'ageing', 'board'] as const;
/** One of `tabs`. */
export type Tab = (typeof tabs)[number];

/** What the overview shows; all of it stands in the address, and none of it is personal. */
export type View = Period & {
  readonly tab: Tab;
  /** Absent for every portfolio one may see. */
  readonly portfolioId: string | undefined;
  readonly currency: string | undefined;
};

/** How a report gets its view and changes it. */
export type ReportProps = {
  readonly view: View;
  readonly change: (part: Partial<View>) => void;
};

type Search = Partial<Record<'tab' | 'portfolio' | 'from' | 'to' | 'currency', unknown>>;

/** The view that an address asks for; what it gets wrong is as if it were not there. */
export function viewOf(search: Search, today: string, portfolioIds: readonly string[]): View {
  const tab = tabs.find((name) => name === search.tab) ?? 'figures';
  const portfolioId = portfolioIds.find((id) => id === search.portfolio);
  const currency = typeof search.currency === 'string' ? search.currency : undefined;
  const asked = { from: String(search.from ?? ''), to: String(search.to ?? '') };
  const isGood = isDate(asked.from) && isDate(asked.to) && isPeriod(asked);
  return { tab, portfolioId, currency, ...(isGood ? asked : presetPeriod('days30', today)) };
}

/** Whether the server would take the period. */
export function isPeriod(period: Period): boolean {
  const days = daysOf(period);
  return days >= 1 && days <= maxReportDays;
}

/** The view of the present address, and how to change parts of it. */
export function useView(): { view: View; change: (part: Partial<View>) => void } {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { portfolios } = useMe();
  const { tab, portfolio, from, to, currency } = search;
  const view = useMemo(
    () =>
      viewOf(
        { tab, portfolio, from, to, currency },
        todayHere(),
        portfolios.map(({ id }) => id),
      ),
    [tab, portfolio, from, to, currency, portfolios],
  );
  const change = useCallback(
    (part: Partial<View>) => {
      const { portfolioId, ...rest } = { ...view, ...part };
      const next = { ...rest, portfolio: portfolioId };
      navigate({ to: '.', search: next as never, replace: true }).catch(() => undefined);
    },
    [view, navigate],
  );
  return { view, change };
}
