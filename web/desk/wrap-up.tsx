import { Button, Group, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useId } from 'react';
import { finish } from '#contract/conversations.ts';
import { myDay, worklist } from '#contract/desk.ts';
import { settingResults } from '#domain/contact/outcomes.ts';
import { type ContactResult, results } from '#domain/contact/results.ts';
import { type AnswererRole, answererOf, answererRoles } from '#domain/parties/party-roles.ts';
import type { Conversation } from '#web/cases/case-shape.ts';
import { nextWorkday } from '#web/cases/dates.ts';
import { personWords } from '#web/cases/log/person-words.ts';
import { callReads, useDesk } from '#web/cases/open-case.tsx';
import type { InputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { daysLater } from '#web/ui/days.ts';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { instantWords } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './conversation/conversation.module.css';
import { DateField } from './forms/promise-form.tsx';

function isResult(code: string): code is ContactResult {
  return (results as readonly string[]).includes(code);
}

/** Longer waits where calling again soon would only press. */
const waitDays: Readonly<Partial<Record<ContactResult, number>>> = {
  refused: 7,
  'third-party': 3,
  'wrong-person': 3,
  'not-verified': 3,
};

/** The date proposed for the next action after a result. */
function proposedOn(result: ContactResult, today: string): string {
  const wait = waitDays[result];
  return wait ? nextWorkday(daysLater(today, wait - 1)) : nextWorkday(today);
}

/** The result chosen at first; a refusal is never presumed, somebody has to say that it was one. */
function likeliest(fitting: readonly ContactResult[]): ContactResult | null {
  const [first = null] = fitting;
  return first === 'refused' ? null : first;
}

type Filled = {
  readonly result: ContactResult | null;
  readonly isSet: boolean;
  readonly nextOn: string;
  readonly answeredBy: string;
};

/** What still has to be said before the contact can end. */
function missingIn({ result, isSet, nextOn, answeredBy }: Filled) {
  if (result === null) return 'result';
  if (result === 'third-party' && answeredBy === '') return 'answeredBy';
  return !isSet && nextOn === '' ? 'date' : null;
}

type WrapUpProps = { readonly conversation: Conversation; readonly onDone: () => void };

/** How it ended and what comes next: nobody leaves without both. */
export function WrapUp({ conversation, onDone }: WrapUpProps) {
  const { t, locale } = useWords('agent');
  const { today } = useDesk();
  const notify = useNotify();
  const why = useId();
  const fitting = conversation.results.filter(isResult);
  const first = likeliest(fitting);
  const mechanism: InputOf<typeof finish>['mechanism'] =
    conversation.direction === 'inbound' ? 'inbound-call' : 'outbound-call';
  const isSetBy = (result: ContactResult | null) =>
    (result !== null && settingResults.includes(result)) ||
    conversation.agreed.some((code) => isResult(code) && settingResults.includes(code));
  const { form, action, submit, problem } = useEndpointForm(finish, {
    initialValues: {
      result: first,
      nextOn: first ? proposedOn(first, today) : '',
      note: '',
      answeredBy: '' as AnswererRole | '',
    },
    input: ({ result, nextOn, note, answeredBy }) => ({
      conversationId: conversation.id,
      mechanism,
      // Without a result nothing is sent: the button is shut, and the schema refuses.
      result: result as ContactResult,
      nextOn: isSetBy(result) ? null : nextOn,
      note: note.trim() || null,
      answeredBy: result === 'third-party' ? answeredBy || null : null,
    }),
    invalidates: [...callReads, myDay, worklist],
    onDone: ({ nextAction, nextActionAt }) => {
      const when = nextActionAt ? instantWords(nextActionAt, locale, 'both') : '';
      const action = t([`nextAction.${nextAction}`, 'nextAction.other']);
      notify('good', nextActionAt ? t('wrapUp.done', { action, when }) : t('wrapUp.doneClosed'));
      onDone();
    },
  });
  const { result, nextOn, answeredBy } = form.values;
  const isSet = isSetBy(result);
  const choose = (chosen: ContactResult) =>
    form.setValues({ result: chosen, nextOn: proposedOn(chosen, today) });
  const missing = missingIn({ result, isSet, nextOn, answeredBy });
  const end = () => {
    if (missing === null && !action.isPending) submit();
  };
  useActions([
    {
      id: 'desk.finish',
      label: 'agent:action.finish',
      shortcut: 'mod+Enter',
      when: () => missing === null,
      perform: end,
    },
    ...fitting.slice(0, 9).map((one, index) => ({
      id: `desk.result.${index + 1}`,
      label: `agent:result.${one}`,
      group: 'agent:group.result',
      shortcut: String(index + 1),
      perform: () => choose(one),
    })),
  ]);
  return (
    <Panel
      title={t('wrapUp.title')}
      aside={<State tone="neutral">{t(`wrapUp.mechanism.${mechanism}`)}</State>}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('wrapUp.result')}
          value={result ?? ''}
          onChange={(value) => isResult(value) && choose(value)}
        >
          <div className={classes.results}>
            {fitting.map((one, index) => (
              <Radio
                key={one}
                value={one}
                data-stage-start={one === (result ?? fitting[0]) || undefined}
                label={
                  <Group gap="xs" wrap="nowrap">
                    {t(`result.${one}`)}
                    {index < 9 ? <KeyHint shortcut={String(index + 1)} /> : null}
                  </Group>
                }
              />
            ))}
          </div>
        </Radio.Group>
        {result === 'third-party' ? (
          <NativeSelect
            label={t('wrapUp.answeredBy')}
            data={[
              { value: '', label: t('wrapUp.chooseAnswerer'), disabled: true },
              ...answererRoles.map((value) => ({
                value,
                label: personWords(t, answererOf(value)),
              })),
            ]}
            {...form.getInputProps('answeredBy')}
          />
        ) : null}
        {isSet ? (
          <Text size="sm">{t('wrapUp.nextIsSet')}</Text>
        ) : (
          <DateField
            label={t('wrapUp.nextOn')}
            today={today}
            mostDays={null}
            value={nextOn}
            onChange={(date) => form.setFieldValue('nextOn', date)}
            error={form.errors['nextOn']}
          />
        )}
        <Textarea
          label={t('wrapUp.note')}
          autosize
          minRows={2}
          dir="auto"
          {...form.getInputProps('note')}
        />
        <ProblemAlert problem={problem} />
        <Group gap="sm">
          <Button
            size="sm"
            onClick={end}
            loading={action.isPending}
            disabled={missing !== null}
            aria-describedby={missing ? why : undefined}
            rightSection={<KeyHint shortcut="mod+Enter" />}
            aria-keyshortcuts="Control+Enter"
          >
            {t('action.finish')}
          </Button>
          <Text id={why} size="sm" c="dimmed" role="status">
            {missing ? t(`wrapUp.missing.${missing}`) : null}
          </Text>
        </Group>
      </Stack>
    </Panel>
  );
}
