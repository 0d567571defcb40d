import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { whoAmI } from '#contract/workforce.ts';
import type { Right } from '#domain/workforce/rights.ts';
import { type ApiProblem, call, type OutputOf, send } from './api.ts';

/** Who is signed in, their roles, rights and portfolios. */
export type Me = OutputOf<typeof whoAmI>;

/** The read of who is signed in; it fails with status 401 when nobody is. */
export const meQuery = queryOptions<Me, ApiProblem>({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(whoAmI, {}, signal),
  staleTime: 300_000,
});

/** Whether someone holds one of the rights; an empty list asks for none. */
export function mayUse(me: Pick<Me, 'rights'>, rights: readonly Right[]): boolean {
  return rights.length === 0 || rights.some((right) => me.rights.includes(right));
}

/** The signed-in user and what they may do: `me.may('case.work')`. Only inside the shell. */
export function useMe(): Me & { readonly may: (right: Right) => boolean } {
  const { data } = useSuspenseQuery(meQuery);
  return useMemo(() => ({ ...data, may: (right: Right) => mayUse(data, [right]) }), [data]);
}

/** Ends the session at the server and forgets everything this page had read. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await send('POST', '/api/auth/sign-out', {});
    queries.clear();
    location.assign('/sign-in');
  };
}
