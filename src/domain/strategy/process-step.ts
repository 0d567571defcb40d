import type { ActionKind } from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import { type AnnouncedStage, announcedStages, type CaseState } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';

/** What a step really does. A wait does nothing but come due; a review is a person's decision. */
export const stepActions = ['call', 'task', 'wait', 're-present', 'review'] as const;

/** One of `stepActions`. */
export type StepAction = (typeof stepActions)[number];

/** What can come next on a case: a step of its process, or a call at a time the customer chose. */
export const nextActions = [...stepActions, 'callback'] as const;

/** One of `nextActions`. */
export type NextAction = (typeof nextActions)[number];

/** How a step speaks. `service` never presses; `firm` names consequences already announced. */
export type Tone = 'service' | 'neutral' | 'firm';

/** What a step is to achieve; an agent sees it and reports group by it. */
export type Objective =
  | 'classify'
  | 'ask-new-method'
  | 'collect-again'
  | 'correct-data'
  | 'deliver-invoice'
  | 'announce-next'
  | 'request-payment'
  | 'agree-payment'
  | 'find-reason'
  | 'agree-arrangement'
  | 'change-terms'
  | 'keep-agreement'
  | 'keep-announced'
  | 'decide'
  | 'stay-current';

/** Who does a step. */
export type StepQueue = 'agents' | 'back-office' | 'supervisors' | 'department' | 'system';

/**
 * The road a case is on inside its state. Most states have one; service has one per event type,
 * and some states have a second road for a special entrance.
 */
export type Lane =
  | Exclude<CaseState, 'service' | 'written-off' | 'closed'>
  | 'service-a'
  | 'service-b'
  | 'service-c'
  | 'service-d'
  | 'requested-inbound'
  | 'working-broken'
  | 'warned-exempt'
  | 'find-reason';

/**
 * One step of a process, as data. `afterBusinessDays` counts from the end of the step before.
 * `announces` with `noticeDays` (business days, postal time included) is what the step tells the
 * customer, as the notice of `noticeStage`; it never goes out before that stage's own announced day. `fires` is the trigger to give the case when the step comes due. `repeats` marks a last
 * step that comes again until something else happens. Names are unique within a lane.
 */
export type ProcessStep = {
  readonly step: string;
  readonly action: StepAction;
  readonly kind: ActionKind;
  readonly queue: StepQueue;
  readonly afterBusinessDays: number;
  readonly tone: Tone;
  readonly objective: Objective;
  readonly announces: AnnouncedStage | null;
  readonly noticeStage: Notice['stage'] | null;
  readonly noticeDays: number;
  readonly fires: Trigger | null;
  readonly repeats: boolean;
};

/** Whether a step asks for money, takes it or leads to more pressure. */
export function asksForMoney({ kind, noticeStage }: ProcessStep): boolean {
  if (kind === 'notice') return noticeStage !== 'service';
  return !['answer', 'task', 'write-off'].includes(kind);
}

/** The refused payment is collected again, on the day that `representOn` says. */
export const representStep: ProcessStep = {
  step: 're-present',
  action: 're-present',
  kind: 're-present',
  queue: 'system',
  afterBusinessDays: 0,
  tone: 'service',
  objective: 'collect-again',
  announces: null,
  noticeStage: null,
  noticeDays: 0,
  fires: null,
  repeats: false,
};

/** The names of the processes that ship. */
export const shapeNames = ['short-firm', 'long-service'] as const;

/** One of `shapeNames`. */
export type ShapeName = (typeof shapeNames)[number];

/** A whole process: its announced stages in order and the steps of every lane. */
export type ProcessShape = {
  readonly shape: ShapeName;
  readonly stages: readonly AnnouncedStage[];
  /** Service steps that must have failed before a no-fault event may become an ordinary debt. */
  readonly serviceStepsNeeded: number;
  /** Fewest calendar days between a notice and the step it announces. */
  readonly minWaitDays: number;
  readonly lanes: Readonly<Record<Lane, readonly ProcessStep[]>>;
};

/** The stage of a process that follows another; null after its last. */
export function nextStageAfter(shape: ProcessShape, stage: AnnouncedStage): AnnouncedStage | null {
  const order = announcedStages.indexOf(stage);
  return shape.stages.find((s) => announcedStages.indexOf(s) > order) ?? null;
}
