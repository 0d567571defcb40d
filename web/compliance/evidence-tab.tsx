import { Button, Group, Stack, Text } from '@mantine/core';
import { readCase } from '#contract/cases.ts';
import { exportEvidence } from '#contract/compliance/evidence.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import { downloadBytes } from '#web/ui/client/csv.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading, ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from './address.ts';
import { CaseSearch } from './case-search.tsx';

/** The whole record of a person's contacts as one file, for a lawyer, a court or the person. */
export function EvidenceTab() {
  const { t } = useWords('compliance');
  const { address, go } = useAddress();
  return (
    <Stack gap="md">
      <CaseSearch onChoose={(caseId) => go({ tab: 'evidence', case: caseId })} />
      {address.case ? (
        <Export key={address.case} caseId={address.case} />
      ) : (
        <EmptyState title={t('evidence.start')} about={t('evidence.startAbout')} />
      )}
    </Stack>
  );
}

function Export({ caseId }: { readonly caseId: string }) {
  const { t } = useWords('compliance');
  const file = useEndpoint(readCase, { caseId });
  const make = useAction(exportEvidence, {
    quiet: true,
    onDone: ({ fileName, mediaType, base64 }) => downloadBytes(fileName, mediaType, base64),
  });
  if (!file.data) {
    if (!file.error) return <Loading lines={4} />;
    return <ErrorState problem={file.error} onRetry={() => void file.refetch()} />;
  }
  const { customer } = file.data;
  return (
    <Panel
      title={
        <CaseLink caseId={caseId}>
          <bdi>{customer.name}</bdi>
        </CaseLink>
      }
    >
      <Stack gap="sm">
        <Text size="sm">{t('evidence.about')}</Text>
        <Group>
          <Button
            leftSection={<DownloadIcon />}
            loading={make.isPending && make.variables.format === 'pdf'}
            onClick={() => make.mutate({ caseId, format: 'pdf' })}
          >
            {t('evidence.pdf')}
          </Button>
          <Button
            variant="default"
            leftSection={<DownloadIcon />}
            loading={make.isPending && make.variables.format === 'json'}
            onClick={() => make.mutate({ caseId, format: 'json' })}
          >
            {t('evidence.json')}
          </Button>
        </Group>
        <div role="status">
          {make.data ? (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('evidence.made', { file: make.data.fileName, hash: make.data.sha256 })}
            </Text>
          ) : null}
        </div>
        <ProblemAlert problem={make.error} />
      </Stack>
    </Panel>
  );
}
