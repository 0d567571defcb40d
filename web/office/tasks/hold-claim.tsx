import { Anchor, Stack, Text } from '@mantine/core';
import type { readTask } from '#contract/tasks.ts';
import { Amount } from '#web/ui/amount.tsx';
import type { OutputOf } from '#web/ui/client/api.ts';
import { Panel } from '#web/ui/panel.tsx';
import { State } from '#web/ui/states.tsx';
import { Day, When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';

type Claim = NonNullable<OutputOf<typeof readTask>['hold']>;
type HoldClaimProps = { readonly hold: Claim; readonly currency: string };

/** What a hold rests on: who said what and when, the papers on record, and the clocks that run. */
export function HoldClaim({ hold, currency }: HoldClaimProps) {
  const { t } = useWords('office');
  return (
    <>
      <Panel title={t('task.hold.said')}>
        <Stack gap={4}>
          <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-line' }}>
            {hold.words ?? t('task.hold.wordsNotKept')}
          </Text>
          <Text size="xs" c="dimmed">
            <Told hold={hold} />
          </Text>
          {hold.account ? (
            <Text size="sm">
              {t('task.hold.account')} <bdi>{hold.account}</bdi>
            </Text>
          ) : null}
          {hold.amount ? (
            <Text size="sm">
              {t('task.hold.amount')} <Amount text={hold.amount} currency={currency} />
            </Text>
          ) : null}
          {hold.isLifted ? <State tone="good">{t('task.hold.lifted')}</State> : null}
        </Stack>
      </Panel>
      <Panel title={t('task.hold.papers')}>
        <Papers facts={hold.facts} />
      </Panel>
      <Panel title={t('task.hold.clocks')}>
        <Clocks hold={hold} />
      </Panel>
    </>
  );
}

/** How it reached us, when, and who wrote it down. */
function Told({ hold: { onCall, saidBy, setAt, setBy } }: { readonly hold: Claim }) {
  const { t } = useWords('office');
  return (
    <>
      {t(onCall ? 'task.hold.onCall' : 'task.hold.byOffice')} <When at={setAt} />
      {saidBy ? ` · ${t('task.hold.saidBy', { name: saidBy })}` : ''}
      {setBy ? ` · ${t('task.hold.writtenBy', { name: setBy })}` : ''}
    </>
  );
}

function Papers({ facts }: Pick<Claim, 'facts'>) {
  const { t } = useWords('office');
  const { t: log } = useWords('contact-log');
  if (facts.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('task.hold.noPapers')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {facts.map(({ id, kind, source, receivedAt, recordedBy, evidenceRef, inWriting }) => (
        <div key={id}>
          <Text size="sm">
            {log(`kind.${kind}`)}
            {inWriting === null ? '' : ` · ${t(`task.hold.${inWriting ? 'written' : 'spoken'}`)}`}
          </Text>
          <Text size="sm" dir="auto">
            {source}
          </Text>
          <Text size="xs" c="dimmed">
            {t('task.hold.received')} <When at={receivedAt} />
            {recordedBy ? ` · ${t('task.hold.writtenBy', { name: recordedBy })}` : ''}
          </Text>
          <Text size="xs" c="dimmed">
            {evidenceRef ? (
              <>
                {t('task.hold.kept')} <bdi>{evidenceRef}</bdi>
              </>
            ) : (
              t('task.hold.notKept')
            )}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

function Clocks({ hold: { clocks, reviewOn } }: { readonly hold: Claim }) {
  const { t } = useWords('office');
  const { t: compliance } = useWords('compliance');
  return (
    <Stack gap="xs">
      {clocks.map(({ id, kind, dueAt, fulfilledAt, late, citation, source }) => (
        <div key={id}>
          <Text size="sm">{compliance(`obligation.kinds.${kind}`)}</Text>
          <Text size="sm">
            {fulfilledAt ? (
              <>
                {t('task.hold.met')} <When at={fulfilledAt} />
              </>
            ) : (
              <>
                {t('task.due')}: <When at={dueAt} />{' '}
                {late ? <State tone="bad">{t('task.late')}</State> : null}
              </>
            )}
          </Text>
          <Text size="xs" c="dimmed">
            {source ? (
              <Anchor href={source} target="_blank" rel="noreferrer" size="xs">
                <bdi lang="en">{citation}</bdi>
              </Anchor>
            ) : (
              <bdi lang="en">{citation}</bdi>
            )}
          </Text>
        </div>
      ))}
      {clocks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('task.hold.noClock')}
        </Text>
      ) : null}
      <Text size="sm">
        {t('task.hold.review')} <Day date={reviewOn} />
      </Text>
    </Stack>
  );
}
