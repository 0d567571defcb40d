import { Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { readPack } from '#contract/compliance/rule-packs.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { packWords } from '#web/ui/pack-words.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading, State } from '#web/ui/states.tsx';
import { Day } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from '../address.ts';
import { BackTo } from '../back-to.tsx';
import { codeWords } from '../code-words.ts';
import classes from '../compliance.module.css';
import { Law, RuleHeading } from '../decisions/rule-findings.tsx';
import { SilencePanel, StatementsPanel } from './pack-statements.tsx';
import { AnswerForm, ProposeForm, switchNews } from './switch-actions.tsx';

type Pack = OutputOf<typeof readPack>;
type Rule = Pack['list'][number];

const filters = {
  all: () => true,
  speaking: ({ speaks, inForce }: Rule) => speaks === true && inForce === 'now',
  unconfirmed: ({ speaks, confirmed }: Rule) => speaks === true && confirmed === false,
  silent: ({ speaks }: Rule) => speaks === false,
  later: ({ inForce }: Rule) => inForce === 'later',
  past: ({ inForce }: Rule) => inForce === 'past',
} as const;
type Filter = keyof typeof filters;

/** The rules of one pack, each with its law; those of unread source can be switched here. */
export function PackView({ pack }: { readonly pack: string }) {
  const { t } = useWords('compliance');
  const { go } = useAddress();
  const { data, error, refetch } = useEndpoint(readPack, { pack }, { live: switchNews });
  const isNowhere = error?.code === 'not-found';
  return (
    <div className={classes.page}>
      <BackTo words={t('packs.back')} onBack={() => go({ pack: undefined })} />
      {data ? <Opened pack={data} /> : null}
      {!data && isNowhere ? <EmptyState title={t('packs.gone')} /> : null}
      {!data && error && !isNowhere ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading lines={8} /> : null}
    </div>
  );
}

function Opened({ pack }: { readonly pack: Pack }) {
  const { t, locale } = useWords('compliance');
  const [filter, setFilter] = useState<Filter>('all');
  const shown = pack.list.filter(filters[filter]);
  return (
    <>
      <SilencePanel pack={pack} />
      <StatementsPanel pack={pack} />
      <Panel
        title={<bdi>{packWords(t, pack.pack, pack.name)}</bdi>}
        aside={
          <Text size="sm" c="dimmed">
            <bdi>{t('packs.versionOf', { version: pack.version })}</bdi> · {t('packs.asOf')}{' '}
            <Day date={pack.asOf} />
          </Text>
        }
        flush
      >
        <div className={classes.question}>
          <NativeSelect
            label={t('packs.show')}
            value={filter}
            onChange={({ currentTarget }) => setFilter(currentTarget.value as Filter)}
            data={(Object.keys(filters) as Filter[]).map((value) => ({
              value,
              label: t(`packs.filter.${value}`, {
                shown: pack.list.filter(filters[value]).length.toLocaleString(locale),
              }),
            }))}
          />
        </div>
        {shown.length === 0 ? <EmptyState title={t('packs.none')} /> : null}
        <ul className={classes.findings}>
          {shown.map((rule) => (
            <li key={rule.rule}>
              <RuleLine rule={rule} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function RuleLine({ rule }: { readonly rule: Rule }) {
  const { t } = useWords('compliance');
  const { enforcement, inForce, speaks, confirmed, waiting } = rule;
  const isOpenToSwitch = confirmed !== null && speaks !== null && !waiting && inForce !== 'past';
  return (
    <>
      <div className={classes.findingHead}>
        <RuleHeading rule={rule} />
        <span className={classes.badges}>
          {inForce === 'now' ? null : (
            <State tone={inForce === 'later' ? 'info' : 'neutral'}>{t(`inForce.${inForce}`)}</State>
          )}
          <State tone="neutral">{codeWords(t, 'enforcement', enforcement)}</State>
          {confirmed === false && speaks ? (
            <State tone="warn">{t('speaks.unconfirmed')}</State>
          ) : null}
          {speaks === null ? null : (
            <State tone={speaks ? 'good' : 'warn'}>{t(speaks ? 'speaks.yes' : 'speaks.no')}</State>
          )}
        </span>
      </div>
      <Law rule={rule} />
      {waiting ? <AnswerForm proposal={waiting} /> : null}
      {isOpenToSwitch ? (
        <Group gap="xs" align="flex-start">
          {confirmed ? null : <ProposeForm rule={rule.rule} of="rule" turn="on" />}
          {speaks ? <ProposeForm rule={rule.rule} of="rule" turn="off" /> : null}
        </Group>
      ) : null}
    </>
  );
}
