import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { readImport } from '#contract/intake.ts';
import { debtTypes } from '#domain/debts/debt-types.ts';
import { type Field, specOf } from '#domain/intake/fields.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { WarnIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { placeWords } from '#web/ui/place-words.ts';
import { useWords } from '#web/ui/words.ts';
import { ToCase } from './to-case.tsx';

/** A value of a file that could not be read. */
export type UnreadValue = OutputOf<typeof readImport>['import']['unread'][number];

type Answers = Readonly<Record<string, string>>;

const keyOf = ({ field, reason, value }: UnreadValue) => `${field} ${reason} ${value}`;

/** Reasons explained above the list: contact waits, several laws hold, or a word is asked for. */
const explained = ['place-unread', 'place-contradicts', 'bad-choice'] as const;

/** The map with what the values mean; an answer left open changes nothing. */
function answered(map: ImportMap, unread: readonly UnreadValue[], answers: Answers): ImportMap {
  const debtTypesOf: Record<string, string> = { ...map.debtTypes };
  const values: Partial<Record<string, Record<string, string>>> = { ...map.values };
  for (const each of unread) {
    const answer = ownValue(answers, keyOf(each))?.trim() ?? '';
    const { field, reason, value } = each;
    if (answer === '') continue;
    if (reason === 'date-other-order') continue;
    if (reason === 'unknown-product') debtTypesOf[value.toLowerCase()] = answer;
    else values[field] = { ...ownValue(values, field), [value]: answer };
  }
  return withOrders({ ...map, debtTypes: debtTypesOf, values } as ImportMap, unread, answers);
}

/** The map with the order of day and month that was said for date columns. */
function withOrders(map: ImportMap, unread: readonly UnreadValue[], answers: Answers): ImportMap {
  let { otherOrder } = map;
  const dateFormats = { ...map.dateFormats };
  for (const each of unread) {
    const answer = each.reason === 'date-other-order' ? ownValue(answers, keyOf(each)) : undefined;
    if (answer === 'refuse') otherOrder = 'refuse';
    if (answer === 'dmy' || answer === 'mdy') dateFormats[each.field as Field] = answer;
  }
  return { ...map, otherOrder, dateFormats };
}

/** Reasons that are told in words of their own, whatever stands in the cells. */
const told = [
  'postal-zeros-restored',
  'due-counted-back',
  'credit-netted',
  'date-other-order',
  'ledger-netted',
];

type UnreadValuesProps = {
  readonly unread: readonly UnreadValue[];
  /** The map to answer in; left out, the values are only shown. */
  readonly map?: ImportMap | undefined;
  readonly isBusy?: boolean;
  readonly onAnswer?: (map: ImportMap) => void;
  /** Whether the rows came into the book, so that their customers can be corrected. */
  readonly isInBook?: boolean;
};

/** What of a file nobody can read, in which rows; and, before it is imported, what it means. */
export function UnreadValues(props: UnreadValuesProps) {
  const { unread, map, isBusy = false, onAnswer, isInBook = false } = props;
  const { t } = useWords('office');
  const [answers, setAnswers] = useState<Answers>({});
  const columns = useUnreadColumns(answers, map ? setAnswers : null, isInBook);
  if (unread.length === 0) return null;
  const isAnswered = Object.values(answers).some((answer) => answer.trim() !== '');
  return (
    <Panel flush title={t('unread.title')}>
      <Stack gap="xs" p="sm">
        {explained
          .filter((of) => unread.some(({ reason }) => reason === of))
          .map((of) => (
            <Alert key={of} color="yellow" variant="light" icon={<WarnIcon />}>
              {t(`unread.${of}`)}
            </Alert>
          ))}
        {unread.some(({ reason }) => reason === 'unknown-product') ? (
          <Alert color="yellow" variant="light" icon={<WarnIcon />}>
            {t('unread.products')}
          </Alert>
        ) : null}
        {unread.some(({ reason }) => reason === 'date-other-order') ? (
          <Alert color="yellow" variant="light" icon={<WarnIcon />}>
            {t('unread.dates')}
          </Alert>
        ) : null}
      </Stack>
      <DataTable
        caption={t('unread.title')}
        columns={columns}
        rows={unread}
        rowId={keyOf}
        maxHeight="360px"
      />
      {map && onAnswer ? (
        <Group justify="flex-end" p="sm">
          <Button
            variant="default"
            disabled={!isAnswered}
            loading={isBusy}
            onClick={() => onAnswer(answered(map, unread, answers))}
          >
            {t('unread.tryAgain')}
          </Button>
        </Group>
      ) : null}
    </Panel>
  );
}

function useUnreadColumns(
  answers: Answers,
  setAnswers: ((answers: Answers) => void) | null,
  isInBook: boolean,
): readonly Column<UnreadValue>[] {
  const { t, language, locale } = useWords('office');
  return useMemo(() => {
    const shown: Column<UnreadValue>[] = [
      {
        id: 'field',
        header: t('map.field'),
        cell: ({ field }) => t(`field.${field as Field}`),
      },
      {
        id: 'value',
        header: t('unread.value'),
        cell: ({ value, places, reason }) => (
          <>
            {value === '' ? (
              t(told.includes(reason) ? `unread.${reason}` : 'unread.empty')
            ) : (
              <bdi>{value}</bdi>
            )}
            {places
              .map((place) => placeWords(place, { language, locale }))
              .map((words) => (
                <Text key={words} size="xs" c="dimmed">
                  <bdi>{words}</bdi>
                </Text>
              ))}
          </>
        ),
      },
      {
        id: 'rows',
        header: t('unread.rows'),
        align: 'end',
        cell: ({ rows }) => rows.toLocaleString(locale),
      },
      {
        id: 'lines',
        header: t('unread.lines'),
        cell: ({ rows, lines }) => (
          <Text size="xs" c="dimmed">
            {lines.map((line) => line.toLocaleString(locale)).join(', ')}
            {rows > lines.length ? ' …' : ''}
          </Text>
        ),
      },
    ];
    const customers: Column<UnreadValue> = {
      id: 'customers',
      header: t('unread.customers'),
      cell: ({ customers: references }) =>
        references.map((reference) => (
          <ToCase
            key={reference}
            reference={reference}
            label={t('unread.correct', { reference })}
            isAddress
          />
        )),
    };
    if (setAnswers === null) return isInBook ? [...shown, customers] : shown;
    const answer: Column<UnreadValue> = {
      id: 'answer',
      header: t('unread.means'),
      cell: (each) =>
        (each.value === '' && each.reason !== 'date-other-order') ||
        each.reason === 'place-contradicts' ? null : (
          <Answer
            unread={each}
            answer={ownValue(answers, keyOf(each)) ?? ''}
            onAnswer={(text) => setAnswers({ ...answers, [keyOf(each)]: text })}
          />
        ),
    };
    return [...shown, answer];
  }, [t, language, locale, answers, setAnswers, isInBook]);
}

type AnswerProps = {
  readonly unread: UnreadValue;
  readonly answer: string;
  readonly onAnswer: (text: string) => void;
};

function Answer({ unread, answer, onAnswer }: AnswerProps) {
  const { t } = useWords('office');
  const choices = useChoices(unread);
  const isOrder = unread.reason === 'date-other-order';
  const label = isOrder
    ? t('unread.orderOf', { field: t(`field.${unread.field}`) })
    : t('unread.meaningOf', { value: unread.value });
  if (choices === null) {
    return (
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={t(`unread.as.${unread.field}`)}
        value={answer}
        onChange={({ currentTarget }) => onAnswer(currentTarget.value)}
      />
    );
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={answer}
      onChange={({ currentTarget }) => onAnswer(currentTarget.value)}
      data={[{ value: '', label: t('unread.choose') }, ...choices]}
    />
  );
}

/** What a value may mean where its field has choices; null where it is written. */
function useChoices({ reason, field }: UnreadValue) {
  const { t } = useWords('office');
  const { t: desk } = useWords('agent');
  if (reason === 'date-other-order') {
    const orders = (['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`date.${value}`) }));
    return [...orders, { value: 'refuse', label: t('unread.rowsOut') }];
  }
  if (reason === 'unknown-product') {
    const types = debtTypes.map((value) => ({ value, label: desk(`debtType.${value}`) }));
    return [...types, { value: 'unknown', label: t('unread.notKnown') }];
  }
  const words: Readonly<Record<string, (value: string) => string>> = {
    customerKind: (value) => desk(`who.${value}`),
    debtType: (value) => desk(`debtType.${value}`),
    itemKind: (value) => desk(`debt.kind.${value}`),
    deliveredBy: (value) => t(`way.${value}`),
    relatedRole: (value) => desk(`party.${value}`),
    methodKind: (value) => desk(`method.kind.${value}`),
    methodState: (value) => t(`unread.state.${value}`),
    status: (value) => t(`unread.status.${value}`),
  };
  const word = reason === 'bad-choice' ? ownValue(words, field) : undefined;
  const choices = specOf('book', field)?.choices;
  return word && choices ? choices.map((value) => ({ value, label: word(value) })) : null;
}
