import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { readBoard } from '#contract/insight.ts';
import { openBoard } from '#contract/insight-rows.ts';
import { fileOf } from '#web/figures/figure-words.ts';
import type { View } from '#web/figures/view.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { DownloadIcon, WarnIcon } from '#web/ui/icons.tsx';
import { EmptyState, ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../manage.module.css';
import board from './board.module.css';
import { useOpenRows } from './rows-drawer.tsx';

type BoardColumn = OutputOf<typeof readBoard>['columns'][number];

/** Open cases by state: how many, how much, how long, and whether more come than go. */
export function BoardReport({ view: { portfolioId } }: { readonly view: View }) {
  const { t } = useWords('insight');
  const input = { portfolioId };
  const { data, error, refetch } = useEndpoint(readBoard, input, { keep: true });
  if (error && !data) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={8} />;
  const isShown = ({ cases, cameIn, wentOut }: BoardColumn) => cases + cameIn + wentOut > 0;
  const shown = data.columns.filter(isShown);
  const rest = data.columns.filter((column) => !isShown(column));
  const most = Math.max(1, ...shown.map(({ cases, limit }) => Math.max(cases, limit ?? 0)));
  if (shown.length === 0) {
    return <EmptyState title={t('board.empty')} about={t('board.emptyAbout')} />;
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('board.about', { days: data.flowDays })}
        </Text>
        <a className={classes.file} href={fileOf(readBoard, input)} download>
          <DownloadIcon size={14} />
          {t('ui:table.export')}
        </a>
      </Group>
      <ul className={board.board} aria-label={t('board.caption')}>
        {shown.map((column) => (
          <li key={column.state}>
            <StateCard column={column} most={most} portfolioId={portfolioId} />
          </li>
        ))}
      </ul>
      {rest.length > 0 ? (
        <Text size="xs" c="dimmed">
          {t('board.none', {
            states: rest.map(({ state }) => t(`code.case.${state}`)).join(' · '),
          })}
        </Text>
      ) : null}
    </Stack>
  );
}

type StateCardProps = {
  readonly column: BoardColumn;
  /** Cases of the fullest state, for the length of the bars. */
  readonly most: number;
  readonly portfolioId: string | undefined;
};

function StateCard({ column, most, portfolioId }: StateCardProps) {
  const { t, locale } = useWords('insight');
  const open = useOpenRows();
  const { state, cases, customers, overdue, limit, overLimit } = column;
  const name = t(`code.case.${state}`);
  const count = (number: number) => number.toLocaleString(locale);
  return (
    <UnstyledButton
      className={board.stateCard}
      data-over={overLimit || undefined}
      onClick={() => open(name, openBoard, { portfolioId, state })}
    >
      <span className={board.stateName}>{name}</span>
      <span className={board.stateCases}>
        {t('board.cases', { count: cases, shown: count(cases) })}
      </span>
      <span className={board.load} aria-hidden>
        <span className={board.loadBar} style={{ inlineSize: `${(100 * cases) / most}%` }} />
        {limit === null ? null : (
          <span
            className={board.loadLimit}
            style={{ insetInlineStart: `${(100 * limit) / most}%` }}
          />
        )}
      </span>
      {limit === null ? null : (
        <span className={board.stateLimit} data-over={overLimit || undefined}>
          {overLimit ? <WarnIcon size={12} /> : null}
          {overLimit
            ? t('board.over', { count: cases - limit, limit: count(limit) })
            : t('board.limit', { limit: count(limit) })}
        </span>
      )}
      <span className={board.stateMoney}>
        {overdue.map(({ currency, amount }) => (
          <Amount key={currency} text={amount} currency={currency} />
        ))}
      </span>
      <StateFacts column={column} />
      {customers === cases ? null : (
        <span className={classes.faint}>
          {t('board.customers', { count: customers, shown: count(customers) })}
        </span>
      )}
    </UnstyledButton>
  );
}

function StateFacts({ column }: { readonly column: BoardColumn }) {
  const { t, locale } = useWords('insight');
  const { medianDays, oldestDays, cameIn, wentOut } = column;
  const count = (number: number) => number.toLocaleString(locale);
  const days = (number: number) =>
    t('board.days', { count: Math.round(number), shown: count(Math.round(number)) });
  return (
    <span className={board.facts}>
      {medianDays === null ? null : (
        <>
          <span>{t('board.median')}</span>
          <span>{days(medianDays)}</span>
        </>
      )}
      {oldestDays === null ? null : (
        <>
          <span>{t('board.oldest')}</span>
          <span>{days(oldestDays)}</span>
        </>
      )}
      <span>{t('board.flow')}</span>
      <span>
        <bdi>
          +{count(cameIn)} / −{count(wentOut)}
        </bdi>
      </span>
    </span>
  );
}
