import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { moveCase, readWorkers } from '#contract/cases.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';

/** Gives a case to a person who works its portfolio, or back to the pool, with a reason. */
export function MovePanel({ file }: { readonly file: DeskCase }) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const workers = useEndpoint(readWorkers, { caseId: file.id });
  const { form, action, submit, problem } = useEndpointForm(moveCase, {
    initialValues: { toUserId: '', why: '' },
    input: ({ toUserId, why }) => ({
      caseId: file.id,
      toUserId: toUserId || null,
      why: why.trim(),
    }),
    invalidates: caseReads,
    onDone: () => {
      form.setFieldValue('why', '');
      notify('good', t('move.done'));
    },
  });
  return (
    <Panel title={t('move.title')}>
      <form noValidate onSubmit={submit}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {file.owner ? t('move.now', { name: file.owner }) : t('move.nowPool')}
          </Text>
          <NativeSelect
            label={t('move.to')}
            {...form.getInputProps('toUserId')}
            data={[
              { value: '', label: t('move.pool') },
              ...(workers.data?.workers ?? []).map(({ userId, name }) => ({
                value: userId,
                label: name,
              })),
            ]}
          />
          <TextInput
            label={t('move.why')}
            maxLength={4000}
            dir="auto"
            {...form.getInputProps('why')}
          />
          <ProblemAlert problem={problem ?? workers.error} />
          <Button type="submit" loading={action.isPending}>
            {t('move.act')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
