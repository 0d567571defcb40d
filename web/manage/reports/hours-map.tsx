import { Tooltip } from '@mantine/core';
import type { CSSProperties } from 'react';
import { readContactHours } from '#contract/insight.ts';
import { fileOf, shareWords } from '#web/figures/figure-words.ts';
import type { View } from '#web/figures/view.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../manage.module.css';
import hoursCss from './hours.module.css';

type Cell = OutputOf<typeof readContactHours>['cells'][number];

/** Hours of the day that are always shown; others only when something happened in them. */
const dayHours = Array.from({ length: 14 }, (_, i) => i + 7);

/** When people answer: share of attempts answered, by channel and the customer's local hour. */
export function HoursMap({ view: { portfolioId, from, to } }: { readonly view: View }) {
  const { t } = useWords('insight');
  const input = { portfolioId, from, to };
  const { data, error, refetch } = useEndpoint(readContactHours, input, { keep: true });
  return (
    <Panel
      title={t('hours.title')}
      aside={
        <a className={classes.file} href={fileOf(readContactHours, input)} download>
          <DownloadIcon size={14} />
          {t('ui:table.export')}
        </a>
      }
    >
      {error && !data ? <ErrorState problem={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.cells.length === 0 ? <EmptyState title={t('hours.empty')} /> : null}
      {data && data.cells.length > 0 ? <Grid cells={data.cells} /> : null}
    </Panel>
  );
}

function Grid({ cells }: { readonly cells: readonly Cell[] }) {
  const { t, locale } = useWords('insight');
  const channels = [...new Set(cells.map(({ channel }) => channel))];
  const used = cells.map(({ localHour }) => localHour);
  const hours = [...new Set([...dayHours, ...used])].sort((a, b) => a - b);
  const most = Math.max(0.01, ...cells.map(({ reached, attempts }) => reached / attempts));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className={hoursCss.hours} tabIndex={0} aria-label={t('hours.caption')}>
      <table>
        <caption className={hoursCss.unseen}>{t('hours.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('hours.channel')}</th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel}>
              <th scope="row">{t(`channel.${channel}`, { defaultValue: channel })}</th>
              {hours.map((hour) => {
                const cell = cells.find((one) => one.channel === channel && one.localHour === hour);
                return <HourCell key={hour} cell={cell} most={most} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={hoursCss.scale} aria-hidden>
        {t('hours.scale')}
        <bdi>{shareWords(0, locale)}</bdi>
        <span />
        <bdi>{shareWords(most, locale)}</bdi>
      </div>
    </section>
  );
}

function HourCell({ cell, most }: { readonly cell: Cell | undefined; readonly most: number }) {
  const { t, locale } = useWords('insight');
  if (!cell) return <td className={hoursCss.hourNone} />;
  const { attempts, reached, verified } = cell;
  const share = reached / attempts;
  const label = t('hours.cell', {
    hour: `${cell.localHour}:00`,
    reached: reached.toLocaleString(locale),
    attempts: attempts.toLocaleString(locale),
    verified: verified.toLocaleString(locale),
  });
  return (
    <td style={{ '--heat': `${Math.round((100 * share) / most)}%` } as CSSProperties}>
      <Tooltip label={label}>
        <span className={hoursCss.hourCell}>{Math.round(100 * share)}</span>
      </Tooltip>
      <span className={hoursCss.unseen}>{label}</span>
    </td>
  );
}
