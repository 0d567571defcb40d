import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { readPacks } from '#contract/compliance/rule-packs.ts';
import { PolicyProposals } from '#web/admin/policy/policy-proposals.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { packWords } from '#web/ui/pack-words.ts';
import { Panel } from '#web/ui/panel.tsx';
import { placeWords } from '#web/ui/place-words.ts';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from '../address.ts';
import classes from '../compliance.module.css';
import { PackView } from './pack-view.tsx';
import { switchNews } from './switch-actions.tsx';
import { SwitchesPanel } from './switches-panel.tsx';

type Pack = OutputOf<typeof readPacks>['packs'][number];

/** The rules by place: what each stands on, and which of them do not speak yet. */
export function PacksTab() {
  const { address } = useAddress();
  return address.pack ? <PackView key={address.pack} pack={address.pack} /> : <PackList />;
}

function PackList() {
  const { t } = useWords('compliance');
  const { go } = useAddress();
  const { data, error, refetch } = useEndpoint(readPacks, {}, { live: switchNews });
  const columns = useColumns();
  return (
    <Stack gap="md">
      <SwitchesPanel only="waiting" />
      <PolicyProposals only="waiting" />
      <Panel title={t('packs.title')} flush>
        <Text size="sm" c="dimmed" px="md" py="xs">
          {t('packs.about')}
        </Text>
        <DataTable
          caption={t('packs.title')}
          columns={columns}
          rows={data?.packs}
          rowId={({ pack }) => pack}
          problem={error}
          onRetry={() => void refetch()}
          onOpen={({ pack }) => go({ pack })}
          exportName="dunlin-rule-packs"
        />
      </Panel>
      <SwitchesPanel only="answered" />
      <PolicyProposals only="answered" />
    </Stack>
  );
}

function useColumns(): readonly Column<Pack>[] {
  const { t, language, locale } = useWords('compliance');
  return useMemo(() => {
    const placesOf = ({ places }: Pack) =>
      places.map((place) => placeWords(place, { language, locale })).join(', ');
    const number = (id: 'rules' | 'primary' | 'secondary'): Column<Pack> => ({
      id,
      header: t(`packs.${id}`),
      align: 'end',
      key: (pack) => pack[id],
      cell: (pack) => pack[id].toLocaleString(locale),
    });
    return [
      {
        id: 'name',
        header: t('packs.place'),
        key: ({ pack, name }) => packWords(t, pack, name),
        cell: ({ pack, name }) => <bdi>{packWords(t, pack, name)}</bdi>,
      },
      {
        id: 'territory',
        header: t('packs.territory'),
        key: placesOf,
        cell: (pack) => <span className={classes.territory}>{placesOf(pack) || '–'}</span>,
      },
      {
        id: 'version',
        header: t('packs.version'),
        key: ({ version }) => version,
        cell: ({ version }) => <bdi>{version}</bdi>,
      },
      {
        id: 'asOf',
        header: t('packs.asOf'),
        key: ({ asOf }) => asOf,
        cell: ({ asOf }) => <Day date={asOf} />,
      },
      number('rules'),
      number('primary'),
      number('secondary'),
      {
        id: 'silent',
        header: t('packs.unread'),
        align: 'end',
        key: ({ unread }) => unread,
        cell: ({ unread, silent }) =>
          silent > 0 ? (
            <State tone="warn">
              {t('packs.silentOf', {
                silent: silent.toLocaleString(locale),
                unread: unread.toLocaleString(locale),
              })}
            </State>
          ) : (
            unread.toLocaleString(locale)
          ),
      },
    ];
  }, [t, language, locale]);
}
