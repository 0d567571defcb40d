import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { moveCase, readWorkers } from '#contract/cases.ts';
import { Panel } from '#web/ui/panel.tsx';
import { useAction, useEndpoint } from '#web/ui/queries.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useTell } from '#web/ui/tell.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from './case-news.ts';
import type { DeskCase } from './case-shape.ts';

/** Gives a case to a person who works its portfolio, or back to the pool, with a reason. */
export function MovePanel({ file }: { readonly file: DeskCase }) {
  const { t } = useWords('cases');
  const tell = useTell();
  const [to, setTo] = useState('');
  const [why, setWhy] = useState('');
  const workers = useEndpoint(readWorkers, { caseId: file.id });
  const move = useAction(moveCase, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      setWhy('');
      tell('good', t('move.done'));
    },
  });
  const isReady = why.trim() !== '';
  return (
    <Panel title={t('move.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) move.mutate({ caseId: file.id, toUserId: to || null, why: why.trim() });
        }}
      >
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {file.owner ? t('move.now', { name: file.owner }) : t('move.nowPool')}
          </Text>
          <NativeSelect
            label={t('move.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
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
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            maxLength={4000}
            dir="auto"
          />
          <ProblemAlert problem={move.error ?? workers.error} />
          <Button type="submit" disabled={!isReady} loading={move.isPending}>
            {t('move.act')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
