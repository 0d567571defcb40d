import { Alert, NativeSelect, Stack, Text } from '@mantine/core';
import type { Field } from '#domain/intake/fields.ts';
import type { ImportMap, MapAsk } from '#domain/intake/import-map.ts';
import { WarnIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Look } from './file-shapes.ts';
import { answered, withColumn } from './map-changes.ts';

type Table = NonNullable<Look['table']>;
type Question = Table['questions'][number];

type MapQuestionsProps = {
  readonly table: Table;
  readonly map: ImportMap;
  readonly onMap: (map: ImportMap) => void;
};

const samplesShown = 3;

/** What only somebody can say of the columns: asked before anything else, each with its choices. */
export function MapQuestions({ table, map, onMap }: MapQuestionsProps) {
  const { t } = useWords('office');
  const asked = table.questions.filter(({ ask }) => answers[ask] !== undefined);
  if (asked.length === 0) return null;
  const isOpen = asked.some((question) => map.unanswered.includes(askOf(question)));
  return (
    <Panel title={t('ask.title')}>
      <Stack gap="sm">
        {isOpen ? (
          <Alert color="yellow" variant="light" icon={<WarnIcon />}>
            {t('ask.first')}
          </Alert>
        ) : null}
        {asked.map((question) => (
          <OneQuestion
            key={askOf(question)}
            question={question}
            table={table}
            map={map}
            onMap={onMap}
          />
        ))}
      </Stack>
    </Panel>
  );
}

/** What stays open in the map until the question is answered. */
function askOf({ ask, field, column = '' }: Question): MapAsk {
  if (ask === 'column') return `column:${field as Field}`;
  return ask === 'meaning' ? `meaning:${column}` : ask;
}

/** How an answer changes the map; '' is none of the choices. */
const answers: Readonly<
  Partial<
    Record<Question['ask'], (map: ImportMap, question: Question, choice: string) => ImportMap>
  >
> = {
  column: (map, { field }, choice) => {
    const { [field as Field]: _, ...columns } = map.columns;
    return choice === '' ? { ...map, columns } : withColumn(map, choice, field as Field);
  },
  meaning: (map, { column = '' }, choice) => withColumn(map, column, choice as Field | ''),
  'empty-customer': (map, _, choice) => ({
    ...map,
    emptyCustomer: choice as ImportMap['emptyCustomer'],
  }),
};

type OneProps = MapQuestionsProps & { readonly question: Question };

function OneQuestion({ question, table, map, onMap }: OneProps) {
  const { t } = useWords('office');
  const { ask, column = '', choices } = question;
  const field = t(`field.${question.field}`);
  const isOpen = map.unanswered.includes(askOf(question));
  const isChoice = ask === 'empty-customer';
  const options = [
    ...(isOpen ? [{ value: 'open', label: t('unread.choose'), disabled: true }] : []),
    ...choices.map((value) => ({ value, label: choiceWords(value) })),
    ...(isChoice ? [] : [{ value: '', label: t('ask.none') }]),
  ];
  function choiceWords(choice: string): string {
    if (isChoice) return t(`ask.${choice}`);
    return ask === 'meaning' ? t(`field.${choice}`) : choice;
  }
  return (
    <div>
      <NativeSelect
        label={t(`ask.${ask}`, { field, column })}
        error={isOpen}
        value={isOpen ? 'open' : chosen(question, map)}
        onChange={({ currentTarget: { value } }) => {
          const change = answers[ask];
          if (change) onMap(answered(change(map, question, value), askOf(question)));
        }}
        data={options}
      />
      {ask === 'column' ? <Samples table={table} columns={choices} /> : null}
      {ask === 'meaning' ? <Samples table={table} columns={[column]} /> : null}
    </div>
  );
}

/** What the map has of the question, so that an answer can be looked at and changed. */
function chosen({ ask, field, column = '', choices }: Question, map: ImportMap): string {
  if (ask === 'empty-customer') return map.emptyCustomer;
  if (ask === 'column') {
    const now = map.columns[field as Field] ?? '';
    return choices.includes(now) ? now : '';
  }
  const now = Object.entries(map.columns).find(([, name]) => name === column)?.[0] ?? '';
  return choices.includes(now) ? now : '';
}

function Samples({
  table,
  columns,
}: Pick<OneProps, 'table'> & { readonly columns: readonly string[] }) {
  return columns.map((column) => {
    const at = table.header.indexOf(column);
    const values = table.sampleRows.map((row) => row[at] ?? '').filter((value) => value !== '');
    return (
      <Text key={column} size="xs" c="dimmed">
        <bdi>{column}</bdi>: <bdi>{[...new Set(values)].slice(0, samplesShown).join(' · ')}</bdi>
      </Text>
    );
  });
}
