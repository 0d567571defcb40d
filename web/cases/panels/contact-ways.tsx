import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '#web/ui/panel.tsx';
import { EmptyState, ProblemAlert, State } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { useAskedPart } from '../asked-part.ts';
import { type ContactPermission, type DeskCase, isCallable } from '../case-shape.ts';
import classes from '../cases.module.css';
import { LetPass } from '../let-pass.tsx';
import { NewPointForm, PointForm } from './point-forms.tsx';
import { PointOwner } from './point-owner.tsx';
import { stateTones, WhyNot } from './points-panel.tsx';

type Point = DeskCase['contactPoints'][number];

type ContactWaysProps = {
  readonly file: DeskCase;
  /** Whether the reader may correct whose a number is. */
  readonly mayCorrect: boolean;
  /** Whether the reader may let a contact pass that only presumptions stand against. */
  readonly mayLetPass: boolean;
  /** The gate's answers; absent while they are asked for. */
  readonly allowed: readonly ContactPermission[] | undefined;
  readonly problem: unknown;
};

/** Each way to reach a customer: allowed now, or which rule says no and until when. */
export function ContactWays(props: ContactWaysProps) {
  const { file, mayCorrect, mayLetPass, allowed, problem } = props;
  const points = file.contactPoints;
  const [isAsked, part] = useAskedPart<HTMLDivElement>('points');
  const [isAdding, setAdding] = useState(isAsked && mayCorrect);
  const { t } = useWords('agent');
  const { t: words } = useWords('cases');
  return (
    <div ref={part}>
      <Panel
        title={t('points.title')}
        aside={
          mayCorrect && !isAdding ? (
            <Button variant="default" onClick={() => setAdding(true)}>
              {words('pointForm.add')}
            </Button>
          ) : null
        }
        flush
      >
        {isAdding ? (
          <div className={classes.filters}>
            <NewPointForm file={file} onClose={() => setAdding(false)} />
          </div>
        ) : null}
        <ProblemAlert problem={problem} />
        <NotTaken details={file.notTaken} />
        {points.length === 0 ? <EmptyState title={words('ways.none')} /> : null}
        <ul className={classes.lines}>
          {points.map((point) => (
            <li key={point.id}>
              <Way
                file={file}
                mayCorrect={mayCorrect}
                mayLetPass={mayLetPass}
                point={point}
                allowance={allowed?.find(({ contactPointId }) => contactPointId === point.id)}
                isAsked={allowed !== undefined || problem !== null}
              />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** Details of the last file that were not taken: somebody has to find out the right ones. */
function NotTaken({ details }: { readonly details: DeskCase['notTaken'] }) {
  const { t } = useWords('cases');
  const { t: office } = useWords('office');
  if (details.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {details.map(({ field, column, line }) => (
        <li key={`${line} ${field}`}>
          <State tone="warn">{t('ways.notTaken')}</State>{' '}
          <Text span size="sm">
            {office(`field.${field}`)}
            {column ? (
              <>
                {' · '}
                <bdi>{column}</bdi>
              </>
            ) : null}
            {' · '}
            {t('ways.line', { line })}
          </Text>
        </li>
      ))}
    </ul>
  );
}

type WayProps = Pick<ContactWaysProps, 'file' | 'mayCorrect' | 'mayLetPass'> & {
  readonly point: Point;
  readonly allowance: ContactPermission | undefined;
  readonly isAsked: boolean;
};

function Way({ file, mayCorrect, mayLetPass, point, allowance, isAsked }: WayProps) {
  const { t } = useWords('agent');
  const { t: words } = useWords('cases');
  const [isOpen, setOpen] = useState(false);
  const isPermitted = allowance?.verdict === 'permitted';
  const isPresumed = allowance?.verdict === 'presumed_violation' && !allowance.letPass;
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
          <State tone={isCallable(allowance) ? 'good' : 'warn'}>
            {words(isCallable(allowance) ? 'ways.allowed' : 'ways.refused')}
          </State>
        ) : (
          <Text size="sm" c="dimmed">
            {t(isAsked ? 'points.noCalls' : 'points.asking')}
          </Text>
        )}
      </div>
      <PointOwner file={file} point={point} />
      {mayCorrect && !isOpen ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${words('pointForm.edit')} ${point.masked}`}
          onClick={() => setOpen(true)}
        >
          {words('pointForm.edit')}
        </Button>
      ) : null}
      {isOpen ? <PointForm file={file} point={point} onClose={() => setOpen(false)} /> : null}
      {point.lastSuccessAt ? (
        <Text size="xs" c="dimmed">
          {t('points.lastSuccess')} <When at={point.lastSuccessAt} show="date" />
        </Text>
      ) : null}
      {allowance && !isPermitted ? <WhyNot allowance={allowance} /> : null}
      {isPresumed && mayLetPass ? <LetPass caseId={file.id} contactPointId={point.id} /> : null}
    </>
  );
}
