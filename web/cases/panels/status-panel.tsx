import { Text } from '@mantine/core';
import { Panel } from '#web/ui/panel.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { DeskCase } from '../case-shape.ts';
import classes from '../cases.module.css';

/** Where a case stands: its stage, what comes next, when and why, and who has it. */
export function StatusPanel({ file }: { readonly file: DeskCase }) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const { state, nextAction, nextActionAt, nextActionWhy, owner, queue, lateReason } = file;
  const zone = file.customer.zones[0] ?? null;
  return (
    <Panel title={t('stand.title')}>
      <dl className={classes.stand}>
        <div>
          <dt>{t('stand.state')}</dt>
          <dd>
            <strong>{words([`state.${state}`, 'state.other'])}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('stand.next')}</dt>
          <dd>
            {nextAction ? (
              <>
                <strong>{t([`next.${nextAction}`, 'next.other'])}</strong>
                {nextActionWhy ? (
                  <Text size="sm" c="dimmed">
                    {words([`plan.${nextActionWhy.code}`, 'plan.other'])}
                  </Text>
                ) : null}
              </>
            ) : (
              t('stand.nothing')
            )}
          </dd>
        </div>
        {nextActionAt ? (
          <div>
            <dt>{t('stand.on')}</dt>
            <dd>
              <When at={nextActionAt} zone={zone} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('stand.with')}</dt>
          <dd>{owner ? <bdi>{owner}</bdi> : t([`queue.${queue}`, 'queue.nobody'])}</dd>
        </div>
        {lateReason ? (
          <div>
            <dt>{t('stand.lateReason')}</dt>
            <dd>{words([`reason.${lateReason}`, 'reason.other'])}</dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}
