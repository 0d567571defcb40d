import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { readFloor } from '#contract/floor.ts';
import { useLive } from '#web/ui/client/live.tsx';

/** Many events of a busy floor become one read in this time. */
const gatherMs = 400;

/** Reads the floor again soon after anything happened on it. */
export function useFloorNews(): void {
  const queries = useQueryClient();
  const isWaiting = useRef(false);
  useLive('all', () => {
    if (isWaiting.current) return;
    isWaiting.current = true;
    setTimeout(() => {
      isWaiting.current = false;
      queries.invalidateQueries({ queryKey: [readFloor.name] }).catch(() => undefined);
    }, gatherMs);
  });
}
