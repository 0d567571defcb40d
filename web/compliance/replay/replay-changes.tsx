import { Chip, Group, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { readReplayChanges } from '#contract/compliance/replays.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from '../address.ts';
import { Pages } from '../pages.tsx';
import { RuleNames, type Titles } from '../rules/rule-names.tsx';
import type { Replay } from './replay.ts';

type Change = OutputOf<typeof readReplayChanges>['changes'][number];

const kinds = ['newly_refused', 'newly_allowed', 'otherwise'] as const;
type Kind = (typeof kinds)[number];

const wordOfKind: Readonly<Record<Kind, string>> = {
  newly_refused: 'replay.refused',
  newly_allowed: 'replay.allowed',
  otherwise: 'replay.otherwise',
};

/** Each contact of a replay that would have gone otherwise; a row opens its decision. */
export function ReplayChanges({ replay }: { readonly replay: Replay }) {
  const { t } = useWords('compliance');
  const me = useMe();
  const { go } = useAddress();
  const [kind, setKind] = useState<Kind | null>(null);
  const [pages, setPages] = useState<readonly string[]>([]);
  const after = pages.at(-1);
  const input = {
    replayId: replay.id,
    ...(kind ? { kind } : {}),
    ...(after ? { after } : {}),
  };
  const { data, error, refetch } = useEndpoint(readReplayChanges, input, {
    enabled: replay.state !== 'running',
    keep: true,
  });
  const columns = useColumns(data?.titles);
  if (replay.state === 'running') return null;
  const choose = (chosen: Kind | null) => {
    setKind(chosen);
    setPages([]);
  };
  const last = data?.changes.at(-1);
  const turn = (page: number) => {
    if (page < pages.length) setPages(pages.slice(0, page));
    else if (last) setPages([...pages, last.decisionId]);
  };
  return (
    <Stack gap="md">
      <Panel
        title={t('replay.changes')}
        aside={
          <Group gap="xs">
            <Chip size="xs" checked={kind === null} onChange={() => choose(null)}>
              {t('replay.all')}
            </Chip>
            {kinds.map((each) => (
              <Chip key={each} size="xs" checked={kind === each} onChange={() => choose(each)}>
                {t(wordOfKind[each])}
              </Chip>
            ))}
          </Group>
        }
        flush
      >
        <DataTable
          caption={t('replay.changes')}
          columns={columns}
          rows={data?.changes}
          rowId={({ decisionId }) => decisionId}
          problem={error}
          onRetry={() => refetch()}
          onOpen={
            me.may('decision.read')
              ? ({ decisionId }) => go({ tab: 'decisions', decision: decisionId })
              : undefined
          }
          empty={{ title: t('replay.noChanges'), about: t('replay.noChangesAbout') }}
          exportName="dunlin-replay"
        />
      </Panel>
      <Pages page={pages.length} more={data?.more ?? false} onPage={turn} />
    </Stack>
  );
}

function useColumns(titles: Titles | undefined): readonly Column<Change>[] {
  const { t } = useWords('compliance');
  return useMemo(
    () => [
      {
        id: 'when',
        header: t('replay.when'),
        key: ({ decidedAt }) => decidedAt,
        cell: ({ decidedAt }) => <When at={decidedAt} />,
      },
      {
        id: 'customer',
        header: t('replay.customer'),
        key: ({ customerReference }) => customerReference,
        cell: ({ customerReference }) => <bdi>{customerReference}</bdi>,
      },
      {
        id: 'portfolio',
        header: t('replay.portfolio'),
        key: ({ portfolioName }) => portfolioName,
        cell: ({ portfolioName }) => portfolioName ?? '–',
      },
      {
        id: 'was',
        header: t('replay.was'),
        key: ({ was }) => was,
        cell: ({ was }) => t(`replay.verdict.${was}`),
      },
      {
        id: 'becomes',
        header: t('replay.becomes'),
        key: ({ becomes }) => becomes,
        cell: ({ becomes }) => t(`replay.verdict.${becomes}`),
      },
      {
        id: 'why',
        header: t('replay.why'),
        csv: ({ rulesWas }) => rulesWas.join(' '),
        cell: ({ rulesWas }) => <RuleNames ids={rulesWas} titles={titles} />,
      },
      {
        id: 'whyNow',
        header: t('replay.whyNow'),
        csv: ({ rulesBecomes }) => rulesBecomes.join(' '),
        cell: ({ rulesBecomes }) => <RuleNames ids={rulesBecomes} titles={titles} />,
      },
    ],
    [t, titles],
  );
}
