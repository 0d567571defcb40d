import { Button, Drawer, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { listFlags, reviewFlag } from '#contract/compliance/contact-facts.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from '../address.ts';
import { Pages } from '../pages.tsx';
import { RuleNames, type Titles } from '../rules/rule-names.tsx';

type Flag = OutputOf<typeof listFlags>['flags'][number];

/** Past decisions that would have been different, had we known what came in later. */
export function FlagsTab() {
  const { t } = useWords('compliance');
  const [reviewed, setReviewed] = useState<'true' | 'false'>('false');
  const [page, setPage] = useState(0);
  const [openId, setOpenId] = useState<string | null>(null);
  const input = { reviewed, page: String(page) };
  const { data, error, refetch } = useEndpoint(listFlags, input, { keep: true });
  const columns = useColumns();
  const open = data?.flags.find(({ id }) => id === openId) ?? null;
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('flag.which')}
        value={reviewed}
        onChange={(value) => {
          setReviewed(value === 'true' ? 'true' : 'false');
          setPage(0);
        }}
        data={[
          { value: 'false', label: t('flag.open') },
          { value: 'true', label: t('flag.reviewed') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Panel flush>
        <DataTable
          caption={t('tab.flags')}
          columns={columns}
          rows={data?.flags}
          rowId={({ id }) => id}
          problem={error}
          onRetry={() => refetch()}
          onOpen={({ id }) => setOpenId(id)}
          selectedId={openId}
          empty={{ title: t('flag.none'), about: t('flag.noneAbout') }}
          exportName="dunlin-flags"
        />
      </Panel>
      {data ? <Pages page={page} more={data.more} onPage={setPage} /> : null}
      <Drawer
        opened={open !== null}
        onClose={() => setOpenId(null)}
        position="right"
        size="md"
        title={t('flag.one')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {open ? (
          <FlagView
            key={open.id}
            flag={open}
            titles={data?.titles}
            onDone={() => setOpenId(null)}
          />
        ) : null}
      </Drawer>
    </Stack>
  );
}

type FlagViewProps = {
  readonly flag: Flag;
  readonly titles: Titles | undefined;
  readonly onDone: () => void;
};

function FlagView({ flag, titles, onDone }: FlagViewProps) {
  const { t } = useWords('compliance');
  const me = useMe();
  const { go } = useAddress();
  const { form, action, submit, problem } = useEndpointForm(reviewFlag, {
    initialValues: { remark: '' },
    input: ({ remark }) => ({ flagId: flag.id, remark }),
    invalidates: [listFlags],
    onDone,
  });
  return (
    <Stack gap="sm">
      <Text size="sm">
        {flag.caseId ? (
          <CaseLink caseId={flag.caseId}>
            <bdi>{flag.customerName}</bdi>
          </CaseLink>
        ) : (
          <bdi>{flag.customerName}</bdi>
        )}{' '}
        · <When at={flag.decidedAt} />
      </Text>
      <Text size="sm">{t(`flag.causes.${flag.cause}`)}</Text>
      <Text size="sm">
        {isBreach(flag)
          ? t('flag.breachAbout')
          : `${wasWords(t, flag)} → ${t(`replay.verdict.${flag.becomes}`)}`}
      </Text>
      <Text size="sm" component="div">
        {t(isBreach(flag) ? 'flag.rulesAgainst' : 'replay.whyNow')}:{' '}
        <RuleNames ids={flag.rulesBecomes} titles={titles} />
      </Text>
      <Button variant="default" onClick={() => go({ tab: 'decisions', decision: flag.decisionId })}>
        {t('flag.decision')}
      </Button>
      {flag.reviewedAt ? (
        <Text size="sm">
          <bdi>{flag.reviewedBy}</bdi> · <When at={flag.reviewedAt} />: <bdi>{flag.remark}</bdi>
        </Text>
      ) : me.may('fact.record') ? (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Textarea
              label={t('flag.remark')}
              maxLength={1000}
              autosize
              minRows={3}
              {...form.getInputProps('remark')}
            />
            <ProblemAlert problem={problem} />
            <Button type="submit" disabled={!form.values.remark.trim()} loading={action.isPending}>
              {t('flag.review')}
            </Button>
          </Stack>
        </form>
      ) : null}
    </Stack>
  );
}

/** Nothing was decided before it went out: the gate was asked when it was written down. */
const isBreach = ({ cause }: Flag) => cause === 'breach';

function wasWords(t: ReturnType<typeof useWords>['t'], flag: Flag): string {
  return isBreach(flag) ? t('flag.notAsked') : t(`replay.verdict.${flag.was}`);
}

function useColumns(): readonly Column<Flag>[] {
  const { t } = useWords('compliance');
  return useMemo(
    () => [
      {
        id: 'found',
        header: t('flag.found'),
        key: ({ foundAt }) => foundAt,
        cell: ({ foundAt }) => <When at={foundAt} />,
      },
      {
        id: 'decided',
        header: t('flag.decided'),
        key: ({ decidedAt }) => decidedAt,
        cell: ({ decidedAt }) => <When at={decidedAt} />,
      },
      {
        id: 'customer',
        header: t('obligation.customer'),
        key: ({ customerName }) => customerName,
        cell: ({ customerName }) => <bdi>{customerName}</bdi>,
      },
      {
        id: 'cause',
        header: t('flag.cause'),
        key: ({ cause }) => cause,
        csv: ({ cause }) => t(`flag.causes.${cause}`),
        cell: ({ cause }) => t(`flag.causes.${cause}`),
      },
      {
        id: 'was',
        header: t('replay.was'),
        key: (flag) => (isBreach(flag) ? flag.cause : flag.was),
        csv: (flag) => wasWords(t, flag),
        cell: (flag) => wasWords(t, flag),
      },
      {
        id: 'becomes',
        header: t('replay.becomes'),
        key: ({ becomes }) => becomes,
        cell: ({ becomes }) => t(`replay.verdict.${becomes}`),
      },
    ],
    [t],
  );
}
