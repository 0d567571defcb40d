import { Anchor, Button, Checkbox, FileInput, NativeSelect, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readHistory } from '#contract/cases.ts';
import { addDocument, readDocuments, removeDocument, takeDocument } from '#contract/documents.ts';
import { documentKinds } from '#domain/cases/documents.ts';
import { addressOf, type OutputOf, requestOf, upload } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LogForm } from '../log/log-form.tsx';

const reads = [readDocuments, readHistory] as const;

/** Kinds of file that are taken; the server looks at the bytes. */
const accepted = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.txt';

type DocumentsPanelProps = {
  readonly file: DeskCase;
  readonly mayKeep: boolean;
  readonly mayRestrict: boolean;
};

/** The documents of a case, its customer and their debts: added, taken out, removed with a reason. */
export function DocumentsPanel({ file, mayKeep, mayRestrict }: DocumentsPanelProps) {
  const { t } = useWords('cases');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useEndpoint(
    readDocuments,
    { caseId: file.id },
    { live: ['document.added', 'document.removed'] },
  );
  if (data?.shown === false) return null;
  return (
    <Panel
      title={t('documents.title')}
      aside={
        mayKeep && !isAdding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('documents.add')}
          </Button>
        ) : null
      }
      flush
    >
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {isAdding ? (
        <div className={classes.filters}>
          <AddForm file={file} mayRestrict={mayRestrict} onClose={() => setAdding(false)} />
        </div>
      ) : null}
      {data?.documents.length === 0 ? (
        <p className={classes.foot}>
          <Text size="sm" c="dimmed" component="span">
            {t('documents.none')}
          </Text>
        </p>
      ) : null}
      <ul className={classes.lines}>
        {data?.documents.map((document) => (
          <li key={document.id}>
            <DocumentLine caseId={file.id} document={document} mayKeep={mayKeep} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type DocumentLineProps = {
  readonly caseId: string;
  readonly document: OutputOf<typeof readDocuments>['documents'][number];
  readonly mayKeep: boolean;
};

function DocumentLine({ caseId, document, mayKeep }: DocumentLineProps) {
  const { t, locale } = useWords('cases');
  const [isRemoving, setRemoving] = useState(false);
  const { id: documentId, kind, title, about, reference, byteCount, restricted } = document;
  const size = Math.max(1, byteCount / 1024).toLocaleString(locale, {
    ...{ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 },
  });
  return (
    <>
      <div className={classes.lineHead}>
        <Anchor href={addressOf(takeDocument, { caseId, documentId })} download={title} size="sm">
          <bdi>{title}</bdi>
        </Anchor>
        {restricted ? <State tone="warn">{t('documents.restricted')}</State> : null}
      </div>
      <Text size="xs" c="dimmed">
        {t(`documents.kind.${kind}`)} · {t(`documents.about.${about}`)}
        {reference ? (
          <>
            {' '}
            <bdi dir="ltr">{reference}</bdi>
          </>
        ) : null}{' '}
        · {size}
        <br />
        <When at={document.addedAt} show="date" />
        {document.addedBy ? (
          <>
            {' · '}
            <bdi>{document.addedBy}</bdi>
          </>
        ) : null}
      </Text>
      {mayKeep && !isRemoving ? (
        <Button variant="default" size="compact-sm" onClick={() => setRemoving(true)}>
          {t('documents.remove')}
        </Button>
      ) : null}
      {isRemoving ? (
        <RemoveForm
          caseId={caseId}
          documentId={documentId}
          title={title}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </>
  );
}

type RemoveFormProps = {
  readonly caseId: string;
  readonly documentId: string;
  readonly title: string;
  readonly onClose: () => void;
};

function RemoveForm({ caseId, documentId, title, onClose }: RemoveFormProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(removeDocument, {
    initialValues: { reason: '' },
    input: ({ reason }) => ({ caseId, documentId, reason: reason.trim() }),
    invalidates: reads,
    onDone: () => notify('good', t('documents.removed')),
  });
  return (
    <LogForm
      label={t('documents.removeOne', { title })}
      submit={t('documents.remove')}
      isReady={form.values.reason.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={t('documents.why')}
        description={t('documents.forGood')}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
        autoFocus
        {...form.getInputProps('reason')}
      />
    </LogForm>
  );
}

type AddFormProps = {
  readonly file: DeskCase;
  readonly mayRestrict: boolean;
  readonly onClose: () => void;
};

/** What a document may belong to, as a choice: the case, the customer, an account or an item. */
function useAbouts({ debt }: DeskCase) {
  const { t } = useWords('cases');
  const named = (about: 'account' | 'item', rows: readonly { id: string; reference: string }[]) =>
    rows.map(({ id, reference }) => ({
      ...{ value: `${about} ${id}`, label: `${t(`documents.about.${about}`)} ${reference}` },
    }));
  return [
    { value: 'case ', label: t('documents.about.case') },
    { value: 'customer ', label: t('documents.about.customer') },
    ...named('account', debt?.accounts ?? []),
    ...named('item', debt?.items ?? []),
  ];
}

function AddForm({ file, mayRestrict, onClose }: AddFormProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const queries = useQueryClient();
  const abouts = useAbouts(file);
  const [picked, setPicked] = useState<File | null>(null);
  const [kind, setKind] = useState<string>('contract');
  const [about, setAbout] = useState('case ');
  const [isRestricted, setRestricted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = () => {
    if (!picked) return;
    const [of = '', aboutId = ''] = about.split(' ');
    const form = new FormData();
    const fields = { kind, about: of, aboutId, restricted: String(isRestricted) };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', picked);
    setBusy(true);
    setProblem(null);
    upload(requestOf(addDocument, { caseId: file.id }).url, form, () => undefined)
      .then(async () => {
        notify('good', t('documents.added'));
        for (const { name } of reads) await queries.invalidateQueries({ queryKey: [name] });
        onClose();
      }, setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <LogForm
      label={t('documents.add')}
      submit={t('documents.add')}
      isReady={picked !== null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={send}
      onClose={onClose}
    >
      <FileInput
        label={t('documents.file')}
        description={t('documents.fileAbout')}
        accept={accepted}
        value={picked}
        onChange={setPicked}
        clearable
      />
      <NativeSelect
        label={t('documents.what')}
        data={documentKinds.map((value) => ({ value, label: t(`documents.kind.${value}`) }))}
        value={kind}
        onChange={({ currentTarget }) => setKind(currentTarget.value)}
      />
      <NativeSelect
        label={t('documents.belongsTo')}
        data={abouts}
        value={about}
        onChange={({ currentTarget }) => setAbout(currentTarget.value)}
      />
      {mayRestrict ? (
        <Checkbox
          label={t('documents.restrict')}
          checked={isRestricted}
          onChange={({ currentTarget }) => setRestricted(currentTarget.checked)}
        />
      ) : null}
    </LogForm>
  );
}
