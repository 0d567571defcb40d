import { Group, Stack, Text } from '@mantine/core';
import { readImport, readImports, removeFile } from '#contract/intake.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { ConfirmButton } from '#web/ui/confirm-button.tsx';
import { useFocusNext } from '#web/ui/focus.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type WaitingFileProps = { readonly importId: string; readonly until: string };

/** Until when a file that was not imported is kept, and how it is deleted before. */
export function WaitingFile({ importId, until }: WaitingFileProps) {
  const { t } = useWords('office');
  useFocusNext('[data-file-gone]');
  const remove = useAction(removeFile, { quiet: true, invalidates: [readImport, readImports] });
  return (
    <Stack gap="xs">
      <Group gap="sm" justify="space-between">
        <Text size="sm" c="dimmed">
          {t('result.keptUntil')} <When at={until} show="date" />
        </Text>
        <ConfirmButton
          size="compact-sm"
          variant="default"
          loading={remove.isPending}
          question={t('result.removeFileAsk')}
          onConfirm={() => remove.mutate({ importId })}
        >
          {t('result.removeFile')}
        </ConfirmButton>
      </Group>
      <ProblemAlert problem={remove.error} />
    </Stack>
  );
}
