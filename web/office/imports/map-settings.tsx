import { NativeSelect, Text, TextInput } from '@mantine/core';
import { dateFormats } from '#domain/intake/dates.ts';
import { decimalSigns } from '#domain/intake/decimals.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../office.module.css';
import type { Look, ReadOptionsOf } from './file-shapes.ts';

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
        <NativeSelect
          label={t('map.dates')}
          description={asks.has('date-format') ? t('map.unsure') : undefined}
          value={map.dateFormat}
          onChange={({ currentTarget }) =>
            onMap({
              ...map,
              dateFormat: currentTarget.value as ImportMap['dateFormat'],
              dateFormats: {},
            })
          }
          data={dateFormats.map((value) => ({ value, label: t(`date.${value}`) }))}
        />
        <NativeSelect
          label={t('map.decimal')}
          description={asks.has('decimal') ? t('map.unsure') : undefined}
          value={map.decimal}
          onChange={({ currentTarget }) =>
            onMap({ ...map, decimal: currentTarget.value as ImportMap['decimal'] })
          }
          data={decimalSigns.map((value) => ({ value, label: t(`decimal.${value}`) }))}
        />
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
        <NativeSelect
          label={t('map.header')}
          value={options.hasHeader ? 'yes' : 'no'}
          disabled={isBusy}
          onChange={({ currentTarget }) =>
            onLook(kind, { ...options, hasHeader: currentTarget.value === 'yes' })
          }
          data={['yes', 'no'].map((value) => ({ value, label: t(`map.headers.${value}`) }))}
        />
        {kind === 'book' ? <BookSettings map={map} onMap={onMap} /> : null}
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {t('map.formAbout')}
      </Text>
    </Panel>
  );
}

function BookSettings({ map, onMap }: Pick<MapSettingsProps, 'map' | 'onMap'>) {
  const { t } = useWords('office');
  const { dueOn: _, ...constants } = map.constants;
  const due = map.constants.dueOn ?? '';
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
      <TextInput
        label={t('map.asOf')}
        type="date"
        value={map.asOf ?? ''}
        onChange={({ currentTarget }) => onMap({ ...map, asOf: currentTarget.value || null })}
      />
      <TextInput
        label={t('map.dueForAll')}
        type="date"
        value={due}
        onChange={({ currentTarget: { value } }) =>
          onMap({ ...map, constants: value === '' ? constants : { ...constants, dueOn: value } })
        }
      />
    </>
  );
}
