import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { findCases } from '#contract/cases.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';

type ToCaseProps = {
  /** The customer's reference. */
  readonly reference: string;
  readonly label: string;
  /** To begin at the form of the address. */
  readonly isAddress: boolean;
};

/** Leads to the case of a customer in which something is corrected, once they have one. */
export function ToCase({ reference, label, isAddress }: ToCaseProps) {
  const { t } = useWords('office');
  const me = useMe();
  const notify = useNotify();
  const navigate = useNavigate();
  const find = useAction(findCases, {
    onDone: ({ cases: [first] }) => {
      if (!first) return notify('warn', t('unread.noCase', { reference }));
      const at = isAddress ? { hash: 'address' } : {};
      navigate({ to: `/cases/${first.caseId}`, ...at }).catch(() => undefined);
    },
  });
  if (!me.may('case.correct')) return <bdi>{reference} </bdi>;
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      loading={find.isPending}
      aria-label={label}
      onClick={() => find.mutate({ text: reference })}
    >
      <bdi>{reference}</bdi>
    </Button>
  );
}
