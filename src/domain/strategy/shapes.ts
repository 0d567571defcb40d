import type { Notice } from '#domain/cases/notices.ts';
import type { AnnouncedStage } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type {
  Lane,
  Objective,
  ProcessShape,
  ProcessStep,
  ShapeName,
  StepQueue,
  Tone,
} from './process-step.ts';

type Extra = Partial<ProcessStep>;

function serviceCall(step: string, after: number, objective: Objective): ProcessStep {
  return call(step, after, 'service', objective, { kind: 'service-call' });
}

function call(
  step: string,
  afterBusinessDays: number,
  tone: Tone,
  objective: Objective,
  extra: Extra = {},
): ProcessStep {
  const queue: StepQueue = 'agents';
  const fixed = {
    announces: null,
    noticeStage: null,
    noticeDays: 0,
    fires: null,
    repeats: false,
  } as const;
  const kind = 'chase-call';
  return {
    step,
    action: 'call',
    kind,
    queue,
    afterBusinessDays,
    tone,
    objective,
    ...fixed,
    ...extra,
  };
}

function task(step: string, after: number, objective: Objective, extra: Extra = {}): ProcessStep {
  const own = { action: 'task', kind: 'task', queue: 'back-office' } as const;
  return call(step, after, 'neutral', objective, { ...own, ...extra });
}

function announceStep(
  step: string,
  after: number,
  noticeStage: Notice['stage'],
  announces: AnnouncedStage,
  noticeDays: number,
): ProcessStep {
  const tone: Tone = noticeStage === 'service' ? 'service' : 'neutral';
  const notice = { kind: 'notice', noticeStage, announces, noticeDays } as const;
  return task(step, after, 'announce-next', { ...notice, tone });
}

function wait(step: string, after: number, objective: Objective, extra: Extra = {}): ProcessStep {
  const own = { action: 'wait', kind: 'task', queue: 'system' } as const;
  return call(step, after, 'neutral', objective, { ...own, ...extra });
}

function climb(step: string, after: number, fires: Trigger): ProcessStep {
  return wait(step, after, 'keep-announced', { kind: 'escalate', fires });
}

function review(step: string, after: number, queue: StepQueue, extra: Extra = {}): ProcessStep {
  const own = { action: 'review', kind: 'task', queue, repeats: true } as const;
  return call(step, after, 'neutral', 'decide', { ...own, ...extra });
}

/** The figures in which the two shipped processes differ; all days are business days. */
type Pace = {
  readonly serviceCallGaps: readonly number[];
  readonly workCallGaps: readonly number[];
  readonly noticeDays: number;
  readonly callAfterRequest: number;
  readonly afterStage: number;
  readonly hasRestriction: boolean;
  readonly conversation: Tone;
};

function serviceLanes(pace: Pace) {
  const gaps = pace.serviceCallGaps;
  const ending = [
    announceStep('tell-request', pace.afterStage, 'service', 'requested', pace.noticeDays),
    climb('end-service', 0, 'service-used-up'),
  ];
  return {
    'service-a': [
      ...gaps.map((gap, i) => serviceCall(`ask-new-method-${i + 1}`, gap, 'ask-new-method')),
      ...ending,
    ],
    'service-b': [
      ...gaps.map((gap, i) => serviceCall(`agree-new-date-${i + 1}`, gap, 'agree-payment')),
      ...ending,
    ],
    'service-c': [
      task('correct-data', 0, 'correct-data', { tone: 'service' }),
      review('still-uncorrected', 5, 'supervisors', { tone: 'service' }),
    ],
    'service-d': [
      task('resend-invoice', 0, 'deliver-invoice', { tone: 'service' }),
      ...gaps.map((gap, i) =>
        serviceCall(`confirm-received-${i + 1}`, gap + pace.afterStage, 'deliver-invoice'),
      ),
      ...ending,
    ],
  };
}

function workLanes(pace: Pace) {
  const next: AnnouncedStage = pace.hasRestriction ? 'restricted' : 'final';
  const ending = [
    // Skipped while the request's own announcement stands; an agreement cancels it.
    announceStep('announce-warning', pace.afterStage, 'requested', 'warned', pace.noticeDays),
    announceStep('send-warning', pace.afterStage, 'warned', next, pace.noticeDays),
    climb('end-work', 0, 'attempts-used-up'),
  ];
  return {
    requested: [
      announceStep('send-request', 0, 'requested', 'warned', pace.noticeDays),
      wait('start-calls', pace.callAfterRequest, 'agree-payment', { fires: 'call-due' }),
    ],
    'requested-inbound': [
      announceStep('send-request', 0, 'requested', 'warned', pace.noticeDays),
      announceStep('send-warning', pace.noticeDays, 'warned', next, pace.noticeDays),
      climb('end-request', 0, 'deadline-passed'),
    ],
    working: [
      ...pace.workCallGaps.map((gap, i) =>
        call(`call-${i + 1}`, gap, pace.conversation, 'agree-payment'),
      ),
      ...ending,
    ],
    'working-broken': [
      call('call-broken-promise', 0, pace.conversation, 'agree-payment'),
      call('call-broken-again', 3, pace.conversation, 'agree-arrangement'),
      ...ending,
    ],
    'find-reason': [
      call('ask-reason-1', 1, 'neutral', 'find-reason'),
      call('ask-reason-2', 2, 'neutral', 'find-reason'),
      review('reason-missing', 2, 'supervisors'),
    ],
  };
}

function ladderLanes(pace: Pace) {
  const exempt = [
    call('offer-before-final', pace.afterStage, 'firm', 'agree-arrangement'),
    announceStep('send-final', pace.afterStage, 'final', 'review', pace.noticeDays),
    climb('end-warning', 0, 'deadline-passed'),
  ];
  const restricting = [
    call('offer-before-restriction', pace.afterStage, 'firm', 'agree-arrangement'),
    review('approve-restriction', 0, 'department', {
      kind: 'restrict',
      fires: 'announced-date-reached',
    }),
  ];
  return {
    warned: pace.hasRestriction ? restricting : exempt,
    'warned-exempt': exempt,
    restricted: [
      call('offer-restoration', pace.afterStage, 'firm', 'agree-arrangement'),
      announceStep('announce-final', pace.afterStage, 'restricted', 'final', pace.noticeDays),
      announceStep('send-final', pace.afterStage, 'final', 'review', pace.noticeDays),
      climb('end-restriction', 0, 'deadline-passed'),
    ],
    final: [
      call('last-offer', pace.afterStage, 'firm', 'agree-arrangement'),
      climb('end-final', 0, 'deadline-passed'),
    ],
  };
}

function lanesOf(pace: Pace): Readonly<Record<Lane, readonly ProcessStep[]>> {
  return {
    ...serviceLanes(pace),
    ...workLanes(pace),
    ...ladderLanes(pace),
    watch: [wait('look-again', 20, 'stay-current', { repeats: true, tone: 'service' })],
    event: [wait('classify', 0, 'classify', { fires: 'classified' })],
    promised: [wait('judge-promise', 1, 'keep-agreement', { repeats: true })],
    plan: [wait('judge-instalment', 1, 'keep-agreement', { repeats: true })],
    review: [review('pre-legal-decision', 5, 'department')],
    agency: [review('check-agency', 20, 'department')],
    legal: [review('check-law-firm', 20, 'department')],
    'woff-proposed': [review('approve-write-off', 5, 'department')],
  };
}

/**
 * The two processes that ship. Short and firm clears a large backlog: few calls close together and
 * no restriction. Long and service-minded keeps a stable book: more service, longer notice.
 */
export const processShapes: Readonly<Record<ShapeName, ProcessShape>> = {
  'short-firm': {
    shape: 'short-firm',
    stages: ['requested', 'warned', 'final', 'review'],
    serviceStepsNeeded: 2,
    minWaitDays: 7,
    lanes: lanesOf({
      serviceCallGaps: [0, 3],
      workCallGaps: [0, 2, 3],
      noticeDays: 7,
      callAfterRequest: 3,
      afterStage: 2,
      hasRestriction: false,
      conversation: 'neutral',
    }),
  },
  'long-service': {
    shape: 'long-service',
    stages: ['requested', 'warned', 'restricted', 'final', 'review'],
    serviceStepsNeeded: 3,
    minWaitDays: 14,
    lanes: lanesOf({
      serviceCallGaps: [0, 4, 5],
      workCallGaps: [0, 4, 5, 7],
      noticeDays: 14,
      callAfterRequest: 7,
      afterStage: 4,
      hasRestriction: true,
      conversation: 'neutral',
    }),
  },
};
