import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { askWhyNot } from '#contract/compliance/compliance.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { DayField } from '#web/ui/day-field.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading, ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAddress } from '../address.ts';
import { CaseSearch } from '../case-search.tsx';
import { codeWords } from '../code-words.ts';
import classes from '../compliance.module.css';
import lines from './facts.module.css';
import { Law, LocalTimes, NextTime, RuleFindings, verdictTones } from './rule-findings.tsx';

type Asked = OutputOf<typeof askWhyNot>;
type Way = Asked['ways'][number];

/** The clock moves on, and answers with it. */
const paceMs = 60_000;

/** May a customer be contacted, in which way, and if not: why, and when or after what. */
export function WhyTab() {
  const { t } = useWords('compliance');
  useWords('agent');
  const { address, go } = useAddress();
  return (
    <Stack gap="md">
      <CaseSearch onChoose={(caseId) => go({ tab: 'why', case: caseId })} />
      {address.case ? (
        <Answers key={address.case} caseId={address.case} />
      ) : (
        <EmptyState title={t('why.start')} about={t('why.startAbout')} />
      )}
    </Stack>
  );
}

function Answers({ caseId }: { readonly caseId: string }) {
  const { t } = useWords('compliance');
  const [local, setLocal] = useState('');
  const [channel, setChannel] = useState<string | null>(null);
  const moment = local ? new Date(local) : null;
  const at = moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
  const { data, error, refetch } = useEndpoint(
    askWhyNot,
    { caseId, at },
    { keep: true, ...(at ? {} : { everyMs: paceMs }) },
  );
  if (!data) {
    return error ? (
      <ErrorState problem={error} onRetry={() => void refetch()} />
    ) : (
      <Loading lines={6} />
    );
  }
  const channels = [...new Set(data.ways.map((way) => way.channel))];
  const shown = data.ways.filter((way) => channel === null || way.channel === channel);
  return (
    <Panel
      title={
        <CaseLink caseId={data.caseId}>
          <bdi>{data.customerName}</bdi>
        </CaseLink>
      }
      aside={
        <Text size="sm" c="dimmed">
          <bdi dir="ltr">{data.customerReference}</bdi> · <bdi>{data.portfolioName}</bdi>
        </Text>
      }
      flush
    >
      <div className={classes.question}>
        <DayField
          type="datetime-local"
          label={t('why.at')}
          description={t('why.atAbout')}
          value={local}
          onDay={setLocal}
        />
        {local ? (
          <Button variant="default" onClick={() => setLocal('')}>
            {t('why.now')}
          </Button>
        ) : null}
        <Group gap="xs" role="group" aria-label={t('column.channel')}>
          {[null, ...channels].map((one) => (
            <Button
              key={one ?? 'all'}
              size="xs"
              variant={channel === one ? 'filled' : 'default'}
              aria-pressed={channel === one}
              onClick={() => setChannel(one)}
            >
              {one === null ? t('why.all') : codeWords(t, 'channel', one)}
            </Button>
          ))}
        </Group>
      </div>
      {error ? <ProblemAlert problem={error} /> : null}
      <Text size="xs" c="dimmed" px="md" pb="xs" role="status">
        {t('why.asked')} <When at={data.askedAt} />
      </Text>
      {shown.length === 0 ? <EmptyState title={t('why.noWays')} /> : null}
      <ul className={classes.ways}>
        {shown.map((way) => (
          <li key={`${way.channel} ${way.contactPointId ?? ''}`}>
            <WayAnswer way={way} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function WayAnswer({ way }: { readonly way: Way }) {
  const { t } = useWords('compliance');
  const { channel, masked, kind, place, verdict, reasons, advisories, requiredContent } = way;
  return (
    <section aria-label={`${codeWords(t, 'channel', channel)} ${masked ?? ''}`}>
      <div className={classes.findingHead}>
        <span>
          <strong>{codeWords(t, 'channel', channel)}</strong>{' '}
          {masked ? <bdi dir="ltr">{masked}</bdi> : null}{' '}
          <span className={classes.faint}>
            {kind ? codeWords(t, 'point', kind) : ''}
            {place ? ` · ${codeWords(t, 'place', place)}` : ''}
          </span>
        </span>
        <State tone={verdictTones[verdict]}>{t(`verdictWord.${verdict}`)}</State>
      </div>
      <NextTime answer={way} />
      <LocalTimes zones={way.zones} />
      {reasons.length > 0 ? <RuleFindings findings={reasons} /> : null}
      {advisories.length + requiredContent.length > 0 ? (
        <details className={lines.raw}>
          <summary>
            {t('why.besides', { count: advisories.length + requiredContent.length })}
          </summary>
          <RuleFindings findings={advisories} />
          <ul className={classes.findings}>
            {requiredContent.map((required) => (
              <li key={`${required.rule} ${required.content}`}>
                <strong>
                  {t('decision.mustSay', { what: codeWords(t, 'content', required.content) })}
                </strong>
                <Law rule={required} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
