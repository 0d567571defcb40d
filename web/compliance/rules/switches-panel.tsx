import { Text } from '@mantine/core';
import { readSwitches } from '#contract/compliance/rule-packs.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ErrorState, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../compliance.module.css';
import { AnswerForm, type Switch, SwitchWords, switchNews, wordsOf } from './switch-actions.tsx';

/** Switches that wait for a second person, or those that have had their answer. */
export function SwitchesPanel({ only }: { readonly only: 'waiting' | 'answered' }) {
  const { t } = useWords('compliance');
  const { data, error, refetch } = useEndpoint(readSwitches, {}, { live: switchNews });
  const shown = data?.switches.filter(
    ({ confirmed }) => (confirmed === null) === (only === 'waiting'),
  );
  if (error && !data && only === 'waiting') {
    return <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  if (!shown || shown.length === 0) return null;
  return (
    <Panel title={t(`switches.${only}`)} flush>
      <ul className={classes.findings}>
        {shown.map((one) => (
          <li key={one.id}>
            <strong lang="en" dir="auto">
              {one.title}
            </strong>{' '}
            <bdi className={classes.faint}>
              {one.rule} · {one.pack}
            </bdi>
            {only === 'waiting' ? <AnswerForm proposal={one} /> : <Answered one={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Answered({ one }: { readonly one: Switch }) {
  const { t } = useWords('compliance');
  const { turn, confirmed, answeredBy, answeredAt } = one;
  return (
    <>
      <div className={classes.badges}>
        <State tone={confirmed ? (turn === 'on' ? 'good' : 'neutral') : 'neutral'}>
          {t(confirmed ? wordsOf(one) : 'switch.rejected')}
        </State>
        <Text size="xs" c="dimmed">
          {t('switch.answeredBy', { name: answeredBy ?? t('system') })}{' '}
          {answeredAt ? <When at={answeredAt} /> : null}
        </Text>
      </div>
      <SwitchWords proposal={one} />
    </>
  );
}
