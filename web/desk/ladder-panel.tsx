import { Button, Text } from '@mantine/core';
import { readLadder } from '#contract/agreements.ts';
import type { Ladder, ToolName } from '#web/cases/case-shape.ts';
import { Amount } from '#web/ui/amount.tsx';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Loading, ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './conversation/conversation.module.css';
import { useCall } from './desk-state.tsx';

/** Results of a conversation that are agreements. */
const agreements: readonly string[] = ['paid-in-full', 'promise', 'part-promise', 'plan'];

type Rung = Ladder['rungs'][number];

const formOf: Readonly<
  Record<Rung['rung'], { readonly tool: ToolName; readonly shortcut: string }>
> = {
  full: { tool: 'full', shortcut: 'f' },
  part: { tool: 'part', shortcut: 'a' },
  promise: { tool: 'promise', shortcut: 'p' },
  'short-arrangement': { tool: 'plan', shortcut: 'l' },
  plan: { tool: 'plan', shortcut: 'l' },
  hardship: { tool: 'hardship', shortcut: 'y' },
};

/** What this agent may offer, from all now down to help, and why not where not. */
export function LadderPanel() {
  const { t } = useWords('agent');
  const { conversation, file } = useCall();
  const ladder = useEndpoint(readLadder, { conversationId: conversation.id });
  return (
    <Panel
      title={t('ladder.title')}
      aside={
        <Text size="sm" c="dimmed">
          {file.lateReason ? t([`reason.${file.lateReason}`, 'reason.other']) : null}
        </Text>
      }
      flush
    >
      {conversation.agreed.some((code) => agreements.includes(code)) ? (
        <p className={classes.readBack} role="status">
          {t('ladder.agreed')}
        </p>
      ) : null}
      {ladder.error ? <ProblemAlert problem={ladder.error} /> : null}
      {ladder.data ? null : <Loading />}
      <ol className={classes.ladder}>
        {ladder.data?.rungs.map((rung, index) => (
          <li key={rung.rung} data-offered={rung.offered}>
            <RungLine rung={rung} currency={ladder.data.currency} isFirst={index === 0} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

type RungLineProps = {
  readonly rung: Rung;
  readonly currency: string;
  readonly isFirst: boolean;
};

function RungLine({ rung, currency, isFirst }: RungLineProps) {
  const { t } = useWords('agent');
  const { openTool } = useCall();
  const { tool, shortcut } = formOf[rung.rung];
  const limits = [
    rung.mostDays === null ? null : t('ladder.days', { count: rung.mostDays }),
    rung.mostInstalments === null ? null : t('ladder.instalments', { count: rung.mostInstalments }),
  ].filter(Boolean);
  return (
    <>
      <div className={classes.rung}>
        <strong>{t(`ladder.${rung.rung}`)}</strong>
        {rung.offered && rung.amount ? <Amount text={rung.amount} currency={currency} /> : null}
        <Text size="xs" c="dimmed" component="div">
          {rung.offered
            ? limits.join(' · ')
            : rung.whyNot.map((code) => t([`whyNot.${code}`, 'whyNot.other'])).join(' · ')}
          {rung.offered && rung.least && rung.least !== rung.amount ? (
            <>
              {limits.length > 0 ? ' · ' : ''}
              {t('ladder.least')} <Amount text={rung.least} currency={currency} />
            </>
          ) : null}
        </Text>
      </div>
      {rung.offered ? (
        <Button
          variant={isFirst ? 'filled' : 'default'}
          data-stage-start={isFirst || undefined}
          onClick={() => openTool(tool)}
          rightSection={<KeyHint shortcut={shortcut} />}
        >
          {t('ladder.offerShort')}
          <span className={classes.unseen}> {t(`ladder.${rung.rung}`)}</span>
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {t('ladder.notOffered')}
        </Text>
      )}
    </>
  );
}
