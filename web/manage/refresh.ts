import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '#web/ui/client/live.tsx';

/** A busy floor makes many events a second; figures for a manager need no more than this. */
const paceMs = 10_000;

/** Reads the figures on the screen again, at most every ten seconds, while things happen. */
export function useGentleRefresh(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useLive('all', () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      const isFigure = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
        String(queryKey[0]).startsWith('insight.');
      queries.invalidateQueries({ predicate: isFigure }).catch(() => undefined);
    }, paceMs);
  });
}
