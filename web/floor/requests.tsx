import { Button, Group, Text, TextInput } from '@mantine/core';
import { closeRequest, readFloor, takeRequest } from '#contract/floor.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { Elapsed } from '#web/ui/elapsed.tsx';
import { type Action, useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './floor.module.css';

type Request = OutputOf<typeof readFloor>['requests'][number];

type RequestsProps = {
  readonly requests: readonly Request[];
  readonly mayAnswer: boolean;
  readonly onTakeOver: ((conversationId: string) => void) | null;
  readonly onOpen: (caseId: string) => void;
};

/** Who asks for help, hostile calls first; a supervisor or manager takes and ends each with its outcome. */
export function Requests({ requests, mayAnswer, onTakeOver, onOpen }: RequestsProps) {
  const { t } = useWords('floor');
  const take = useAction(takeRequest, { invalidates: [readFloor] });
  const sorted = [...requests].sort(
    (a, b) => weightOf(a) - weightOf(b) || (a.askedAt < b.askedAt ? -1 : 1),
  );
  const waiting = sorted.find(({ takenBy }) => takenBy === null);
  const action: Action = {
    id: 'floor.take',
    label: 'floor:action.take',
    shortcut: 't',
    when: () => mayAnswer && waiting !== undefined && !take.isPending,
    perform: () => waiting && take.mutate({ requestId: waiting.id }),
  };
  useActions([action]);
  return (
    <section aria-label={t('requests.title')} aria-live="polite">
      {sorted.length === 0 ? <p className={classes.quiet}>{t('requests.none')}</p> : null}
      <ul className={classes.requests}>
        {sorted.map((request) => (
          <li
            key={request.id}
            className={classes.request}
            data-kind={request.kind}
            data-taken={request.takenBy ? true : undefined}
          >
            <Group justify="space-between" gap="xs">
              <State tone={request.kind === 'hostile_call' ? 'bad' : 'info'}>
                {t(`request.${request.kind}`)}
              </State>
              <Text size="sm" c="dimmed">
                <Elapsed from={request.askedAt} />
              </Text>
            </Group>
            <div>
              <strong>
                <CaseLink caseId={request.caseId}>
                  <bdi>{request.customerName}</bdi>
                </CaseLink>
              </strong>
              <Text size="sm" c="dimmed">
                {t('requests.from', { agent: request.askedBy, portfolio: request.portfolioName })}
              </Text>
            </div>
            {request.takenBy ? (
              <Text size="sm">{t('requests.takenBy', { name: request.takenBy })}</Text>
            ) : null}
            {mayAnswer ? (
              <RequestActions
                request={request}
                isNext={request === waiting}
                isTaking={take.isPending}
                onTake={() => take.mutate({ requestId: request.id })}
                onTakeOver={onTakeOver}
                onOpen={onOpen}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function weightOf({ kind, takenBy }: Request): number {
  if (takenBy !== null) return 2;
  return kind === 'hostile_call' ? 0 : 1;
}

type RequestActionsProps = {
  readonly request: Request;
  readonly isNext: boolean;
  readonly isTaking: boolean;
  readonly onTake: () => void;
  readonly onTakeOver: ((conversationId: string) => void) | null;
  readonly onOpen: (caseId: string) => void;
};

function RequestActions(props: RequestActionsProps) {
  const { request, isNext, isTaking, onTake, onTakeOver, onOpen } = props;
  const { t } = useWords('floor');
  const { id, takenBy, conversationId, planId, caseId } = request;
  return (
    <>
      <Group gap="xs">
        {takenBy === null ? (
          <Button
            onClick={onTake}
            loading={isTaking}
            rightSection={isNext ? <KeyHint shortcut="t" /> : undefined}
            aria-keyshortcuts={isNext ? 't' : undefined}
          >
            {t('action.take')}
          </Button>
        ) : null}
        {conversationId && onTakeOver ? (
          <Button variant="default" onClick={() => onTakeOver(conversationId)}>
            {t('action.takeOver')}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={() => onOpen(caseId)}>
          {t('action.openCase')}
        </Button>
      </Group>
      {takenBy === null ? null : <CloseForm requestId={id} isPlan={planId !== null} />}
    </>
  );
}

function CloseForm({
  requestId,
  isPlan,
}: {
  readonly requestId: string;
  readonly isPlan: boolean;
}) {
  const { t } = useWords('floor');
  const { form, submit, problem } = useEndpointForm(closeRequest, {
    initialValues: { outcome: '', approve: null as boolean | null },
    input: ({ outcome, approve }) => ({ requestId, outcome: outcome.trim(), approve }),
    invalidates: [readFloor],
  });
  const isEmpty = form.values.outcome.trim() === '';
  const decide = (approve: boolean) => {
    form.setFieldValue('approve', approve);
    submit();
  };
  return (
    <form
      onSubmit={(event) => {
        // A plan is approved or declined by its own button: Enter would not say which.
        if (isPlan || isEmpty) event.preventDefault();
        else submit(event);
      }}
    >
      <TextInput
        label={t(isPlan ? 'requests.decision' : 'requests.outcome')}
        dir="auto"
        maxLength={4000}
        {...form.getInputProps('outcome')}
      />
      <Group gap="xs" mt="xs">
        {isPlan ? (
          <>
            <Button onClick={() => decide(true)} disabled={isEmpty}>
              {t('action.approve')}
            </Button>
            <Button variant="default" onClick={() => decide(false)} disabled={isEmpty}>
              {t('action.decline')}
            </Button>
          </>
        ) : (
          <Button type="submit" variant="default" disabled={isEmpty}>
            {t('action.close')}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={problem} />
    </form>
  );
}
