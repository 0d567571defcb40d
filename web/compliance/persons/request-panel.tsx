import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useRef, useState } from 'react';
import { countApprovals } from '#contract/approvals.ts';
import {
  askRequest,
  checkIdentity,
  listRequests,
  readPerson,
  recordRequest,
  refuseRequest,
  takeCopy,
} from '#contract/compliance/persons.ts';
import { identityChecks, type RequestLaw, requestLaws } from '#domain/privacy/person-requests.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { downloadBytes } from '#web/ui/client/csv.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { todayHere } from '#web/ui/days.ts';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type PersonRequest = OutputOf<typeof readPerson>['requests'][number];
type OnRequest = { readonly caseId: string; readonly request: PersonRequest };

const changed = [readPerson, listRequests];

/** One request of a person, and the next step of it. */
export function RequestPanel({ caseId, request }: OnRequest) {
  const { t } = useWords('compliance');
  const { kind, state, law, receivedOn, dueOn, identityHow, identityAt, refusal } = request;
  return (
    <Panel
      title={t(`persons.kinds.${kind}`)}
      aside={
        <State tone={state === 'done' ? 'good' : state === 'refused' ? 'neutral' : 'warn'}>
          {t(`persons.states.${state}`)}
        </State>
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {t(`persons.laws.${law}`)} · {t('persons.receivedOn')} <Day date={receivedOn} /> ·{' '}
          {t('persons.dueOn')} <Day date={dueOn} />
        </Text>
        {identityHow && identityAt ? (
          <Text size="sm">
            {t('persons.identity')}: {t(`persons.checks.${identityHow}`)} ·{' '}
            <bdi>{request.identityBy ?? '–'}</bdi> · <When at={identityAt} />
          </Text>
        ) : null}
        {request.approvedAt ? (
          <Text size="sm">
            {t('persons.approved')} <bdi>{request.approvedBy ?? '–'}</bdi> ·{' '}
            <When at={request.approvedAt} />
          </Text>
        ) : null}
        {refusal ? (
          <Text size="sm" dir="auto">
            {refusal}
          </Text>
        ) : null}
        {state === 'open' ? <OpenRequest caseId={caseId} request={request} /> : null}
        {kind === 'access' && (state === 'approved' || state === 'done') ? (
          <CopyForm caseId={caseId} request={request} />
        ) : null}
      </Stack>
    </Panel>
  );
}

function OpenRequest({ caseId, request }: OnRequest) {
  const { t } = useWords('compliance');
  const [how, setHow] = useState<(typeof identityChecks)[number]>('document');
  const requestId = request.id;
  const why = useRef<HTMLTextAreaElement>(null);
  const check = useAction(checkIdentity, {
    quiet: true,
    invalidates: changed,
    // The button goes with what it asked: the next thing to write is the reason.
    onDone: () => why.current?.focus(),
  });
  const ask = useEndpointForm(askRequest, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ caseId, requestId, reason }),
    invalidates: [...changed, countApprovals],
  });
  const refuse = useAction(refuseRequest, { quiet: true, invalidates: changed });
  const { reason } = ask.form.values;
  return (
    <Stack gap="sm">
      {request.identityHow === null ? (
        <Group align="end">
          <NativeSelect
            label={t('persons.identity')}
            value={how}
            data={identityChecks.map((value) => ({ value, label: t(`persons.checks.${value}`) }))}
            onChange={({ currentTarget: { value } }) =>
              setHow(identityChecks.find((one) => one === value) ?? 'document')
            }
          />
          <Button
            variant="default"
            loading={check.isPending}
            onClick={() => check.mutate({ caseId, requestId, how })}
          >
            {t('persons.checked')}
          </Button>
        </Group>
      ) : null}
      <form onSubmit={ask.submit}>
        <Stack gap="sm">
          <Textarea
            ref={why}
            label={t('persons.why')}
            description={request.identityHow === null ? t('persons.checkFirst') : undefined}
            maxLength={1000}
            autosize
            {...ask.form.getInputProps('reason')}
          />
          <ProblemAlert problem={ask.problem ?? check.error ?? refuse.error} />
          <div role="status">
            {ask.action.isSuccess ? <Text size="sm">{t('persons.askedSecond')}</Text> : null}
          </div>
          <Group>
            <Button
              type="submit"
              loading={ask.action.isPending}
              disabled={!reason.trim() || request.identityHow === null}
            >
              {t('persons.askSecond')}
            </Button>
            <Button
              variant="default"
              loading={refuse.isPending}
              disabled={!reason.trim()}
              onClick={() => refuse.mutate({ caseId, requestId, reason })}
            >
              {t('persons.refuse')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

function CopyForm({ caseId, request }: OnRequest) {
  const { t } = useWords('compliance');
  const [keepsNotesBack, setKeepsNotesBack] = useState(false);
  const make = useAction(takeCopy, {
    quiet: true,
    invalidates: changed,
    onDone: ({ fileName, mediaType, base64 }) => downloadBytes(fileName, mediaType, base64),
  });
  const take = (format: 'pdf' | 'json') =>
    make.mutate({ caseId, requestId: request.id, format, keepsNotesBack });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('persons.copyAbout')}
      </Text>
      <Checkbox
        label={t('persons.keepNotes')}
        checked={keepsNotesBack}
        onChange={({ currentTarget }) => setKeepsNotesBack(currentTarget.checked)}
      />
      <Group>
        <Button leftSection={<DownloadIcon />} loading={make.isPending} onClick={() => take('pdf')}>
          {t('evidence.pdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<DownloadIcon />}
          loading={make.isPending}
          onClick={() => take('json')}
        >
          {t('evidence.json')}
        </Button>
      </Group>
      <ProblemAlert problem={make.error} />
    </Stack>
  );
}

/** Records that the person asks for something. */
export function RequestForm({ caseId }: { readonly caseId: string }) {
  const { t } = useWords('compliance');
  const { form, action, submit, problem } = useEndpointForm(recordRequest, {
    initialValues: {
      kind: 'erasure' as PersonRequest['kind'],
      law: 'gdpr' as RequestLaw,
      receivedOn: todayHere() as string,
    },
    input: (values) => ({ caseId, ...values }),
    invalidates: changed,
  });
  return (
    <Panel title={t('persons.record')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            label={t('persons.asksFor')}
            data={(['access', 'erasure'] as const).map((value) => ({
              value,
              label: t(`persons.kinds.${value}`),
            }))}
            {...form.getInputProps('kind')}
          />
          <NativeSelect
            label={t('persons.law')}
            data={requestLaws.map((value) => ({ value, label: t(`persons.laws.${value}`) }))}
            {...form.getInputProps('law')}
          />
          <TextInput
            type="date"
            label={t('persons.receivedOn')}
            max={todayHere()}
            required
            {...form.getInputProps('receivedOn')}
          />
          <ProblemAlert problem={problem} />
          <Group>
            <Button type="submit" variant="default" loading={action.isPending}>
              {t('persons.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
