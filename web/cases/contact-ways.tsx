import { Group, Text } from '@mantine/core';
import type { Allowance, DeskCase } from '#web/agent/desk-case.ts';
import { stateTones, WhyNot } from '#web/agent/points-panel.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './cases.module.css';

type Point = DeskCase['contactPoints'][number];

type ContactWaysProps = {
  readonly points: readonly Point[];
  /** The gate's answers; absent while they are asked for. */
  readonly allowed: readonly Allowance[] | undefined;
  readonly problem: unknown;
};

/** Each way to reach a customer: allowed now, or which rule says no and until when. */
export function ContactWays({ points, allowed, problem }: ContactWaysProps) {
  const { t } = useWords('agent');
  const { t: words } = useWords('cases');
  return (
    <Panel title={t('points.title')} flush>
      <ProblemAlert problem={problem} />
      {points.length === 0 ? <EmptyState title={words('ways.none')} /> : null}
      <ul className={classes.lines}>
        {points.map((point) => (
          <li key={point.id}>
            <Way
              point={point}
              allowance={allowed?.find(({ contactPointId }) => contactPointId === point.id)}
              isAsked={allowed !== undefined || problem !== null}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type WayProps = {
  readonly point: Point;
  readonly allowance: Allowance | undefined;
  readonly isAsked: boolean;
};

function Way({ point, allowance, isAsked }: WayProps) {
  const { t } = useWords('agent');
  const { t: words } = useWords('cases');
  const isPermitted = allowance?.verdict === 'permitted';
  return (
    <>
      <div className={classes.lineHead}>
        <Group gap="xs">
          <strong>
            <bdi dir="ltr">{point.masked}</bdi>
          </strong>
          <Text size="sm" c="dimmed">
            {t(`points.kind.${point.kind}`)}
            {point.place ? ` · ${t(`points.place.${point.place}`)}` : ''}
          </Text>
          <State tone={stateTones[point.state]}>{t(`points.state.${point.state}`)}</State>
        </Group>
        {allowance ? (
          <State tone={isPermitted ? 'good' : 'warn'}>
            {words(isPermitted ? 'ways.allowed' : 'ways.refused')}
          </State>
        ) : (
          <Text size="sm" c="dimmed">
            {t(isAsked ? 'points.noCalls' : 'points.asking')}
          </Text>
        )}
      </div>
      {point.lastSuccessAt ? (
        <Text size="xs" c="dimmed">
          {t('points.lastSuccess')} <When at={point.lastSuccessAt} show="date" />
        </Text>
      ) : null}
      {allowance && !isPermitted ? <WhyNot allowance={allowance} /> : null}
    </>
  );
}
