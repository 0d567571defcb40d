import { Alert, Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { importKind } from '#contract/intake.ts';
import { bucketDays } from '#domain/intake/ageing-report.ts';
import { type Field, fieldsOf, type SheetKind } from '#domain/intake/fields.ts';
import { type ImportMap, missingFields } from '#domain/intake/import-map.ts';
import { halfTypedIn } from '#web/ui/client/half-typed.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { isolated } from '#web/ui/isolate.ts';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../office.module.css';
import type { Chosen, Look, ReadOptionsOf } from './file-shapes.ts';
import { type Taken, withColumn } from './map-changes.ts';
import { MapQuestions } from './map-questions.tsx';
import { isWithoutDay, MapSettings } from './map-settings.tsx';
import { NamedMaps } from './named-maps.tsx';

type Kind = (typeof importKind.options)[number];
type Table = NonNullable<Look['table']>;
type Guess = Table['guesses'][number];

type MapStepProps = {
  readonly look: Look;
  readonly portfolioId: string;
  readonly currency: string;
  readonly chosen: Chosen | null;
  readonly isBusy: boolean;
  readonly onLook: (kind: Kind, options: ReadOptionsOf) => void;
  readonly onTry: (chosen: Chosen) => void;
};

const samplesShown = 3;

/** Each column with sample values, what it was taken for and why; and how dates and amounts read. */
export function MapStep({
  look,
  portfolioId,
  currency,
  chosen,
  isBusy,
  onLook,
  onTry,
}: MapStepProps) {
  const { t } = useWords('office');
  const table = look.table as Table;
  const kind: SheetKind = look.kind === 'credit_notes' ? 'credit-notes' : (look.kind as SheetKind);
  const before = (chosen?.map as ImportMap | undefined)?.kind === kind ? chosen?.map : undefined;
  const [map, setMap] = useState((before ?? table.map) as unknown as ImportMap);
  const { encoding, delimiter, hasHeader } = table.shape;
  // How a sheet became text is not for anybody to set.
  const text = table.sheets.length > 0 ? {} : { encoding, delimiter };
  const sheet = map.sheet ?? undefined;
  const options = { ...text, hasHeader, ...(sheet ? { sheet } : {}) } as ReadOptionsOf;
  const missing = missingFields(map, currency);
  const isOpen =
    map.unanswered.length > 0 ||
    isWithoutDay(map) ||
    (table.sheets.length > 1 && map.sheet === null);
  const put = (column: string, taken: Taken) => setMap(withColumn(map, column, taken));
  const columns = useMapColumns(table, kind, map, put);
  const tryMap = () => {
    const [halfTyped] = halfTypedIn(null);
    if (halfTyped) halfTyped.focus();
    else onTry({ map: { ...map }, options });
  };
  return (
    <Stack gap="md">
      <MapSettings
        kind={look.kind}
        map={map}
        table={table}
        options={options}
        isBusy={isBusy}
        onMap={setMap}
        onLook={onLook}
      />
      <MapQuestions table={table} map={map} onMap={setMap} />
      <Panel
        flush
        title={t('map.title')}
        aside={<NamedMaps portfolioId={portfolioId} kind={look.kind} map={map} onMap={setMap} />}
      >
        <DataTable
          caption={t('map.title')}
          columns={columns}
          rows={table.guesses}
          rowId={({ column }) => column}
          maxHeight="520px"
        />
      </Panel>
      <UnreadColumns table={table} map={map} />
      {missing.map((group) => (
        <Alert key={group.join(' ')} variant="light" color="yellow">
          {t('map.missing', { fields: group.map((field) => t(`field.${field}`)).join(' / ') })}
        </Alert>
      ))}
      <Group justify="flex-end">
        <Button onClick={tryMap} loading={isBusy} disabled={missing.length > 0 || isOpen}>
          {t('import.try')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Columns of the file that the map does not read: nothing of them comes into the book. */
function UnreadColumns({ table, map }: { readonly table: Table; readonly map: ImportMap }) {
  const { t } = useWords('office');
  const read = new Set([...Object.values(map.columns), ...Object.keys(map.buckets)]);
  const isEmpty = (i: number) => table.sampleRows.every((row) => (row[i] ?? '') === '');
  const unread = table.header.filter(
    (column, i) => !read.has(column) && !(/^Column \d+$/.test(column) && isEmpty(i)),
  );
  if (unread.length === 0) return null;
  return (
    <Alert variant="light" color="blue">
      {t('map.unread', { columns: unread.join(', ') })}
    </Alert>
  );
}

function useMapColumns(
  table: Table,
  kind: SheetKind,
  map: ImportMap,
  put: (column: string, taken: Taken) => void,
): readonly Column<Guess>[] {
  const { t } = useWords('office');
  return useMemo(() => {
    const fields = fieldsOf(kind).map((value) => ({ value, label: t(`field.${value}`) }));
    const bucket = kind === 'book' ? [{ value: 'bucket', label: t('map.bucket') }] : [];
    const options = [{ value: '', label: t('map.notRead') }, ...bucket, ...fields];
    const fieldOf = (column: string) =>
      (Object.entries(map.columns).find(([, name]) => name === column)?.[0] ?? '') as Field | '';
    const isBucket = (column: string) => Object.hasOwn(map.buckets, column);
    const samplesOf = (column: string) => {
      const at = table.header.indexOf(column);
      const values = table.sampleRows.map((row) => row[at] ?? '').filter(Boolean);
      return [...new Set(values)].slice(0, samplesShown).map(isolated).join(' · ');
    };
    return [
      { id: 'column', header: t('map.column'), cell: ({ column }) => <bdi>{column}</bdi> },
      {
        id: 'samples',
        header: t('map.samples'),
        cell: ({ column }) => (
          <div className={classes.samples}>
            <bdi>{samplesOf(column)}</bdi>
          </div>
        ),
      },
      {
        id: 'field',
        header: t('map.field'),
        cell: ({ column }) => (
          <FieldCell
            column={column}
            taken={isBucket(column) ? (map.buckets[column] ?? 0) : fieldOf(column)}
            options={options}
            put={put}
          />
        ),
      },
      {
        id: 'why',
        header: t('map.why'),
        cell: (guess) => (
          <Text size="xs" c="dimmed">
            {fieldOf(guess.column) === (guess.field ?? '') &&
            isBucket(guess.column) === (guess.why === 'ageing-bucket')
              ? t(`why.${guess.why}`, { about: guess.about ? t(`field.${guess.about}`) : '' })
              : t('why.by-you')}
            {fieldOf(guess.column) === guess.field && guess.also
              ? ` ${t('why.also', { also: t(`field.${guess.also}`) })}`
              : null}
          </Text>
        ),
      },
    ];
  }, [t, table, kind, map, put]);
}

type FieldCellProps = {
  readonly column: string;
  readonly taken: Taken;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly put: (column: string, taken: Taken) => void;
};

/** What a column is, to be chosen; of a bucket also how late its sums are. */
function FieldCell({ column, taken, options, put }: FieldCellProps) {
  const { t } = useWords('office');
  const isBucket = typeof taken === 'number';
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('map.fieldOf', { column })}
        value={isBucket ? 'bucket' : taken}
        onChange={({ currentTarget: { value } }) =>
          put(column, value === 'bucket' ? (bucketDays(column) ?? 0) : (value as Field | ''))
        }
        data={options}
      />
      {isBucket ? (
        <NumberInput
          size="xs"
          mt={4}
          label={t('map.bucketDays')}
          description={taken < 0 ? t('map.bucketNotDue') : undefined}
          allowDecimal={false}
          min={-366}
          max={36_500}
          value={taken}
          onChange={(days) => put(column, Math.trunc(Number(days)) || 0)}
        />
      ) : null}
    </>
  );
}
