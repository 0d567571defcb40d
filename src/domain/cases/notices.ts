import { addDays, daysBetween, type LocalDate } from '#kernel/time.ts';
import { type AnnouncedStage, announcedStages } from './states.ts';

/**
 * Proof that the customer was told what comes next and when. `stage` is the stage whose letter or
 * talk this is (green for requested, orange for warned, red for final); `announces` is the step it
 * names, `promisedOn` the first day that step may be taken. `recordedBy` is the person who sent it
 * or heard it sent. A cancelled notice announces nothing any more.
 */
export type Notice = {
  readonly stage: 'service' | AnnouncedStage;
  readonly announces: AnnouncedStage;
  readonly promisedOn: LocalDate;
  readonly sentOn: LocalDate | null;
  readonly recordedBy: string | null;
  readonly cancelledOn: LocalDate | null;
};

/** Why a notice may not be recorded. */
export type NoticeProblem =
  | 'announces-unconfigured-step'
  | 'announces-no-later-step'
  | 'promises-too-early'
  | 'no-sender'
  | 'not-sent';

/**
 * The faults of a notice. It may only announce a step the portfolio's process really has, a later
 * one than its own, and must leave the customer `minWaitDays` calendar days.
 */
export function noticeProblems(
  notice: Notice,
  process: { readonly stages: readonly AnnouncedStage[]; readonly minWaitDays: number },
): NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  const own = notice.stage === 'service' ? -1 : announcedStages.indexOf(notice.stage);
  if (!process.stages.includes(notice.announces)) problems.push('announces-unconfigured-step');
  if (announcedStages.indexOf(notice.announces) <= own) problems.push('announces-no-later-step');
  if (!notice.recordedBy) problems.push('no-sender');
  if (notice.sentOn === null) problems.push('not-sent');
  else if (daysBetween(notice.sentOn, notice.promisedOn) < process.minWaitDays) {
    problems.push('promises-too-early');
  }
  return problems;
}

function isProven(notice: Notice, today: LocalDate): boolean {
  return (
    notice.cancelledOn === null &&
    notice.sentOn !== null &&
    notice.sentOn <= today &&
    Boolean(notice.recordedBy)
  );
}

/** Whether the step was announced by a proven notice and the wait it promised is over. */
export function isAnnounced(
  notices: readonly Notice[],
  step: AnnouncedStage,
  today: LocalDate,
): boolean {
  return notices.some(
    (notice) => notice.announces === step && isProven(notice, today) && notice.promisedOn <= today,
  );
}

/** Whether the stage's own notice is proven to have gone out. */
export function isNoticeSent(
  notices: readonly Notice[],
  stage: Notice['stage'],
  today: LocalDate,
): boolean {
  return notices.some((notice) => notice.stage === stage && isProven(notice, today));
}

/** The day on which an announced step may first be taken; null when no live notice announces it. */
export function promisedDateOf(notices: readonly Notice[], step: AnnouncedStage): LocalDate | null {
  const dates = notices
    .filter((n) => n.announces === step && n.cancelledOn === null && n.sentOn !== null)
    .map((n) => n.promisedOn);
  return dates.sort()[0] ?? null;
}

/** The notices with every live one cancelled: the announced dates no longer stand. */
export function cancelNotices(notices: readonly Notice[], on: LocalDate): Notice[] {
  return notices.map((n) => (n.cancelledOn === null ? { ...n, cancelledOn: on } : n));
}

/**
 * Revives the notices cancelled on `cancelledOn` after the payment that ended them was reversed.
 * Days that were left then are left again, so nobody meets a date that passed while all seemed paid.
 */
export function restoreNotices(
  notices: readonly Notice[],
  cancelledOn: LocalDate,
  today: LocalDate,
): Notice[] {
  return notices.map((notice) => {
    if (notice.cancelledOn !== cancelledOn) return notice;
    const leftDays = Math.max(0, daysBetween(cancelledOn, notice.promisedOn));
    return { ...notice, cancelledOn: null, promisedOn: addDays(today, leftDays) };
  });
}
