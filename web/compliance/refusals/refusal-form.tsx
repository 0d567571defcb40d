import { Group, Select, Stack, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { judgeRefusal, readRefusals } from '#contract/compliance/refusals.ts';
import { type Closable, closable } from '#domain/opt-out-detection/closing.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { type Action, useActions } from '#web/ui/keys/actions.tsx';
import { ActionButton } from '#web/ui/keys/keys.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Refusal } from './refusal.ts';

const isClosable = (text: string | null): text is Closable =>
  (closable as readonly (string | null)[]).includes(text);

/** Media that may have been closed and cannot be chosen: they stand as they were read. */
const media = ['letter', 'messaging', 'chat'];

/** Says of words whether they were a refusal. The first of the list listens to the keys Y and N. */
export function RefusalForm({
  refusal,
  takesKeys,
}: {
  readonly refusal: Refusal;
  readonly takesKeys: boolean;
}) {
  const { t } = useWords('compliance');
  const tell = useNotify();
  const [scope, setScope] = useState<Closable | null>(
    isClosable(refusal.scope) ? refusal.scope : null,
  );
  const [why, setWhy] = useState('');
  const closesNothing = scope === null && refusal.scope !== 'cease';
  const mustChoose = closesNothing && !media.includes(refusal.scope);
  const reason = useRef<HTMLTextAreaElement>(null);
  const judge = useAction(judgeRefusal, {
    quiet: true,
    invalidates: [readRefusals],
    onDone: (_, { verdict }) => tell('good', t(`refusals.told.${verdict}`)),
  });
  const send = (verdict: 'opt_out' | 'not_opt_out') => {
    // What is opened again needs its reason: the key leads there first.
    if (verdict === 'not_opt_out' && why.trim() === '') return reason.current?.focus();
    judge.mutate({ refusalId: refusal.id, verdict, scope, why: why.trim() || null });
  };
  const action = (verdict: 'opt_out' | 'not_opt_out', shortcut: string): Action => ({
    id: `compliance.refusal-${verdict}`,
    label: `compliance:refusals.is.${verdict}`,
    ...(takesKeys ? { shortcut } : {}),
    when: () => verdict === 'not_opt_out' || !mustChoose,
    perform: () => send(verdict),
  });
  const [was, wasNot] = [action('opt_out', 'y'), action('not_opt_out', 'n')];
  useActions(takesKeys ? [was, wasNot] : []);
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          w="19rem"
          maw="100%"
          label={t('refusals.means')}
          placeholder={t(`refusals.scope.${refusal.scope}`)}
          value={scope}
          onChange={(value) => setScope(isClosable(value) ? value : null)}
          data={closable.map((value) => ({ value, label: t(`refusals.scope.${value}`) }))}
        />
        <Textarea
          ref={reason}
          label={t('refusals.why')}
          autosize
          w="24rem"
          maw="100%"
          value={why}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
        <Group gap="xs">
          <ActionButton action={was} disabled={judge.isPending || mustChoose} />
          <ActionButton action={wasNot} variant="default" disabled={judge.isPending} />
        </Group>
      </Group>
      <ProblemAlert problem={judge.error} />
    </Stack>
  );
}
