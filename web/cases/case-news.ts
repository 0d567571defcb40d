import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { askAllowed, readCase, readHistory } from '#contract/cases.ts';
import { readFacts } from '#contract/compliance/contact-facts.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { useLive } from '#web/ui/client/live.tsx';

/** What is read again when something happens on the case, or was done here. */
export const caseReads: readonly Endpoint[] = [readCase, readHistory, askAllowed, readFacts];

/** Several events of one act come together: one read answers them all. */
const gatherMs = 300;

/** Reads a case again soon after anything happened on it. */
export function useCaseNews(caseId: string): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useLive('all', (event) => {
    if (event.caseId !== caseId || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      for (const { name } of caseReads) {
        queries.invalidateQueries({ queryKey: [name, { caseId }] }).catch(() => undefined);
      }
    }, gatherMs);
  });
}
