import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { QualityMend } from '#domain/insight/quality.ts';
import type { Right } from '#domain/workforce/rights.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useWords } from '#web/ui/words.ts';

/** Who puts it right, and the tab of the back office where that is done; other mends are of the case. */
const places: Readonly<
  Record<QualityMend, { readonly right: Right; readonly tab: string | null }>
> = {
  points: { right: 'case.correct', tab: null },
  people: { right: 'fact.record', tab: null },
  address: { right: 'case.correct', tab: null },
  terms: { right: 'case.correct', tab: null },
  import: { right: 'import.run', tab: 'imports' },
  entry: { right: 'entry.resolve', tab: 'entries' },
  payment: { right: 'payment.record', tab: 'money' },
};

type MendProps = {
  readonly mend: QualityMend;
  readonly row: { readonly caseId: string | null; readonly target: string | null };
};

/** Leads to where a row of poor data is put right: the case, a file, a bank entry or a payment. */
export function Mend({ mend, row }: MendProps) {
  const { t } = useWords('office');
  const me = useMe();
  const navigate = useNavigate();
  const isOfCase = places[mend].tab === null && row.caseId !== null;
  // Of a detail whose customer is not on file the file itself is put right.
  const by = places[mend].tab === null && !isOfCase ? 'import' : mend;
  const { right, tab } = places[by];
  if (!me.may(right)) {
    return (
      <Text size="xs" c="dimmed">
        {t(`quality.mendBy.${by}`)}
      </Text>
    );
  }
  const open = by === 'payment' ? null : row.target;
  const href = isOfCase
    ? `/cases/${row.caseId}#${mend}`
    : `/office?tab=${tab}${open === null ? '' : `&open=${open}`}`;
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => {
        navigate({ href }).catch(() => undefined);
      }}
    >
      {t(`quality.do.${by}`)}
    </Button>
  );
}
