import type { Hold, HoldKind } from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import type { CaseState } from '#domain/cases/states.ts';
import { type Happening, happening } from '#domain/events/event.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import { keyEventFrom } from '#domain/key-events/kept-event.ts';
import { type Advanced, advance } from '#domain/strategy/advance.ts';
import type { CaseEvent } from '#domain/strategy/case-events.ts';
import type { CaseSnapshot, Cause, EnginePolicy } from '#domain/strategy/case-snapshot.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Decided } from '#storage/cases/case-decisions.ts';
import type { ProfileRow } from '#storage/cases/case-profiles.ts';

/** What becomes of the cases whose `key` stands for this profile; null for nothing. Pure. */
export function decideProfile(
  key: string,
  text: string,
  policy: EnginePolicy,
  today: LocalDate,
): Decided | null {
  const profile = JSON.parse(text, (_key, value: unknown) => value ?? undefined) as ProfileRow;
  const cause: Cause = {
    on: profile.happened ?? [],
    stepDone: profile.stepDone,
    known: profile.known,
  };
  const advanced = advance(snapshotOf(profile, policy, today), cause, policy, { today });
  return advanced.changed ? decidedOf(key, advanced) : null;
}

/** A profile as the engine sees it; of amounts it says which is larger, which is all that counts. */
export function snapshotOf(
  profile: ProfileRow,
  { entry }: EnginePolicy,
  today: LocalDate,
): CaseSnapshot {
  return {
    state: profile.state as CaseState,
    stateBefore: (profile.before as CaseState | undefined) ?? null,
    shape: profile.shape,
    step: profile.step,
    stepCount: profile.count,
    action: profile.action ?? null,
    actionOn: profile.action ? (profile.on ?? today) : null,
    events: (profile.events ?? []).map(eventOf),
    holds: (profile.holds ?? []).map(holdOf),
    notices: (profile.notices ?? []).map(noticeOf),
    overdueMinor: { none: 0n, small: 1n, debt: entry.exitMinor + 1n }[profile.figure],
    freeMinor: profile.free ? 1n : 0n,
    coveredMinor: profile.covered ? 1n : 0n,
    paidInHand: profile.paidInHand ?? false,
    agreementDueOn: profile.agreement ?? null,
    brokenPromises: profile.broken,
    firstContactOn: profile.contacted ? today : null,
    exempt: profile.exempt === true,
    payDay: profile.payDay ?? null,
    presented: profile.presented ?? null,
    costsMore: profile.costsMore === true,
  };
}

/** The decision in the columns of the statement that carries it out. */
function decidedOf(key: string, advanced: Advanced): Decided | null {
  const { marks, nextAction, moves, events } = advanced;
  const [event] = events;
  if (event === undefined) return null;
  const tasks = marks.tasks.map(({ kind, queue, dueOn, details }) => ({
    kind,
    queue,
    due_on: dueOn,
    details,
  }));
  return {
    key,
    state: advanced.state,
    moved: moves.length > 0,
    close_reason: advanced.closeReason,
    before: marks.stateBefore,
    step: advanced.step,
    step_count: advanced.stepCount,
    action: nextAction?.action ?? null,
    action_on: nextAction?.on ?? null,
    why: nextAction?.reasonWords[0] ?? {},
    tone: nextAction?.tone ?? 'neutral',
    queue: nextAction?.queue ?? null,
    broken: marks.breaks,
    upper: marks.isUpper,
    solve: marks.solves,
    resolution: moves.at(-1)?.on ?? null,
    ordinary: marks.becomesOrdinary,
    cancel_notices: marks.cancelsNotices,
    cancel_pending: marks.endsCallbacks,
    tasks: tasks.length > 0 ? tasks : null,
    ends: marks.endsTasks.length > 0 ? marks.endsTasks : null,
    ...happened(event),
  };
}

function happened(told: CaseEvent): Happening {
  return told.kind === 'case.moved'
    ? happening(told.kind, told.facts)
    : happening(told.kind, told.facts);
}

function eventOf(event: NonNullable<ProfileRow['events']>[number]): KeyEvent {
  const { type, reason, fault, on, code = null, evidence = {} } = event;
  return keyEventFrom({
    ...{ eventId: '', type, reason, fault, recordedOn: on, code, solvedOn: null, evidence },
  });
}

function holdOf(hold: NonNullable<ProfileRow['holds']>[number]): Hold {
  return {
    kind: hold.kind as HoldKind,
    setOn: hold.setOn,
    reviewOn: hold.reviewOn,
    owner: hold.owned ? 'person' : 'back-office',
    part: hold.part ? { kind: 'amount', minor: 1n } : null,
    liftedOn: null,
  };
}

function noticeOf(notice: NonNullable<ProfileRow['notices']>[number]): Notice {
  return {
    stage: notice.stage as Notice['stage'],
    announces: notice.announces as Notice['announces'],
    promisedOn: notice.promisedOn,
    sentOn: notice.sentOn,
    recordedBy: notice.proven ? 'recorded' : null,
    cancelledOn: null,
  };
}
