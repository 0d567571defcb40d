import { NativeSelect, Text } from '@mantine/core';
import { dateFormats } from '#domain/intake/dates.ts';
import { decimalSigns } from '#domain/intake/decimals.ts';
import type { ImportMap, MapAsk } from '#domain/intake/import-map.ts';
import { DayField } from '#web/ui/day-field.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../office.module.css';
import type { Look, ReadOptionsOf } from './file-shapes.ts';
import { answered } from './map-changes.ts';

type MapSettingsProps = {
  readonly kind: Look['kind'];
  readonly map: ImportMap;
  readonly table: NonNullable<Look['table']>;
  readonly options: ReadOptionsOf;
  readonly isBusy: boolean;
  readonly onMap: (map: ImportMap) => void;
  readonly onLook: (kind: Look['kind'], options: ReadOptionsOf) => void;
};

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const delimiters = [',', ';', '\t', '|'] as const;
const sheetKinds = ['book', 'credit_notes', 'payments', 'consents'] as const;

/** How the file is written: detected, and open to correction. */
export function MapSettings(props: MapSettingsProps) {
  const { kind, map, table, options, isBusy, onMap, onLook } = props;
  const { t } = useWords('office');
  const asks = new Set(table.questions.map(({ ask }) => ask));
  const isOpen = (ask: MapAsk) => map.unanswered.includes(ask);
  const choose = { value: '', label: t('unread.choose'), disabled: true };
  const isText = table.sheets.length === 0;
  return (
    <Panel title={t('map.form')}>
      <div className={classes.settings}>
        <NativeSelect
          label={t('import.kind')}
          value={kind}
          disabled={isBusy}
          onChange={({ currentTarget }) => onLook(currentTarget.value as Look['kind'], options)}
          data={sheetKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        {table.sheets.length > 1 ? (
          <NativeSelect
            label={t('map.sheet')}
            description={map.sheet === null ? t('map.sheetAsk') : undefined}
            error={map.sheet === null}
            value={map.sheet ?? ''}
            disabled={isBusy}
            onChange={({ currentTarget }) =>
              onLook(kind, { hasHeader: options.hasHeader, sheet: currentTarget.value })
            }
            data={[
              ...(map.sheet === null ? [choose] : []),
              ...table.sheets.map(({ name, isHidden }) => ({
                value: name,
                label: isHidden ? t('map.hiddenSheet', { name }) : name,
              })),
            ]}
          />
        ) : null}
        <NativeSelect
          label={t('map.dates')}
          description={asks.has('date-format') ? t('map.unsure') : undefined}
          error={isOpen('date-format')}
          value={isOpen('date-format') ? '' : map.dateFormat}
          onChange={({ currentTarget }) =>
            onMap({
              ...answered(map, 'date-format'),
              dateFormat: currentTarget.value as ImportMap['dateFormat'],
            })
          }
          data={[
            ...(isOpen('date-format') ? [choose] : []),
            ...dateFormats.map((value) => ({ value, label: t(`date.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('map.decimal')}
          description={asks.has('decimal') ? t('map.unsure') : undefined}
          error={isOpen('decimal')}
          value={isOpen('decimal') ? '' : map.decimal}
          onChange={({ currentTarget }) =>
            onMap({
              ...answered(map, 'decimal'),
              decimal: currentTarget.value as ImportMap['decimal'],
            })
          }
          data={[
            ...(isOpen('decimal') ? [choose] : []),
            ...decimalSigns.map((value) => ({ value, label: t(`decimal.${value}`) })),
          ]}
        />
        {isText ? <TextSettings {...props} /> : null}
        <NativeSelect
          label={t('map.header')}
          value={options.hasHeader ? 'yes' : 'no'}
          disabled={isBusy}
          onChange={({ currentTarget }) =>
            onLook(kind, { ...options, hasHeader: currentTarget.value === 'yes' })
          }
          data={['yes', 'no'].map((value) => ({ value, label: t(`map.headers.${value}`) }))}
        />
        {kind === 'book' ? <BookSettings map={map} table={table} onMap={onMap} /> : null}
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t('map.formAbout')}
      </Text>
      <FormNotes table={table} map={map} />
    </Panel>
  );
}

/** Whether due dates are counted back from a day that nobody has told. */
export function isWithoutDay(map: ImportMap): boolean {
  const hasBuckets = Object.keys(map.buckets).length > 0;
  return map.unanswered.includes('as-of') || (hasBuckets && map.asOf === null);
}

/** What was found out about the form of the file without anybody being asked. */
function FormNotes({ table, map }: Pick<MapSettingsProps, 'table' | 'map'>) {
  const { t } = useWords('office');
  const { datesByCountry, hiddenRows, hiddenColumns, titles, notRead } = table;
  const notes = [
    datesByCountry ? t('map.datesByCountry', { order: t(`date.${map.dateFormat}`) }) : null,
    titles.length > 0 ? t('map.titles', { titles: titles.join(' · ') }) : null,
    notRead.length > 0 ? t('map.notTables', { files: notRead.join(', ') }) : null,
    hiddenRows > 0 ? t('map.hiddenRows', { count: hiddenRows }) : null,
    hiddenColumns.length > 0 ? t('map.hiddenColumns', { columns: hiddenColumns.join(', ') }) : null,
  ].filter((note) => note !== null);
  return notes.map((note) => (
    <Text key={note} size="sm" mt="xs">
      {note}
    </Text>
  ));
}

/** How the text of a file is to be read; a workbook tells it by itself. */
function TextSettings({ kind, options, isBusy, onLook }: MapSettingsProps) {
  const { t } = useWords('office');
  return (
    <>
      <NativeSelect
        label={t('map.delimiter')}
        value={options.delimiter ?? ','}
        disabled={isBusy}
        onChange={({ currentTarget }) =>
          onLook(kind, { ...options, delimiter: currentTarget.value as ',' })
        }
        data={delimiters.map((value) => ({
          value,
          label: value === '\t' ? t('map.tab') : value,
        }))}
      />
      <NativeSelect
        label={t('map.encoding')}
        value={options.encoding ?? 'utf-8'}
        disabled={isBusy}
        onChange={({ currentTarget }) =>
          onLook(kind, { ...options, encoding: currentTarget.value as 'utf-8' })
        }
        data={[...encodings]}
      />
    </>
  );
}

function BookSettings({ map, table, onMap }: Pick<MapSettingsProps, 'map' | 'table' | 'onMap'>) {
  const { t } = useWords('office');
  const { dueOn: _, ...constants } = map.constants;
  const due = map.constants.dueOn ?? '';
  const isOpen = isWithoutDay(map);
  // What the questions above ask is answered there.
  const isAsked = table.questions.some(({ ask }) => ask === 'empty-customer');
  const days = table.questions.find(({ ask }) => ask === 'as-of')?.choices ?? [];
  const ask = [t('map.asOfAsk'), days.join(' / ')].filter((part) => part !== '').join(' ');
  return (
    <>
      <NativeSelect
        label={t('map.settled')}
        value={map.settled}
        onChange={({ currentTarget }) =>
          onMap({ ...map, settled: currentTarget.value as ImportMap['settled'] })
        }
        data={['take', 'leave-out'].map((value) => ({ value, label: t(`settled.${value}`) }))}
      />
      {isAsked ? null : (
        <NativeSelect
          label={t('map.emptyCustomer')}
          value={map.emptyCustomer}
          onChange={({ currentTarget }) =>
            onMap({
              ...answered(map, 'empty-customer'),
              emptyCustomer: currentTarget.value as ImportMap['emptyCustomer'],
            })
          }
          data={['refuse', 'as-above'].map((value) => ({ value, label: t(`ask.${value}`) }))}
        />
      )}
      <DayField
        label={t('map.asOf')}
        description={isOpen ? ask : undefined}
        error={isOpen}
        value={map.asOf ?? ''}
        onDay={(value) =>
          onMap(value === '' ? { ...map, asOf: null } : { ...answered(map, 'as-of'), asOf: value })
        }
      />
      <DayField
        label={t('map.dueForAll')}
        value={due}
        onDay={(value) =>
          onMap({ ...map, constants: value === '' ? constants : { ...constants, dueOn: value } })
        }
      />
    </>
  );
}
