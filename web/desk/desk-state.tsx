import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { askAllowed, readCase } from '#contract/cases.ts';
import { myDay, worklist } from '#contract/desk.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { ContactPermission, Conversation, DeskCase } from '#web/cases/case-shape.ts';
import { callReads, type Desk, useDesk } from '#web/cases/open-case.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useLive } from '#web/ui/client/live.tsx';

/** The open case with its conversation, for forms that only exist during one. */
export function useCall(): Desk & { readonly conversation: Conversation } {
  const { conversation, ...desk } = useDesk();
  if (!conversation) throw new Error('useCall without a conversation');
  return { ...desk, conversation };
}

const dayReads: readonly Endpoint[] = [myDay, worklist];

/** What changes the day of an agent: who is on the line, progress, callbacks, promises, answers. */
const dayNews: ReadonlySet<EventKind> = new Set<EventKind>([
  'call.arrived',
  'call.offered',
  'call.missed',
  'contact.answered',
  'contact.verified',
  'contact.ended',
  'contact.finished',
  'callback.asked',
  'callback.ended',
  'promise.made',
  'promise.judged',
  'plan.made',
  'plan.approved',
  'plan.judged',
  'floor.taken',
  'floor.answered',
  'floor.taken-over',
]);

/** Several events of one call come together: one read answers them all. */
const gatherMs = 250;

/** Reads again what an event may have changed: the open case, or the day. */
export function useDeskNews(caseId: string | null): void {
  const queries = useQueryClient();
  const waiting = useRef(new Set<string>());
  useLive('all', (event) => {
    const concerns = event.caseId !== null && event.caseId === caseId;
    if (!concerns && !dayNews.has(event.kind)) return;
    const names = waiting.current;
    if (names.size === 0) {
      setTimeout(() => {
        const wanted = [...names];
        names.clear();
        for (const name of wanted) {
          queries.invalidateQueries({ queryKey: [name] }).catch(() => undefined);
        }
      }, gatherMs);
    }
    for (const { name } of concerns ? callReads : dayReads) names.add(name);
  });
}

/** Keeps what opening a case answered, so that its screen shows at once. */
export function useOpened(): (file: DeskCase, points: readonly ContactPermission[]) => void {
  const queries = useQueryClient();
  return (file, points) => {
    const input = { caseId: file.id };
    queries.setQueryData<DeskCase>([readCase.name, input], file);
    const answer = { asOf: new Date().toISOString(), points: [...points] };
    queries.setQueryData<OutputOf<typeof askAllowed>>([askAllowed.name, input], answer);
  };
}
