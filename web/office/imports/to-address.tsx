import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { findCases } from '#contract/cases.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';

/** Leads to the form in which the address of a customer is corrected, once they have a case. */
export function ToAddress({ reference }: { readonly reference: string }) {
  const { t } = useWords('office');
  const me = useMe();
  const notify = useNotify();
  const navigate = useNavigate();
  const find = useAction(findCases, {
    onDone: ({ cases: [first] }) => {
      if (!first) return notify('warn', t('unread.noCase', { reference }));
      navigate({ to: `/cases/${first.caseId}`, hash: 'address' }).catch(() => undefined);
    },
  });
  if (!me.may('case.correct')) return <bdi>{reference} </bdi>;
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      loading={find.isPending}
      aria-label={t('unread.correct', { reference })}
      onClick={() => find.mutate({ text: reference })}
    >
      <bdi>{reference}</bdi>
    </Button>
  );
}
