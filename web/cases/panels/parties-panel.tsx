import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addParty, changeParty, endParty } from '#contract/case-corrections.ts';
import {
  type PartyRelation,
  type PartyRole,
  partyRelations,
  partyRoles,
} from '#domain/parties/party-roles.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LogForm } from '../log/log-form.tsx';
import { roleWords } from './point-owner.tsx';

type Party = DeskCase['parties'][number];

type PartiesPanelProps = { readonly file: DeskCase; readonly mayCorrect: boolean };

/** Who else is tied to the customer, and so may or may not be told of the debt. */
export function PartiesPanel({ file, mayCorrect }: PartiesPanelProps) {
  const { t } = useWords('cases');
  const [isAdding, setAdding] = useState(false);
  const parties = file.parties.filter(({ ended, name }) => !ended && name !== null);
  return (
    <Panel
      title={t('parties.title')}
      aside={
        mayCorrect && !isAdding ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('parties.add')}
          </Button>
        ) : null
      }
      flush
    >
      {isAdding ? (
        <div className={classes.filters}>
          <PartyForm file={file} party={null} onClose={() => setAdding(false)} />
        </div>
      ) : null}
      {parties.length === 0 && !isAdding ? (
        <p className={classes.foot}>{t('parties.none')}</p>
      ) : null}
      <ul className={classes.lines}>
        {parties.map((party) => (
          <li key={party.id}>
            <PartyLine file={file} party={party} mayCorrect={mayCorrect} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type PartyLineProps = PartiesPanelProps & { readonly party: Party };

function PartyLine({ file, party, mayCorrect }: PartyLineProps) {
  const { t } = useWords('cases');
  const [open, setOpen] = useState<'change' | 'end' | null>(null);
  const close = () => setOpen(null);
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs" justify="space-between" w="100%">
        <Group gap="xs">
          <strong>
            <bdi>{party.name}</bdi>
          </strong>
          <State tone="neutral">{roleWords(t, party)}</State>
        </Group>
        {mayCorrect && open === null ? (
          <Group gap="xs">
            <Button variant="default" size="compact-sm" onClick={() => setOpen('change')}>
              {t('parties.change')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setOpen('end')}>
              {t('parties.end')}
            </Button>
          </Group>
        ) : null}
      </Group>
      {party.note ? (
        <Text size="sm" c="dimmed" dir="auto">
          {party.note}
        </Text>
      ) : null}
      {open === 'change' ? <PartyForm file={file} party={party} onClose={close} /> : null}
      {open === 'end' ? <EndForm caseId={file.id} partyId={party.id} onClose={close} /> : null}
    </Stack>
  );
}

type PartyFormProps = {
  readonly file: DeskCase;
  /** Null for a new one. */
  readonly party: Party | null;
  readonly onClose: () => void;
};

function usePartyForm({ file, party, onClose }: PartyFormProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const initialValues = {
    role: (party?.role ?? 'guarantor') as PartyRole,
    relation: (party?.relation ?? 'unknown') as PartyRelation,
    name: party?.name ?? '',
    note: party?.note ?? '',
    accountId: party?.accountId ?? '',
    why: '',
  };
  const told = ({ role, relation, name, note, accountId }: typeof initialValues) => ({
    caseId: file.id,
    role,
    relation: role === 'third_party' ? relation : null,
    name: name.trim(),
    note: note.trim() || null,
    accountId: accountId || null,
  });
  const onDone = () => {
    notify('good', t('parties.saved'));
    onClose();
  };
  const adding = useEndpointForm(addParty, {
    ...{ initialValues, input: told, invalidates: caseReads, onDone },
  });
  const changing = useEndpointForm(changeParty, {
    ...{ initialValues, invalidates: caseReads, onDone },
    input: (values: typeof initialValues) => ({
      ...{ ...told(values), partyId: party?.id ?? '', why: values.why.trim() },
    }),
  });
  return party === null ? adding : changing;
}

function PartyForm(props: PartyFormProps) {
  const { file, party, onClose } = props;
  const { t } = useWords('cases');
  const { form, action, submit, problem } = usePartyForm(props);
  const label = t(party ? 'parties.change' : 'parties.add');
  return (
    <LogForm
      label={label}
      submit={label}
      isReady={form.values.name.trim() !== '' && (party === null || form.values.why.trim() !== '')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t('parties.name')} dir="auto" {...form.getInputProps('name')} autoFocus />
      <NativeSelect
        label={t('parties.role')}
        data={partyRoles.map((value) => ({ value, label: t(`agent:party.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {form.values.role === 'third_party' ? (
        <NativeSelect
          label={t('parties.relation')}
          data={partyRelations.map((value) => ({ value, label: t(`agent:relation.${value}`) }))}
          {...form.getInputProps('relation')}
        />
      ) : null}
      {file.debt ? (
        <NativeSelect
          label={t('parties.account')}
          data={[
            { value: '', label: t('parties.allAccounts') },
            ...file.debt.accounts.map(({ id, reference }) => ({ value: id, label: reference })),
          ]}
          {...form.getInputProps('accountId')}
        />
      ) : null}
      <Textarea
        label={t('parties.note')}
        maxLength={500}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('note')}
      />
      {party === null ? null : (
        <Textarea
          label={t('parties.changeWhy')}
          maxLength={4000}
          autosize
          minRows={2}
          dir="auto"
          {...form.getInputProps('why')}
        />
      )}
    </LogForm>
  );
}

type EndFormProps = {
  readonly caseId: string;
  readonly partyId: string;
  readonly onClose: () => void;
};

function EndForm({ caseId, partyId, onClose }: EndFormProps) {
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(endParty, {
    initialValues: { why: '' },
    input: ({ why }) => ({ caseId, partyId, why: why.trim() }),
    invalidates: caseReads,
    onDone: () => notify('good', t('parties.ended')),
  });
  return (
    <LogForm
      label={t('parties.end')}
      submit={t('parties.end')}
      isReady={form.values.why.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={t('parties.endWhy')}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('why')}
        autoFocus
      />
    </LogForm>
  );
}
