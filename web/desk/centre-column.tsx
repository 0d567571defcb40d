import { lazy, Suspense } from 'react';
import { type ContactPermission, isTalking, type Stage } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { DebtPanel } from '#web/cases/panels/debt-panel.tsx';
import { PointsPanel } from '#web/cases/panels/points-panel.tsx';
import { useRightsHere } from '#web/cases/rights-here.ts';
import { Loading, State } from '#web/ui/states.tsx';
import { Steps } from '#web/ui/steps.tsx';
import { useWords } from '#web/ui/words.ts';
import { ContinuingNotice } from './conversation/continuing-notice.tsx';
import classes from './conversation/conversation.module.css';
import { Transcript } from './conversation/transcript.tsx';
import { VerifyPanel } from './conversation/verify-panel.tsx';
import { LadderPanel } from './ladder-panel.tsx';
import { ReasonPanel } from './reason-panel.tsx';
import { WrapUp } from './wrap-up.tsx';

const ToolPanel = lazy(async () => ({ default: (await import('./tool-panel.tsx')).ToolPanel }));

const DocumentsPanel = lazy(async () => ({
  default: (await import('#web/cases/panels/documents-panel.tsx')).DocumentsPanel,
}));

const stepOf: Readonly<Record<Stage, number>> = {
  before: 0,
  ringing: 0,
  machine: 0,
  verify: 0,
  'not-verified': 0,
  reason: 1,
  agree: 2,
  'wrap-up': 3,
};

type CentreProps = {
  readonly points: readonly ContactPermission[] | undefined;
  readonly problem: unknown;
  readonly onClose: () => void;
};

/** What is to be done now: the line, the step of the conversation, an open form, the debt. */
export function CentreColumn({ points, problem, onClose }: CentreProps) {
  const { t } = useWords('agent');
  const { file, conversation, stage, tool } = useDesk();
  const mayHere = useRightsHere(file.portfolio.id);
  const steps = ['verify', 'reason', 'agree', 'finish'].map((step) => t(`step.${step}`));
  return (
    <>
      {conversation?.direction === 'inbound' && isTalking(stage) && !conversation.verified ? (
        <p className={classes.callIn} role="status">
          {t('line.callIn', { name: conversation.customerName })}
        </p>
      ) : null}
      <ContinuingNotice />
      {stage === 'before' ? (
        <PointsPanel points={points} problem={problem} />
      ) : stage === 'wrap-up' ? null : (
        <Steps label={t('step.title')} steps={steps} current={stepOf[stage]} />
      )}
      {conversation?.hostile && isTalking(stage) ? <CalmLines /> : null}
      {conversation && stage !== 'before' && stage !== 'wrap-up' ? (
        <Transcript conversation={conversation} />
      ) : null}
      {tool ? (
        <Suspense fallback={<Loading />}>
          <ToolPanel key={tool} name={tool} />
        </Suspense>
      ) : null}
      {stage === 'verify' || stage === 'not-verified' ? <VerifyPanel /> : null}
      {stage === 'reason' ? <ReasonPanel /> : null}
      {stage === 'agree' && !tool ? <LadderPanel /> : null}
      {stage === 'wrap-up' && conversation ? (
        <WrapUp key={conversation.id} conversation={conversation} onDone={onClose} />
      ) : null}
      {conversation && stage === 'wrap-up' ? <Transcript conversation={conversation} /> : null}
      <DebtPanel />
      {file.debt ? (
        <Suspense fallback={<Loading />}>
          <DocumentsPanel
            file={file}
            mayKeep={mayHere('document.keep')}
            mayRestrict={mayHere('note.restricted')}
          />
        </Suspense>
      ) : null}
    </>
  );
}

const calmLines = ['listen', 'name', 'cause', 'offer', 'end'] as const;

/** Calm wording while somebody shouts: how to listen, how to find the cause, how to end. */
function CalmLines() {
  const { t } = useWords('agent');
  return (
    <section className={classes.calm} aria-label={t('calm.title')}>
      <strong>{t('calm.title')}</strong> <State tone="info">{t('calm.alerted')}</State>
      <ol>
        {calmLines.map((line) => (
          <li key={line}>{t(`calm.${line}`)}</li>
        ))}
      </ol>
    </section>
  );
}
