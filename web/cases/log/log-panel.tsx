import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { readFacts } from '#contract/compliance/contact-facts.ts';
import { RETURNABLE } from '#domain/gate/facts/fact-kinds.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, Loading, ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { ConsentForm } from './consent-form.tsx';
import { FactForm } from './fact-form.tsx';
import { KeyInForm } from './key-in-form.tsx';
import { LineDetails } from './line-details.tsx';
import { AboutForm, CorrectForm, type LogLine } from './line-forms.tsx';
import { RevokeForm } from './revoke-form.tsx';

/** Lines shown at first, and added on request. */
const pageSize = 10;

/** What can be entered into the log by hand. */
const forms = { fact: FactForm, message: KeyInForm, consent: ConsentForm } as const;
type Entry = keyof typeof forms;

type LogPanelProps = { readonly file: DeskCase; readonly mayRecord: boolean };

/** The raw log of contact: each fact with when it happened, reached us and was written. */
export function LogPanel({ file, mayRecord }: LogPanelProps) {
  const { t } = useWords('contact-log');
  const [entering, setEntering] = useState<Entry | null>(null);
  const [shown, setShown] = useState(pageSize);
  const log = useEndpoint(readFacts, { caseId: file.id });
  const lines = log.data?.lines;
  const Form = forms[entering ?? 'fact'];
  const later = new Map(
    (lines ?? []).flatMap((line) => (line.withdraws ? [[line.withdraws, line] as const] : [])),
  );
  const corrected = new Set((lines ?? []).map(({ details }) => String(details['attemptId'] ?? '')));
  const occurred = new Map((lines ?? []).map(({ id, occurredAt }) => [id, occurredAt]));
  return (
    <Panel
      title={t('title')}
      aside={
        mayRecord && entering === null ? (
          <Group gap="xs">
            <Button variant="default" onClick={() => setEntering('message')}>
              {t('keyIn.open')}
            </Button>
            <Button variant="default" onClick={() => setEntering('consent')}>
              {t('consent.open')}
            </Button>
            <Button variant="default" onClick={() => setEntering('fact')}>
              {t('record')}
            </Button>
          </Group>
        ) : null
      }
      flush
    >
      <p className={classes.foot}>
        <Text size="xs" c="dimmed" component="span">
          {t('about')}
        </Text>
      </p>
      {entering ? (
        <div className={classes.filters}>
          <Form file={file} onClose={() => setEntering(null)} />
        </div>
      ) : null}
      <ProblemAlert problem={log.error} onRetry={() => void log.refetch()} />
      {lines || log.error ? null : <Loading lines={6} />}
      {lines?.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ol className={classes.lines}>
        {lines?.slice(0, shown).map((line) => (
          <li key={line.id}>
            <Line
              line={line}
              after={later.get(line.id)}
              isCorrected={corrected.has(line.id)}
              correctedAt={occurred.get(String(line.details['attemptId'])) ?? null}
              file={file}
              mayRecord={mayRecord}
            />
          </li>
        ))}
      </ol>
      {lines && lines.length > shown ? (
        <div className={classes.foot}>
          <Button variant="default" onClick={() => setShown(shown + 3 * pageSize)}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

type LineProps = {
  readonly line: LogLine;
  /** What was said of it later: withdrawn, or come back. */
  readonly after: LogLine | undefined;
  /** An attempt that a correction speaks of. */
  readonly isCorrected: boolean;
  /** When the contact took place that this corrects; null for other lines. */
  readonly correctedAt: string | null;
  readonly file: DeskCase;
  readonly mayRecord: boolean;
};

/** Where the names of the kinds of each sort stand. */
const catalogues: Readonly<Record<LogLine['sort'], string>> = {
  attempt: 'channel',
  correction: 'channel',
  fact: 'kind',
  preference: 'kind',
  consent: 'consent.kinds',
};

type Opened = 'correct' | 'withdrawn' | 'returned' | 'revoke' | null;

function Line({ line, after, isCorrected, correctedAt, file, mayRecord }: LineProps) {
  const { t } = useWords('contact-log');
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const name = t([`${catalogues[line.sort]}.${line.kind}`, `${catalogues[line.sort]}.other`]);
  const isReturned = Boolean(after?.details['undelivered_notice_at']);
  return (
    <>
      <div className={classes.lineHead}>
        <Group gap="xs">
          <strong>{name}</strong>
          <Text size="xs" c="dimmed">
            {t(`sort.${line.sort}`)}
          </Text>
          {line.ofOther ? <State tone="neutral">{t('ofOther')}</State> : null}
          {after ? <State tone="warn">{t(isReturned ? 'returnedOn' : 'taken')}</State> : null}
          {line.sort === 'consent' && line.details['revoked_at'] ? (
            <State tone="warn">{t('consent.until')}</State>
          ) : null}
          {line.withdraws ? (
            <State tone="neutral">
              {t(line.details['undelivered_notice_at'] ? 'returnedOn' : 'taken')}
            </State>
          ) : null}
        </Group>
        {mayRecord && opened === null && !after ? <Acts line={line} onOpen={setOpened} /> : null}
      </div>
      <LineDetails line={line} points={file.contactPoints} />
      {correctedAt ? (
        <div className={classes.details}>
          <span>
            {t('correct.of')} <When at={correctedAt} />
          </span>
        </div>
      ) : null}
      <Times line={line} isCorrected={isCorrected} />
      {opened === 'correct' ? <CorrectForm caseId={file.id} line={line} onClose={close} /> : null}
      {opened === 'withdrawn' || opened === 'returned' ? (
        <AboutForm caseId={file.id} line={line} as={opened} onClose={close} />
      ) : null}
      {opened === 'revoke' ? (
        <RevokeForm caseId={file.id} consentId={line.id} onClose={close} />
      ) : null}
    </>
  );
}

type ActsProps = { readonly line: LogLine; readonly onOpen: (opened: Opened) => void };

/** What may be said of a line later. */
function Acts({ line, onOpen }: ActsProps) {
  const { t } = useWords('contact-log');
  const { sort, kind, details, withdraws } = line;
  const isEnded = ['ended', 'unknown'].includes(String(details['state']));
  return (
    <Group gap="xs">
      {sort === 'attempt' && isEnded ? (
        <Button variant="default" size="compact-sm" onClick={() => onOpen('correct')}>
          {t('correct.act')}
        </Button>
      ) : null}
      {sort === 'consent' && !details['revoked_at'] ? (
        <Button variant="default" size="compact-sm" onClick={() => onOpen('revoke')}>
          {t('consent.revoke')}
        </Button>
      ) : null}
      {sort === 'fact' && withdraws === null ? (
        <>
          {RETURNABLE.some((word) => word === kind) ? (
            <Button variant="default" size="compact-sm" onClick={() => onOpen('returned')}>
              {t('cameBack.act')}
            </Button>
          ) : null}
          <Button variant="default" size="compact-sm" onClick={() => onOpen('withdrawn')}>
            {t('withdraw.act')}
          </Button>
        </>
      ) : null}
    </Group>
  );
}

type TimesProps = { readonly line: LogLine; readonly isCorrected: boolean };

/**
 * The three times of a line, and who wrote it. What a corrected contact is now reached us with its
 * correction, whose line says when and from whom.
 */
function Times({ line, isCorrected }: TimesProps) {
  const { t } = useWords('contact-log');
  const { occurredAt, receivedAt, recordedAt, recordedBy, source, evidenceRef } = line;
  return (
    <div className={classes.details}>
      <span>
        {t('happened')} <When at={occurredAt} />
      </span>
      {isCorrected || receivedAt === occurredAt ? null : (
        <span>
          {t('reached')} <When at={receivedAt} />
        </span>
      )}
      {isCorrected || recordedAt === occurredAt ? null : (
        <span>
          {t('written')} <When at={recordedAt} />
        </span>
      )}
      <span>{recordedBy ? t('by', { name: recordedBy }) : t('bySystem')}</span>
      {source && (line.sort === 'fact' || line.sort === 'consent') ? (
        <span dir="auto">{t('told', { source })}</span>
      ) : null}
      {evidenceRef ? <span dir="auto">{t('evidence', { ref: evidenceRef })}</span> : null}
    </div>
  );
}
