import { Text } from '@mantine/core';
import type { readPack } from '#contract/compliance/rule-packs.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { packWords } from '#web/ui/pack-words.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { codeWords } from '../code-words.ts';
import classes from '../compliance.module.css';
import { RuleNames } from './rule-names.tsx';
import { AnswerForm, ProposeForm } from './switch-actions.tsx';

type Pack = OutputOf<typeof readPack>;
type PackProps = { readonly pack: Pack };

/** Channels of which no law of the place speaks: shut until two people confirm that none does. */
export function SilencePanel({ pack }: PackProps) {
  const { t } = useWords('compliance');
  if (pack.silences.length === 0) return null;
  return (
    <Panel title={t('silence.title')} aside={<bdi>{packWords(t, pack.pack, pack.name)}</bdi>} flush>
      <Text size="sm" c="dimmed" px="md" py="xs">
        {t('silence.about')}
      </Text>
      <ul className={classes.findings}>
        {pack.silences.map((silence) => (
          <li key={silence.rule}>
            <div className={classes.findingHead}>
              <strong>{codeWords(t, 'channel', silence.channel)}</strong>
              <State tone={silence.speaks ? 'good' : 'warn'}>
                {t(silence.speaks ? 'silence.confirmed' : 'silence.shut')}
              </State>
            </div>
            {silence.waiting ? <AnswerForm proposal={silence.waiting} /> : null}
            {silence.waiting ? null : (
              <ProposeForm rule={silence.rule} of="channel" turn={silence.speaks ? 'off' : 'on'} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the pack says of each question, or where it was looked for in vain. */
export function StatementsPanel({ pack }: PackProps) {
  const { t } = useWords('compliance');
  if (pack.statements.length === 0) return null;
  const titles = Object.fromEntries(pack.list.map(({ rule, title }) => [rule, title]));
  return (
    <Panel title={t('says.title')} aside={<bdi>{packWords(t, pack.pack, pack.name)}</bdi>} flush>
      <ul className={classes.findings}>
        {pack.statements.map(({ aspect, rules, none, lookedOn }) => (
          <li key={aspect}>
            <strong>{t(`says.aspect.${aspect}`)}</strong>
            {none === null ? (
              <div>
                <RuleNames ids={rules} titles={titles} />
              </div>
            ) : (
              <Text size="sm">
                {t('says.none')} <bdi lang="en">{none}</bdi>{' '}
                {lookedOn ? (
                  <Text span size="xs" c="dimmed">
                    {t('says.lookedOn')} <Day date={lookedOn} />
                  </Text>
                ) : null}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
