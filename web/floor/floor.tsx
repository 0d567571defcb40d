import { Alert, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { myDay } from '#contract/desk.ts';
import { readFloor, takeOver } from '#contract/floor.ts';
import { useMe } from '#web/ui/client/me.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { ErrorState, Loading } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { AgentTable } from './agent-table.tsx';
import { CallTable } from './call-table.tsx';
import { Dangers } from './dangers.tsx';
import classes from './floor.module.css';
import { QueueTable } from './queue-table.tsx';
import { Requests } from './requests.tsx';

/** Events tell what people do. The clock alone moves work that comes due: that is read at this pace. */
const floorPaceMs = 60_000;

/** The supervisor's floor: who needs help, who does what, what waits, and why nothing happens. */
export function Screen() {
  const { t } = useWords('floor');
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const floor = useEndpoint(readFloor, {}, { live: 'all', everyMs: floorPaceMs });
  const open = (caseId: string) => {
    navigate({ href: `/desk?case=${caseId}` }).catch(() => undefined);
  };
  const take = useAction(takeOver, {
    invalidates: [readFloor],
    onDone: ({ caseId }) => {
      queries.removeQueries({ queryKey: [myDay.name] });
      open(caseId);
    },
  });
  if (!floor.data) {
    if (!floor.error) return <Loading lines={8} />;
    return <ErrorState problem={floor.error} onRetry={() => floor.refetch()} />;
  }
  const { agents, queues, calls, requests, dangers, idle, asOf } = floor.data;
  const mayTakeOver = me.may('floor.act');
  const onTake = mayTakeOver ? (conversationId: string) => take.mutate({ conversationId }) : null;
  return (
    <div className={classes.floor}>
      <PageHead
        title={t('title')}
        about={
          <>
            {t('asOf')} <When at={asOf} show="time" />
          </>
        }
      />
      <Dangers dangers={dangers} />
      <Requests
        requests={requests}
        mayAnswer={me.may('request.answer')}
        onTakeOver={onTake}
        onOpen={open}
      />
      {idle.length > 0 ? (
        <Alert color="gray" variant="light" title={t('idle.title')}>
          {idle.map(({ code, facts }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one code may come for several portfolios
            <Text size="sm" key={`${code} ${index}`}>
              {t([`idle.${code}`, 'idle.other'], facts)}
            </Text>
          ))}
        </Alert>
      ) : null}
      <div className={classes.grid}>
        <AgentTable agents={agents} />
        <div className={classes.side}>
          <CallTable calls={calls} isBusy={take.isPending} onTakeOver={onTake} />
          <QueueTable queues={queues} />
        </div>
      </div>
    </div>
  );
}
