import type { Trigger } from '#domain/cases/triggers.ts';
import { dutiesBefore, legalStepsOf } from '#domain/contact/legal-steps.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { discreetReasons } from '#domain/gate/discretion.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { instantAt, instantOf, type LocalDate } from '#kernel/time.ts';
import type { App, Tx } from '#usecases/app.ts';
import { openCaseFile } from '#usecases/cases/steps/case-file.ts';
import { planNext } from '#usecases/cases/steps/plan-next.ts';
import { evaluateLegalStep, recordDecision } from '#usecases/gate/steps/evaluate-contact.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { putOffRefusedTask } from './send-by-office.ts';
import { detailsOf, type TaskToFinish } from './task-details.ts';

/** Work of the office that carries a legal step out some days after it was decided. */
const carriesOut: readonly string[] = ['request-restriction', 'hand-over-file'];

/** The move whose legal step a task carries out; null for others. */
export function carriedStepOf(task: TaskToFinish): Trigger | null {
  const { effect, on } = detailsOf(task);
  return effect !== undefined && carriesOut.includes(effect) ? (on ?? null) : null;
}

/**
 * Asks the gate about the legal step of a move, when it is decided and again when it is carried out.
 * Each answer is kept. Refused, the task waits for its next day, and a case whose step was not taken
 * is reviewed then. Null when it may be done.
 */
export async function askLegalStep(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  on: Trigger | null,
  isDecided: boolean,
): Promise<Decision | null> {
  const { customerId, caseId } = task;
  const steps = legalStepsOf(on);
  if (caseId === null || steps.length === 0) return null;
  const { portfolio } = place;
  const asked = { customerId, caseId, portfolio, userId: actor.userId, exceptAttempt: null };
  const inputs = await loadGateInputs(app, tx, asked);
  for (const step of steps) {
    const how = { channel: step, mode: 'manual', campaign: task.kind } as const;
    const wanted = { ...asked, contactPointId: null, how };
    const evaluated = evaluateLegalStep(app, wanted, step, inputs);
    const { decision } = evaluated;
    const decisionId = await recordDecision(app, tx, wanted, evaluated, 'ask');
    if (decision.permitted !== true) {
      const dueOn = await putOffRefusedTask(app, tx, place, task, decision);
      const rules = rulesTold(decision);
      const next = isDecided ? await reviewThen(app, tx, place, actor, asked, dueOn, rules) : null;
      const nextActionOn = next === null ? null : dueOn;
      const facts = { taskId: task.id, decisionId, rules, nextAction: next, nextActionOn };
      await logOnCase(app, tx, asked, actor.userId, 'case.step-refused', facts);
      return decision;
    }
  }
  return null;
}

/** The rules as whoever works the case is told of them, with the duties that come first. */
function rulesTold(decision: Decision): readonly string[] {
  return [...discreetReasons(decision).map(({ rule }) => rule), ...dutiesBefore(decision)];
}

/** The case is reviewed again on the day; it says what stood against the step. */
async function reviewThen(
  app: App,
  tx: Tx,
  { portfolio: { zone } }: Place,
  actor: Actor,
  ref: { readonly customerId: string; readonly caseId: string },
  dueOn: LocalDate,
  rules: readonly string[],
) {
  const file = await openCaseFile(app, tx, ref);
  const why = { code: 'legal-step-refused', facts: { rules: rules.join(' '), date: dueOn } };
  const at = instantOf(instantAt(zone, dueOn, '00:00'));
  const agreed = { action: 'review', at, why } as const;
  const { nextAction } = await planNext(app, tx, file, { actorId: actor.userId, agreed });
  return nextAction;
}
