import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { isDate } from '#kernel/time.ts';
import { type Period, presetPeriod } from '#web/figures/period.ts';
import { isPeriod } from '#web/figures/view.ts';
import { todayHere } from '#web/ui/days.ts';

const names = [
  ...(['tab', 'portfolio', 'from', 'to', 'figure', 'day', 'rule'] as const),
  ...(['campaign', 'channel', 'decision', 'case', 'pack'] as const),
];

/** What the address of the compliance screen may say: ids and codes, nothing of a person. */
export type Address = { readonly [Name in (typeof names)[number]]?: string | undefined };

/** The address, and how to go on from it: what is set to `undefined` leaves it. */
export function useAddress(): {
  readonly address: Address;
  readonly go: (part: Address, how?: { readonly replace: boolean }) => void;
} {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const key = JSON.stringify(names.map((name) => search[name] ?? null));
  const address = useMemo((): Address => {
    const values = JSON.parse(key) as readonly unknown[];
    const told = names.flatMap((name, place) => {
      const value = values[place];
      return value === null ? [] : [[name, String(value)] as const];
    });
    return Object.fromEntries(told);
  }, [key]);
  const go = useCallback(
    (part: Address, { replace } = { replace: false }) => {
      const next = Object.entries({ ...address, ...part }).filter(([, value]) => value);
      const query = new URLSearchParams(next as [string, string][]);
      navigate({ href: `/compliance?${query}`, replace }).catch(() => undefined);
    },
    [address, navigate],
  );
  return { address, go };
}

/** The period of an address: the last seven days unless it names a good one. */
export function periodOf({ from = '', to = '' }: Address): Period {
  const asked = { from, to };
  const isGood = isDate(from) && isDate(to) && isPeriod(asked);
  return isGood ? asked : presetPeriod('week', todayHere());
}
