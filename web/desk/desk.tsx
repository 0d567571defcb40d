import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef } from 'react';
import { myDay } from '#contract/desk.ts';
import type { Day } from '#web/cases/case-shape.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { useDeskNews } from './desk-state.tsx';
import { MyDay } from './my-day.tsx';

const loadCase = () => import('./case-screen.tsx');
const CaseScreen = lazy(async () => ({ default: (await loadCase()).CaseScreen }));

/** The day shows first; the case screen comes behind it, ready before the first Next. */
const afterDayMs = 1_500;

/** The agent's desk: the day, or the case that is open. */
export function Screen() {
  const { case: chosen } = useSearch({ strict: false }) as { case?: string };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const day = useEndpoint(myDay, {});
  const open = day.data?.openCaseId ?? null;
  const talking = day.data?.openConversationId ?? null;
  // Whoever is on the line comes first: a call that arrives brings its case with it.
  const caseId = talking !== null ? open : (chosen ?? open);
  useDeskNews(caseId);
  const wasOpen = useRef(false);
  useEffect(() => {
    wasOpen.current = caseId !== null;
  }, [caseId]);

  const go = useCallback(
    (next: string | null) => {
      const href = next ? `/desk?case=${encodeURIComponent(next)}` : '/desk';
      navigate({ href }).catch(() => undefined);
    },
    [navigate],
  );
  useEffect(() => {
    if (talking !== null && open !== null && chosen !== open) go(open);
  }, [talking, open, chosen, go]);

  const close = () => {
    queries.setQueryData<Day>([myDay.name, {}], (before) =>
      before ? { ...before, openCaseId: null, openConversationId: null } : before,
    );
    go(null);
  };
  useEffect(() => {
    const timer = setTimeout(() => loadCase().catch(() => undefined), afterDayMs);
    return () => clearTimeout(timer);
  }, []);
  if (!day.data) {
    if (!day.error) return <Loading lines={6} />;
    return <ErrorState problem={day.error} onRetry={() => day.refetch()} />;
  }
  if (caseId === null) return <MyDay day={day.data} onOpen={go} isBack={wasOpen.current} />;
  return (
    <Suspense fallback={<Loading lines={8} />}>
      <CaseScreen
        key={caseId}
        caseId={caseId}
        openConversationId={talking}
        isLeased={open === caseId}
        today={day.data.date}
        onClose={close}
      />
    </Suspense>
  );
}
