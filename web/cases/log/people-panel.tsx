import { Button, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { findCases } from '#contract/cases.ts';
import { linkPeople, readFacts, splitPeople } from '#contract/compliance/contact-facts.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { isolated } from '#web/ui/isolate.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAskedPart } from '../asked-part.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LogForm } from './log-form.tsx';

const pauseMs = 250;
const leastLetters = 3;

type PeoplePanelProps = { readonly file: DeskCase; readonly mayRecord: boolean };

/** The records that are the same human being, said so and withdrawn by who may. */
export function PeoplePanel({ file, mayRecord }: PeoplePanelProps) {
  const { t } = useWords('contact-log');
  const [isAsked, part] = useAskedPart<HTMLDivElement>('people');
  const [isAdding, setAdding] = useState(isAsked);
  const log = useEndpoint(readFacts, { caseId: file.id });
  const people = log.data?.people ?? [];
  return (
    <div ref={part}>
      <Panel title={t('people.title')} flush>
        <ProblemAlert problem={log.error} />
        <p className={classes.foot}>
          <Text size="xs" c="dimmed" component="span">
            {t(log.data && people.length === 0 ? 'people.none' : 'people.about')}
          </Text>
        </p>
        <ul className={classes.lines}>
          {people.map((one) => (
            <li key={one.linkId}>
              <Person one={one} caseId={file.id} maySplit={mayRecord} />
            </li>
          ))}
        </ul>
        {mayRecord ? (
          <div className={classes.foot}>
            {isAdding ? (
              <LinkForm file={file} onClose={() => setAdding(false)} />
            ) : (
              <Button variant="default" onClick={() => setAdding(true)}>
                {t('people.add')}
              </Button>
            )}
          </div>
        ) : null}
      </Panel>
    </div>
  );
}

type PersonProps = {
  readonly one: OutputOf<typeof readFacts>['people'][number];
  readonly caseId: string;
  readonly maySplit: boolean;
};

function Person({ one, caseId, maySplit }: PersonProps) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const [isSplitting, setSplitting] = useState(false);
  const { form, action, submit, problem } = useEndpointForm(splitPeople, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ caseId, linkId: one.linkId, reason: reason.trim() }),
    invalidates: caseReads,
    onDone: () => notify('good', t('people.parted')),
  });
  return (
    <Stack gap={4} align="flex-start">
      {one.name ? (
        <Text size="sm">
          <bdi>{one.name}</bdi> · <bdi dir="ltr">{one.reference}</bdi>
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {t('people.hidden')}
        </Text>
      )}
      {maySplit && !isSplitting ? (
        <Button variant="default" size="compact-sm" onClick={() => setSplitting(true)}>
          {t('people.split')}
        </Button>
      ) : null}
      {isSplitting ? (
        <LogForm
          label={t('people.split')}
          submit={t('people.split')}
          isReady={form.values.reason.trim() !== ''}
          isBusy={action.isPending}
          problem={problem}
          onSubmit={submit}
          onClose={() => setSplitting(false)}
        >
          <ReasonField input={form.getInputProps('reason')} isFirst />
        </LogForm>
      ) : null}
    </Stack>
  );
}

function LinkForm({ file, onClose }: { readonly file: DeskCase; readonly onClose: () => void }) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), pauseMs);
  const isLong = settled.length >= leastLetters;
  const found = useEndpoint(findCases, { text: settled }, { enabled: isLong, keep: true });
  const others = found.data?.cases.filter(({ caseId }) => caseId !== file.id) ?? [];
  const { form, action, submit, problem } = useEndpointForm(linkPeople, {
    initialValues: { otherCaseId: '', reason: '' },
    input: ({ otherCaseId, reason }) => ({
      caseId: file.id,
      otherCaseId,
      reason: reason.trim(),
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('people.linked'));
      onClose();
    },
  });
  const { otherCaseId, reason } = form.values;
  const isChosen = others.some(({ caseId }) => caseId === otherCaseId);
  return (
    <LogForm
      label={t('people.add')}
      submit={t('people.link')}
      isReady={isChosen && reason.trim() !== ''}
      isBusy={action.isPending}
      problem={problem ?? found.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('people.find')}
        description={t('people.findHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        autoFocus
      />
      {isLong && found.data && others.length === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {t('people.nobody')}
        </Text>
      ) : null}
      {isLong && others.length > 0 ? (
        <NativeSelect
          label={t('people.choose')}
          {...form.getInputProps('otherCaseId')}
          value={isChosen ? otherCaseId : ''}
          data={[
            { value: '', label: '—' },
            ...others.map(({ caseId, customerName, customerReference, portfolioName }) => ({
              value: caseId,
              label: [customerName, customerReference, portfolioName].map(isolated).join(' · '),
            })),
          ]}
        />
      ) : null}
      <ReasonField input={form.getInputProps('reason')} />
    </LogForm>
  );
}

type ReasonFieldProps = {
  readonly input: GetInputPropsReturnType;
  readonly isFirst?: boolean;
};

function ReasonField({ input, isFirst = false }: ReasonFieldProps) {
  const { t } = useWords('contact-log');
  return (
    <Textarea
      label={t('form.reason')}
      maxLength={4000}
      autosize
      minRows={2}
      dir="auto"
      {...input}
      autoFocus={isFirst}
    />
  );
}
