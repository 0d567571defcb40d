import { Group, Select, Stack, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { judgeRefusal, readRefusals } from '#contract/compliance/refusals.ts';
import { type Closable, closable, isToLookAt } from '#domain/opt-out-detection/closing.ts';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { type Action, useActions } from '#web/ui/keys/actions.tsx';
import { ActionButton } from '#web/ui/keys/keys.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { type DangerAnswer, DangerFields, dangerOf } from './danger-fields.tsx';
import type { Refusal } from './refusal.ts';

type Verdict = InputOf<typeof judgeRefusal>['verdict'];

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
  const notify = useNotify();
  // Of what closed nothing there is nothing to open again.
  const wordOf = (verdict: Verdict) =>
    verdict === 'not_opt_out' && isToLookAt(refusal.scope) ? 'seen' : verdict;
  const {
    form,
    action: judge,
    submit,
    problem,
  } = useEndpointForm(judgeRefusal, {
    initialValues: {
      verdict: 'opt_out' as Verdict,
      scope: isClosable(refusal.scope) ? refusal.scope : null,
      why: '',
      danger: null as DangerAnswer | null,
      support: '',
    },
    input: ({ verdict, scope, why, danger, support }) => ({
      refusalId: refusal.id,
      verdict,
      scope,
      why: why.trim() || null,
      danger: refusal.danger && danger !== null ? dangerOf(danger, support) : null,
    }),
    invalidates: [readRefusals],
    onDone: (_, { verdict }) => notify('good', t(`refusals.told.${wordOf(verdict)}`)),
  });
  const { scope, why, danger, support } = form.values;
  const mustFind = refusal.danger && (danger === null || (danger !== 'none' && !support.trim()));
  const closesNothing = scope === null && refusal.scope !== 'cease';
  const mustChoose = closesNothing && !media.includes(refusal.scope);
  const reason = useRef<HTMLTextAreaElement>(null);
  const send = (verdict: Verdict) => {
    // What is opened again needs its reason: the key leads there first.
    const mustSay = verdict === 'not_opt_out' && !isToLookAt(refusal.scope);
    if (mustSay && why.trim() === '') return reason.current?.focus();
    form.setFieldValue('verdict', verdict);
    submit();
  };
  const action = (verdict: Verdict, shortcut: string): Action => ({
    id: `compliance.refusal-${verdict}`,
    label: `compliance:refusals.is.${wordOf(verdict)}`,
    ...(takesKeys ? { shortcut } : {}),
    when: () => !mustFind && (verdict === 'not_opt_out' || !mustChoose),
    perform: () => send(verdict),
  });
  const [was, wasNot] = [action('opt_out', 'y'), action('not_opt_out', 'n')];
  useActions(takesKeys ? [was, wasNot] : []);
  return (
    <Stack gap="xs">
      {refusal.danger ? (
        <DangerFields
          answer={form.getInputProps('danger')}
          support={form.getInputProps('support')}
          isReal={danger !== null && danger !== 'none'}
        />
      ) : null}
      <Group gap="sm" align="flex-end">
        <Select
          w="19rem"
          maw="100%"
          label={t('refusals.means')}
          placeholder={t(`refusals.scope.${refusal.scope}`)}
          data={closable.map((value) => ({ value, label: t(`refusals.scope.${value}`) }))}
          {...form.getInputProps('scope')}
        />
        <Textarea
          ref={reason}
          label={t('refusals.why')}
          autosize
          w="24rem"
          maw="100%"
          {...form.getInputProps('why')}
        />
        <Group gap="xs">
          <ActionButton action={was} disabled={judge.isPending || mustFind || mustChoose} />
          <ActionButton action={wasNot} variant="default" disabled={judge.isPending || mustFind} />
        </Group>
      </Group>
      <ProblemAlert problem={problem} />
    </Stack>
  );
}
