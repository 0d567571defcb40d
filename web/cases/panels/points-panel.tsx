import { Button, Group, Text } from '@mantine/core';
import { startCall } from '#contract/conversations.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { NextContact, RuleList } from '#web/ui/rule-words.tsx';
import { ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../case-parts.module.css';
import { type ContactPermission, type DeskCase, isCallable } from '../case-shape.ts';
import { callReads, useDesk } from '../open-case.tsx';
import { PointOwner } from './point-owner.tsx';

type Point = DeskCase['contactPoints'][number];

type PointsPanelProps = {
  readonly points: readonly ContactPermission[] | undefined;
  readonly problem: unknown;
};

/** How this customer may be reached now, and where not: which rule says so, and until when. */
export function PointsPanel({ points, problem }: PointsPanelProps) {
  const { t } = useWords('agent');
  const { file } = useDesk();
  const permissionOf = ({ id }: Point) => points?.find((one) => one.contactPointId === id);
  const permitted = file.contactPoints.filter((one) => isCallable(permissionOf(one)));
  return (
    <Panel title={t('points.title')} flush>
      {problem ? <ProblemAlert problem={problem} /> : null}
      <ul className={classes.points}>
        {file.contactPoints.map((point) => (
          <li key={point.id}>
            <PointLine
              point={point}
              allowance={permissionOf(point)}
              index={permitted.indexOf(point)}
              isAsked={points !== undefined}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The tone of what is known about a point of contact. */
export const stateTones = {
  unverified: 'neutral',
  valid: 'good',
  wrong_person: 'bad',
  disconnected: 'bad',
  moved: 'bad',
} as const;

type PointLineProps = {
  readonly point: Point;
  readonly allowance: ContactPermission | undefined;
  /** Its place among those that may be called, -1 for none. */
  readonly index: number;
  readonly isAsked: boolean;
};

function PointLine({ point, allowance, index, isAsked }: PointLineProps) {
  const { t } = useWords('agent');
  const { file } = useDesk();
  return (
    <>
      <Group justify="space-between" gap="sm">
        <div>
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
          <PointOwner file={file} point={point} />
          {point.lastSuccessAt ? (
            <Text size="xs" c="dimmed">
              {t('points.lastSuccess')} <When at={point.lastSuccessAt} show="date" />
            </Text>
          ) : null}
        </div>
        {isCallable(allowance) ? (
          <CallThis point={point} index={index} />
        ) : (
          <Text size="sm" c="dimmed">
            {allowance ? t('points.notNow') : isAsked ? t('points.noCalls') : t('points.asking')}
          </Text>
        )}
      </Group>
      {allowance && allowance.verdict !== 'permitted' ? (
        <>
          <WhyNot allowance={allowance} />
          {allowance.letPass ? null : <AskToPass verdict={allowance.verdict} />}
        </>
      ) : null}
    </>
  );
}

function CallThis({ point, index }: { readonly point: Point; readonly index: number }) {
  const { t } = useWords('agent');
  const { file } = useDesk();
  const call = useAction(startCall, { invalidates: callReads });
  const shortcut = index < 9 ? String(index + 1) : null;
  return (
    <Button
      variant={index === 0 ? 'filled' : 'default'}
      loading={call.isPending}
      onClick={() => call.mutate({ caseId: file.id, contactPointId: point.id })}
      rightSection={shortcut ? <KeyHint shortcut={shortcut} /> : undefined}
    >
      {t('points.callShort')}
      <span className={classes.unseen}> {point.masked}</span>
    </Button>
  );
}

/** Where only a presumption says no: who can let the call pass. */
function AskToPass({ verdict }: Pick<ContactPermission, 'verdict'>) {
  const { t } = useWords('agent');
  if (verdict !== 'presumed_violation') return null;
  return (
    <Text size="sm" mt={4}>
      {t('letPass.presumed')}
    </Text>
  );
}

/** Which rules refuse a contact, and when or under what condition it may be made. */
export function WhyNot({ allowance }: { readonly allowance: ContactPermission }) {
  const { t } = useWords('agent');
  const { rules, nextKind, nextPermittedAt, releasing, zones, letPass } = allowance;
  return (
    <div className={classes.whyNot}>
      <RuleList rules={rules} />
      <NextContact {...{ nextKind, nextPermittedAt }} zone={zones[0]?.zone ?? null} />
      {nextKind === 'on_condition' && releasing.length > 0 ? (
        <Text size="xs" c="dimmed">
          {releasing
            .map((code) => t([`releasing.${code.replaceAll('_', '-')}`, 'releasing.other']))
            .filter((words, place, all) => all.indexOf(words) === place)
            .join(' · ')}
        </Text>
      ) : null}
      {letPass ? (
        <Text size="sm" fw={600}>
          {letPass.by ? t('letPass.waits', { name: letPass.by }) : t('letPass.waitsUnknown')}{' '}
          <When at={letPass.until} show="time" />
        </Text>
      ) : null}
    </div>
  );
}
