import { Text, UnstyledButton } from '@mantine/core';
import { readSwitches } from '#contract/compliance/rule-packs.ts';
import { csvOf, download } from '#web/ui/client/csv.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { DownloadIcon } from '#web/ui/icons.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { ErrorState, State } from '#web/ui/states.tsx';
import table from '#web/ui/table.module.css';
import { instantWords, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../compliance.module.css';
import {
  AnswerForm,
  placeOf,
  type Switch,
  SwitchWords,
  stateOf,
  switchNews,
  titleOf,
} from './switch-actions.tsx';

/** Switches that wait for a second person, or those that have had their answer. */
export function SwitchesPanel({ only }: { readonly only: 'waiting' | 'answered' }) {
  const words = useWords('compliance');
  const plainOf = usePlainRules();
  const { t } = words;
  const { data, error, refetch } = useEndpoint(readSwitches, {}, { live: switchNews });
  const shown = data?.switches.filter(
    ({ confirmed }) => (confirmed === null) === (only === 'waiting'),
  );
  if (error && !data && only === 'waiting') {
    return <ErrorState problem={error} onRetry={() => void refetch()} />;
  }
  if (!shown || shown.length === 0) return null;
  return (
    <Panel title={t(`switches.${only}`)} aside={<Export switches={shown} only={only} />} flush>
      <ul className={classes.findings}>
        {shown.map((one) => (
          <li key={one.id}>
            <strong>{titleOf(one, words, plainOf)}</strong>{' '}
            {one.channel === null ? (
              <bdi className={classes.faint}>
                {one.title} · {one.rule} · {one.pack}
              </bdi>
            ) : null}
            {only === 'waiting' ? <AnswerForm proposal={one} /> : <Answered one={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Exported = { readonly switches: readonly Switch[]; readonly only: 'waiting' | 'answered' };

/** The list as a file, in the words of the screen. */
function Export({ switches, only }: Exported) {
  const words = useWords('compliance');
  const plainOf = usePlainRules();
  const { t, locale } = words;
  const columns = ['title', 'place', 'state', 'by', 'at', 'answeredBy', 'answeredAt'];
  const when = (at: string | null) => (at === null ? '' : instantWords(at, locale, 'both'));
  const lines = switches.map((one) => [
    titleOf(one, words, plainOf),
    placeOf(one, words),
    t(stateOf(one)),
    one.proposedBy ?? t('system'),
    when(one.proposedAt),
    one.answeredAt === null ? '' : (one.answeredBy ?? t('system')),
    when(one.answeredAt),
  ]);
  const heading = columns.map((name) => t(`switches.export.${name}`));
  return (
    <UnstyledButton
      className={table.export}
      onClick={() => download(`dunlin-rule-switches-${only}.csv`, csvOf(heading, lines))}
    >
      <DownloadIcon size={14} />
      {t('ui:table.export')}
    </UnstyledButton>
  );
}

function Answered({ one }: { readonly one: Switch }) {
  const { t } = useWords('compliance');
  const { turn, confirmed, answeredBy, answeredAt } = one;
  return (
    <>
      <div className={classes.badges}>
        <State tone={confirmed ? (turn === 'on' ? 'good' : 'neutral') : 'neutral'}>
          {t(stateOf(one))}
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
