import {
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Endpoint } from '#contract/endpoint.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { useWords } from '../words.ts';
import { ApiProblem, call, type InputOf, type OutputOf } from './api.ts';
import { useLiveRefresh } from './live.tsx';
import { useNotify } from './notify.ts';
import { problemWords } from './problem-words.ts';

/** How often a read that got no reply or a 5xx is tried again. */
const maxRetries = 2;

/** The cache behind every screen. `onSignedOut` hears when nobody is signed in any more. */
export function createQueries(onSignedOut: () => void): QueryClient {
  const watch = {
    onError: (error: Error) => {
      if (error instanceof ApiProblem && error.code === 'not-signed-in') onSignedOut();
    },
  };
  return new QueryClient({
    queryCache: new QueryCache(watch),
    mutationCache: new MutationCache(watch),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) =>
          count < maxRetries &&
          error instanceof ApiProblem &&
          (error.status === 0 || error.status >= 500),
      },
    },
  });
}

/** How a screen reads an endpoint. */
export type ReadOptions<E extends Endpoint = Endpoint> = {
  /** False holds the read back, for example until a case is chosen. */
  readonly enabled?: boolean;
  /** Reads again at this pace, for what changes without an event; null reads no more. */
  readonly everyMs?: number | ((answer: OutputOf<E> | undefined) => number | null);
  /** Reads again when the server tells of an event of one of these kinds, or of any. */
  readonly live?: readonly EventKind[] | 'all';
  /** Keeps showing the previous answer while another input is read. */
  readonly keep?: boolean;
};

/** Reads an endpoint: `{ data, error, isPending, refetch }`, shared by all who ask the same. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { enabled = true, everyMs, live = [], keep = false }: ReadOptions<E> = {},
): UseQueryResult<OutputOf<E>, ApiProblem> {
  useLiveRefresh(endpoint.name, live);
  return useQuery<OutputOf<E>, ApiProblem>({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, signal),
    enabled,
    refetchInterval: ({ state }) => {
      // Nobody is signed in any more: asking again only fills the log.
      if (state.error?.status === 401) return false;
      return (typeof everyMs === 'function' ? everyMs(state.data) : everyMs) ?? false;
    },
    ...(keep ? { placeholderData: (before) => before } : {}),
  });
}

/** How a screen writes through an endpoint. */
export type WriteOptions<E extends Endpoint> = {
  /** Endpoints whose answers this write may change: they are read again. */
  readonly invalidates?: readonly Endpoint[];
  readonly onDone?: (output: OutputOf<E>, input: InputOf<E>) => void;
  /** True when the screen shows the refusal itself (`ProblemAlert`); else a notice tells it. */
  readonly quiet?: boolean;
};

/** Writes through an endpoint: `mutate(input)`, `isPending`, `error`. Never tried twice. */
export function useAction<E extends Endpoint>(
  endpoint: E,
  { invalidates = [], onDone, quiet = false }: WriteOptions<E> = {},
): UseMutationResult<OutputOf<E>, ApiProblem, InputOf<E>> {
  const queries = useQueryClient();
  const notify = useNotify();
  const { t, locale } = useWords();
  return useMutation<OutputOf<E>, ApiProblem, InputOf<E>>({
    mutationKey: [endpoint.name],
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (output, input) => {
      onDone?.(output, input);
      const reread = invalidates.map(({ name }) => queries.invalidateQueries({ queryKey: [name] }));
      await Promise.all(reread);
    },
    onError: (problem) => {
      if (!quiet && problem.status !== 401) notify('bad', problemWords(t, problem, locale));
    },
  });
}
