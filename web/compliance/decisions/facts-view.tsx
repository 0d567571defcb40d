import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { codeWords } from '../code-words.ts';
import classes from '../compliance.module.css';
import lines from './facts.module.css';

type Plain = Readonly<Record<string, unknown>>;
type FactsProps = {
  /** As the gate was told them; kept from many versions, so nothing is taken for granted. */
  readonly facts: Plain;
  /** When it decided. */
  readonly at: string;
};

const dayMs = 86_400_000;
const mostShown = 500;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(facts: Plain, name: string): readonly Plain[] {
  const list = facts[name];
  return Array.isArray(list) ? list.slice(-mostShown) : [];
}

/** The first instant that an entry of the facts tells. */
function whenOf(entry: Plain): string {
  const names = ['at', 'received_at', 'effective_at', 'filed_at', 'sent_at', 'mailed_at'];
  return names.map((name) => textOf(entry[name])).find(Boolean) ?? '';
}

/** What a decision was made from: contacts on a line of time, consents, events, and all as JSON. */
export function FactsView({ facts, at }: FactsProps) {
  const { t } = useWords('compliance');
  return (
    <>
      <ContactsPanel facts={facts} at={at} />
      <EntriesPanel
        title={t('facts.consents')}
        group="consent"
        entries={listOf(facts, 'consents')}
      />
      <EntriesPanel title={t('facts.events')} group="event" entries={listOf(facts, 'events')} />
      <Panel title={t('facts.title')}>
        <Text size="sm" c="dimmed">
          {t('facts.about')}
        </Text>
        <details className={lines.raw}>
          <summary>{t('facts.raw')}</summary>
          <pre dir="ltr">{JSON.stringify(facts, null, 2)}</pre>
        </details>
      </Panel>
    </>
  );
}

type Contact = {
  readonly id: string;
  readonly at: string;
  readonly isInbound: boolean;
  readonly channel: string;
  readonly result: string;
  readonly person: string;
  readonly debts: number;
};

function contactsOf(facts: Plain): readonly Contact[] {
  return listOf(facts, 'contact_log').map((entry, place) => ({
    id: textOf(entry['id']) || String(place),
    at: textOf(entry['at']),
    isInbound: textOf(entry['dir']).startsWith('in'),
    channel: textOf(entry['channel']),
    result: textOf(entry['result']),
    person: textOf(entry['person']),
    debts: Array.isArray(entry['debts']) ? entry['debts'].length : 0,
  }));
}

function ContactsPanel({ facts, at }: FactsProps) {
  const { t, locale } = useWords('compliance');
  const contacts = useMemo(() => contactsOf(facts), [facts]);
  const columns = useMemo(
    (): Column<Contact>[] => [
      {
        id: 'when',
        header: t('column.when'),
        key: (row) => Date.parse(row.at),
        cell: (row) => (row.at ? <When at={row.at} /> : null),
      },
      {
        id: 'way',
        header: t('facts.way'),
        key: ({ isInbound }) => t(isInbound ? 'facts.in' : 'facts.out'),
        cell: ({ isInbound }) => t(isInbound ? 'facts.in' : 'facts.out'),
      },
      {
        id: 'channel',
        header: t('column.channel'),
        key: ({ channel }) => codeWords(t, 'channel', channel),
        cell: ({ channel }) => codeWords(t, 'channel', channel),
      },
      {
        id: 'result',
        header: t('column.what'),
        key: ({ result }) => codeWords(t, 'result', result),
        cell: ({ result }) => codeWords(t, 'result', result),
      },
      {
        id: 'person',
        header: t('facts.person'),
        key: ({ person }) => codeWords(t, 'person', person),
        cell: ({ person }) => codeWords(t, 'person', person),
      },
      {
        id: 'debts',
        header: t('facts.debts'),
        align: 'end',
        key: ({ debts }) => debts,
        cell: ({ debts }) => debts.toLocaleString(locale),
      },
    ],
    [t, locale],
  );
  return (
    <Panel title={t('facts.contacts')} flush>
      <TimeLine contacts={contacts} at={at} />
      <DataTable
        caption={t('facts.contacts')}
        columns={columns}
        rows={contacts}
        rowId={({ id }) => id}
        sortBy="-when"
        maxHeight="18rem"
        empty={{ title: t('facts.noContacts') }}
      />
    </Panel>
  );
}

/** Where the contacts lie before the decision; the table below says the same in words. */
function TimeLine({
  contacts,
  at,
}: {
  readonly contacts: readonly Contact[];
  readonly at: string;
}) {
  const { t, locale } = useWords('compliance');
  const endMs = Date.parse(at);
  const times = contacts.map((contact) => Date.parse(contact.at)).filter((ms) => ms <= endMs);
  if (times.length === 0) return null;
  const days = Math.max(7, Math.ceil((endMs - Math.min(...times)) / dayMs));
  const share = (ms: number) => `${100 - ((endMs - ms) / (days * dayMs)) * 100}%`;
  return (
    <div className={lines.timeLine} aria-hidden>
      <div className={lines.track}>
        {contacts.map(({ id, at: when, isInbound, result }) => (
          <span
            key={id}
            className={lines.dot}
            data-way={isInbound ? 'in' : 'out'}
            data-talk={result === 'conversation' || undefined}
            style={{ insetInlineStart: share(Math.min(endMs, Date.parse(when))) }}
          />
        ))}
      </div>
      <div className={lines.ends}>
        <span>{t('facts.daysBefore', { count: days, shown: days.toLocaleString(locale) })}</span>
        <span>{t('facts.decision')}</span>
      </div>
    </div>
  );
}

type EntriesProps = {
  readonly title: string;
  readonly group: 'consent' | 'event';
  readonly entries: readonly Plain[];
};

function EntriesPanel({ title, group, entries }: EntriesProps) {
  const { t } = useWords('compliance');
  if (entries.length === 0) return null;
  return (
    <Panel title={title} flush>
      <ul className={classes.findings}>
        {entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no ids and never move
          <li key={place}>
            <div className={classes.findingHead}>
              <span>{codeWords(t, group, textOf(entry['kind']))}</span>
              {whenOf(entry) ? <When at={whenOf(entry)} /> : null}
            </div>
            <Text size="xs" c="dimmed">
              {factWords(t, entry)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The rest of a fact: how, how far, and whether it has ended. */
function factWords(t: ReturnType<typeof useWords>['t'], entry: Plain): string {
  const names = ['medium', 'via', 'channel', 'given_to', 'person', 'place'];
  const said = names.flatMap((name) => {
    const value = textOf(entry[name]);
    return value ? [codeWords(t, name === 'place' ? 'place' : 'channel', value)] : [];
  });
  const ended = entry['revoked_at'] || entry['ended_at'];
  return [...said, ...(ended ? [t('facts.ended')] : [])].join(' · ');
}
