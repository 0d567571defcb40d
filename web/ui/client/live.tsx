import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { ApiProblem } from './api.ts';
import { meQuery } from './me.ts';

/** One event of the log as browsers hear it: enough to know what to read again, no personal data. */
export type LiveEvent = {
  /** Its place in the log, a whole number as text. */
  readonly seq: string;
  readonly kind: EventKind;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  /** ISO 8601 instant in UTC. */
  readonly at: string;
};

/** Whether news arrive: `lost` after the connection broke and while it is tried again. */
export type LiveState = 'connecting' | 'open' | 'lost';

type Handler = (event: LiveEvent) => void;

/** Wait before a connection that the browser gave up is opened anew. */
const reopenMs = 3_000;
/** Many events of a busy floor become one read in this time. */
const refreshMs = 500;

/** One connection to the event stream, kept open until closed. */
class LiveLine {
  readonly #handlers = new Set<Handler>();
  readonly #watchers = new Set<() => void>();
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: LiveState = 'connecting';

  /**
   * Opens the line. The browser repairs it after a break and asks for what was missed with
   * Last-Event-ID. `onGap` hears that events are missing: when the server says that it no longer has
   * them all, and after the browser gave up and we opened anew. The browser gives up when the server
   * refuses: `isWelcome` then asks whether the sign-in still stands, and the line stays shut if not.
   */
  open = (onGap: () => void, isWelcome: () => Promise<boolean>): void => {
    const source = new EventSource('/api/live');
    const isAgain = this.#source !== null;
    this.#source = source;
    source.onopen = () => {
      this.#become('open');
      if (isAgain) onGap();
    };
    source.addEventListener('gap', onGap);
    source.onmessage = ({ data }) => {
      for (const event of JSON.parse(data) as LiveEvent[]) {
        for (const handler of this.#handlers) handler(event);
      }
    };
    source.onerror = () => {
      this.#become('lost');
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#reopen(onGap, isWelcome), reopenMs);
    };
  };

  async #reopen(onGap: () => void, isWelcome: () => Promise<boolean>): Promise<void> {
    const refused = this.#source;
    // Closed meanwhile, it stays closed.
    if ((await isWelcome()) && this.#source === refused) this.open(onGap, isWelcome);
  }

  close = (): void => {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  };

  hear = (handler: Handler): (() => void) => {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  };

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  state = (): LiveState => this.#state;

  #become(state: LiveState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}

const LiveContext = createContext<LiveLine | null>(null);

/** Keeps one connection to `/api/live` for all screens inside. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [line] = useState(() => new LiveLine());
  useEffect(() => {
    const readAgain = () => {
      queries.invalidateQueries().catch(() => undefined);
    };
    line.open(readAgain, () =>
      queries.fetchQuery({ ...meQuery, staleTime: 0 }).then(
        () => true,
        // The cache leads to the sign-in; whatever else failed may come right.
        (problem: ApiProblem) => problem.status !== 401,
      ),
    );
    return line.close;
  }, [line, queries]);
  return <LiveContext value={line}>{children}</LiveContext>;
}

/** Calls the handler for every event of these kinds (`'all'` for every kind) while mounted. */
export function useLive(kinds: readonly EventKind[] | 'all', handler: Handler): void {
  const line = useContext(LiveContext);
  const latest = useRef(handler);
  latest.current = handler;
  const list = kinds === 'all' ? 'all' : kinds.join(' ');
  useEffect(() => {
    if (!line || list === '') return;
    const wanted = list === 'all' ? null : new Set(list.split(' '));
    return line.hear((event) => {
      if (!wanted || wanted.has(event.kind)) latest.current(event);
    });
  }, [line, list]);
}

/** Reads every answer of an endpoint again soon after an event of these kinds. */
export function useLiveRefresh(endpointName: string, kinds: readonly EventKind[] | 'all'): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useLive(kinds, () => {
    if (timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      queries.invalidateQueries({ queryKey: [endpointName] }).catch(() => undefined);
    }, refreshMs);
  });
}

/** Whether news arrive at the moment. */
export function useLiveState(): LiveState {
  const line = useContext(LiveContext);
  const idle = useMemo(() => ({ watch: () => () => undefined, state: () => 'lost' as const }), []);
  const source = line ?? idle;
  return useSyncExternalStore(source.watch, source.state);
}
