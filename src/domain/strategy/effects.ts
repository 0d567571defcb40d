import { cancelNotices } from '#domain/cases/notices.ts';
import { type CaseState, stateFacts } from '#domain/cases/states.ts';
import type { Effect, OfficeEffect, Trigger } from '#domain/cases/triggers.ts';
import { becomeOrdinary, solvedEvents } from '#domain/key-events/events.ts';
import type { CaseSnapshot, EngineClock, EnginePolicy } from './case-snapshot.ts';
import { type HandedOver, officeTask } from './office-work.ts';

/**
 * What moves do besides the place of the case. The writer carries every field out in the transaction
 * of the move; `tasks` are opened for people.
 */
export type Marks = {
  /** Key events that are over are solved: all of a case that closes. */
  readonly solves: boolean;
  /** Protected key events are an ordinary debt from today. */
  readonly becomesOrdinary: boolean;
  readonly cancelsNotices: boolean;
  /** Callbacks nobody needs to make any more. */
  readonly endsCallbacks: boolean;
  /** The state a reversed payment would restore; null keeps what is there. */
  readonly stateBefore: CaseState | null;
  readonly breaks: number;
  readonly isUpper: boolean;
  readonly tasks: readonly HandedOver[];
  /** Kinds of open tasks the move makes pointless, beside those of the step it left. */
  readonly endsTasks: readonly string[];
};

/** A move that does nothing besides. */
export const noMarks: Marks = {
  solves: false,
  becomesOrdinary: false,
  cancelsNotices: false,
  endsCallbacks: false,
  stateBefore: null,
  breaks: 0,
  isUpper: false,
  tasks: [],
  endsTasks: [],
};

/** The case after a move, and what the writer must do besides. */
export type Changed = { readonly file: CaseSnapshot; readonly marks: Marks };

type Move = {
  /** Where the case stood before the first of its moves. */
  readonly start: CaseState;
  readonly to: CaseState;
  readonly on: Trigger;
  readonly policy: EnginePolicy;
  readonly clock: EngineClock;
};

type Handler = (changed: Changed, move: Move) => Changed;

function marked({ file, marks }: Changed, more: Partial<Marks>, own?: Partial<CaseSnapshot>) {
  return { file: { ...file, ...own }, marks: { ...marks, ...more } };
}

function byOffice(effect: OfficeEffect): Handler {
  return (changed, { on, policy, clock }) => {
    const { calendar } = policy;
    const task = officeTask(effect, on, { today: clock.today, calendar });
    return marked(changed, { tasks: [...changed.marks.tasks, task] });
  };
}

/** Ends what waits of these kinds, and what an earlier move of this same look would open. */
function ending(changed: Changed, ...kinds: readonly string[]): Changed {
  const tasks = changed.marks.tasks.filter(({ kind }) => !kinds.includes(kind));
  return marked(changed, { tasks, endsTasks: [...changed.marks.endsTasks, ...kinds] });
}

/** Opens the task anew and ends what waits of these kinds: it speaks of what holds no more. */
function instead(effect: OfficeEffect, ...of: readonly OfficeEffect[]): Handler {
  return (changed, move) => byOffice(effect)(ending(changed, ...of), move);
}

/** Letters about an agreement that a new agreement, or the end of the debt, makes untrue. */
const ofAgreement = ['confirm-agreement', 'contact-before-cancelling'] as const;

/** How each effect is carried out. An effect without a handler does not compile. */
export const effectHandlers: Readonly<Record<Effect, Handler>> = {
  'become-ordinary': (changed, { clock }) => {
    const events = becomeOrdinary(changed.file.events, clock.today);
    return marked(changed, { becomesOrdinary: true }, { events });
  },
  'solve-events': (changed, { to, clock }) => {
    const events = solvedEvents(changed.file.events, clock.today, !stateFacts[to].open);
    return marked(changed, { solves: true }, { events });
  },
  'cancel-announced-dates': (changed, { clock }) => {
    const notices = cancelNotices(changed.file.notices, clock.today);
    return marked(changed, { cancelsNotices: true }, { notices });
  },
  'cancel-pending': (changed) =>
    ending(marked(changed, { endsCallbacks: true }), ...ofAgreement, 'offer-automatic-payment'),
  'remember-state': (changed, { start }) => marked(changed, { stateBefore: start }),
  'count-break': (changed) => {
    const brokenPromises = changed.file.brokenPromises + 1;
    const broken = marked(changed, { breaks: changed.marks.breaks + 1 }, { brokenPromises });
    return ending(broken, 'confirm-agreement');
  },
  'priority-tier': (changed) => marked(changed, { isUpper: true }),
  'correct-source': byOffice('correct-source'),
  'confirm-agreement': instead('confirm-agreement', ...ofAgreement),
  thank: byOffice('thank'),
  'offer-automatic-payment': byOffice('offer-automatic-payment'),
  'contact-before-cancelling': byOffice('contact-before-cancelling'),
  'record-reason': byOffice('record-reason'),
  // Of two opposite requests the later one holds: the service must not be restored, or restricted,
  // by one that waited.
  'request-restriction': instead('request-restriction', 'request-restoration'),
  'request-restoration': instead('request-restoration', 'request-restriction'),
  'queue-department': byOffice('queue-department'),
  // To whom the file goes is a fact of the task: the office that was decided last.
  'hand-over-file': instead('hand-over-file', 'hand-over-file'),
  // A file that nobody handed over yet stays here.
  'reconcile-outside': instead('reconcile-outside', 'hand-over-file'),
  'accounting-file': byOffice('accounting-file'),
};
