import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ApiProblem, send } from '#web/ui/client/api.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

const refusals = ['failed', 'unknown', 'unverified', 'one-factor', 'other-link'] as const;

/** What came of a sign-in by the identity provider that let nobody in. */
export function ProviderRefusal() {
  const { t } = useWords('sign-in');
  const { refused } = useSearch({ strict: false }) as { refused?: string };
  const known = refusals.find((one) => one === refused);
  if (!known) return null;
  return (
    <Alert role="alert" color="yellow" variant="light">
      {t(`provider.refused.${known}`)}
    </Alert>
  );
}

/** The way to the identity provider; nothing where the installation has none. */
export function ProviderButton() {
  const { t } = useWords('sign-in');
  const { data } = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: async () => (await send('GET', '/api/auth/ways')) as { readonly provider: boolean },
    retry: false,
  });
  const leave = useMutation<void, ApiProblem>({
    mutationFn: async () => {
      const { url } = (await send('POST', '/api/auth/oidc/begin', {})) as { readonly url: string };
      location.assign(url);
    },
  });
  if (data?.provider !== true) return null;
  return (
    <>
      <ProblemAlert problem={leave.error} />
      <Button
        size="sm"
        fullWidth
        variant="default"
        loading={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
      >
        {t('provider.button')}
      </Button>
    </>
  );
}
