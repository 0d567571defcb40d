import { Stack, Text } from '@mantine/core';
import { readDecision } from '#contract/compliance/compliance.ts';
import { CaseLink } from '#web/cases/case-link.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { packWords } from '#web/ui/pack-words.ts';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { Written } from '#web/ui/written.tsx';
import { useAddress } from '../address.ts';
import { BackTo } from '../back-to.tsx';
import { campaignWords, codeWords, detailWords } from '../code-words.ts';
import classes from '../compliance.module.css';
import { FactsView } from './facts-view.tsx';
import {
  Law,
  LocalTimes,
  NextTime,
  RuleFindings,
  RuleHeading,
  verdictTones,
} from './rule-findings.tsx';

type Decision = OutputOf<typeof readDecision>;

/** One decision: what was asked, the answer with its law, and the facts it was made from. */
export function DecisionView({ decisionId }: { readonly decisionId: string }) {
  const { t } = useWords('compliance');
  useWords('agent');
  const { address, go } = useAddress();
  const { data, error, refetch } = useEndpoint(readDecision, { decisionId });
  const isNowhere = error && ['not-found', 'invalid-input'].includes(error.code);
  return (
    <div className={classes.page}>
      <BackTo
        words={t(address.figure ? 'decision.back' : 'rows.back')}
        onBack={() => go({ decision: undefined })}
      />
      {data ? <Opened decision={data} /> : null}
      {!data && isNowhere ? (
        <EmptyState title={t('decision.gone')} about={t('decision.goneAbout')} />
      ) : null}
      {!data && error && !isNowhere ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <Loading lines={8} /> : null}
    </div>
  );
}

function Opened({ decision }: { readonly decision: Decision }) {
  const { t } = useWords('compliance');
  const { reasons, advisories } = decision;
  return (
    <div className={classes.sides}>
      <Stack gap="md" className={classes.shrinks}>
        <AnswerPanel decision={decision} />
        <Panel title={t('decision.reasons')} flush>
          {reasons.length > 0 ? (
            <RuleFindings findings={reasons} />
          ) : (
            <EmptyState title={t('decision.noReasons')} />
          )}
        </Panel>
        {advisories.length > 0 ? (
          <Panel title={t('decision.advisories')} flush>
            <RuleFindings findings={advisories} />
          </Panel>
        ) : null}
        <ObligationsPanel decision={decision} />
        <FactsView facts={decision.facts} at={decision.decidedAt} />
      </Stack>
      <Stack gap="md" className={classes.shrinks}>
        <CamePanel decision={decision} />
        <PacksPanel packs={decision.packs} />
        <ProofPanel decision={decision} />
      </Stack>
    </div>
  );
}

function AnswerPanel({ decision }: { readonly decision: Decision }) {
  const { t, locale } = useWords('compliance');
  const { verdict, channel, point, purpose, decidedAt, zones, portfolioName, campaign } = decision;
  return (
    <Panel
      title={t('decision.title')}
      aside={<State tone={verdictTones[verdict]}>{t(`verdictWord.${verdict}`)}</State>}
    >
      <dl className={classes.facts}>
        <dt>{t('decision.customer')}</dt>
        <dd>
          <CaseLink caseId={decision.caseId}>
            <bdi>{decision.customerName}</bdi>
          </CaseLink>{' '}
          <bdi className={classes.faint}>{decision.customerReference}</bdi>
        </dd>
        <dt>{t('decision.asked')}</dt>
        <dd>
          {codeWords(t, 'channel', channel)}
          {point ? (
            <>
              {' · '}
              <bdi dir="ltr">{point.masked}</bdi> · {codeWords(t, 'point', point.kind)}
              {point.place ? ` · ${codeWords(t, 'place', point.place)}` : ''}
            </>
          ) : null}
        </dd>
        <dt>{t('decision.when')}</dt>
        <dd>
          <When at={decidedAt} zone={zones[0]?.zone ?? null} /> · {codeWords(t, 'purpose', purpose)}
        </dd>
        <dt>{t('decision.who')}</dt>
        <dd>
          <bdi>{decision.userName ?? t('system')}</bdi>
        </dd>
        <dt>{t('column.portfolio')}</dt>
        <dd>
          <bdi>{portfolioName}</bdi>
          {campaign ? ` · ${campaignWords(t, campaign, locale)}` : null}
        </dd>
        <dt>{t('decision.local')}</dt>
        <dd>
          <LocalTimes zones={zones} />
        </dd>
        <dt>{t('decision.next')}</dt>
        <dd>
          <NextTime answer={decision} />
        </dd>
      </dl>
    </Panel>
  );
}

function ObligationsPanel({ decision }: { readonly decision: Decision }) {
  const { t, locale } = useWords('compliance');
  const { requiredContent, obligations } = decision;
  if (requiredContent.length === 0 && obligations.length === 0) return null;
  return (
    <Panel title={t('decision.obligations')} flush>
      <ul className={classes.findings}>
        {requiredContent.map((required) => (
          <li key={`${required.rule} ${required.content}`}>
            <strong>
              {t('decision.mustSay', { what: codeWords(t, 'content', required.content) })}
            </strong>
            <Law rule={required} />
          </li>
        ))}
        {obligations.map((obligation, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={`${obligation.rule} ${place}`}>
            <RuleHeading rule={obligation} />
            <Text size="sm">{detailWords(t, obligation.details, locale)}</Text>
            <Law rule={obligation} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function CamePanel({ decision }: { readonly decision: Decision }) {
  const { t } = useWords('compliance');
  const { attempt, overrides, zones } = decision;
  const zone = zones[0]?.zone ?? null;
  return (
    <Panel title={t('decision.came')}>
      {attempt ? (
        <Text size="sm">
          {codeWords(t, 'result', attempt.result ?? attempt.state)} ·{' '}
          <When at={attempt.releasedAt ?? attempt.attemptedAt} zone={zone} />
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          {t('decision.noAttempt')}
        </Text>
      )}
      {overrides.map(({ id, factor, evidence, askedBy, grantedBy, grantedAt, usedAt }) => (
        <div key={id} className={classes.override}>
          <Text size="sm" fw={600}>
            {t('decision.override', { name: grantedBy ?? t('system') })}
          </Text>
          <Text size="sm">{t('decision.overrideAsked', { name: askedBy ?? t('system') })}</Text>
          <Text size="sm">{codeWords(t, 'factor', factor)}</Text>
          <Text size="sm" className={classes.quote}>
            <Written words={evidence} />
          </Text>
          <Text size="xs" c="dimmed">
            <When at={grantedAt} />{' '}
            {usedAt ? (
              <>
                · {t('decision.used')} <When at={usedAt} />
              </>
            ) : (
              `· ${t('decision.notUsed')}`
            )}
          </Text>
        </div>
      ))}
    </Panel>
  );
}

function PacksPanel({ packs }: Pick<Decision, 'packs'>) {
  const { t } = useWords('compliance');
  return (
    <Panel title={t('decision.packs')}>
      <ul className={classes.plainList}>
        {packs.map(({ pack, name, version, versionNow, hash }) => (
          <li key={pack}>
            <bdi>{packWords(t, pack, name)}</bdi> <bdi>{version}</bdi>
            {versionNow !== version ? (
              <Text size="xs" c="dimmed">
                {versionNow
                  ? t('decision.packNow', { version: versionNow })
                  : t('decision.packGone')}
              </Text>
            ) : null}
            {hash ? <code className={classes.hash}>{hash}</code> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ProofPanel({ decision }: { readonly decision: Decision }) {
  const { t } = useWords('compliance');
  const lines = [
    ['decision.hash', decision.hash],
    ['decision.previousHash', decision.previousHash],
    ['decision.factsHash', decision.factsHash],
    ['decision.id', decision.id],
  ] as const;
  return (
    <Panel title={t('decision.proof')}>
      <Stack gap="xs">
        {lines.map(([label, value]) =>
          value ? (
            <div key={label}>
              <Text size="xs" c="dimmed">
                {t(label)}
              </Text>
              <code className={classes.hash}>{value}</code>
            </div>
          ) : null,
        )}
      </Stack>
    </Panel>
  );
}
