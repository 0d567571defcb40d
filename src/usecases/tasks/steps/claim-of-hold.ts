import type { HoldKind } from '#domain/cases/holds.ts';
import { citing } from '#domain/contact/cited-rules.ts';
import { holdDuties } from '#domain/contact/hold-duties.ts';
import { factsLaying } from '#domain/contact/hold-facts.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { ownValue } from '#kernel/own-value.ts';
import { msOf } from '#kernel/time.ts';
import { dutiesOfHold, factsOfHold, holdOfTask } from '#storage/tasks/hold-of-task.ts';
import type { App } from '#usecases/app.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';
import type { TaskToFinish } from './task-details.ts';

/**
 * What whoever decides a hold has to know: what was said, by whom and when, the papers on record, and
 * the clocks that run with the law that sets them. Null for a task of no hold.
 */
export async function claimOfHold(
  app: App,
  actor: Actor,
  task: TaskToFinish,
  holdId: string | undefined,
  currency: string,
) {
  const { customerId, caseId, portfolioId } = task;
  if (!holdId || caseId === null) return null;
  const hold = await holdOfTask(app.db, { customerId, holdId });
  if (!hold) return null;
  const { kind, reason: kept, amount, liftedAt, ...shown } = hold;
  const reason = openedWords(app, customerId, kept);
  // What makes somebody vulnerable is read by those who may read it, whatever the task is.
  const tells = kind !== 'vulnerable' || may(actor, 'note.restricted', portfolioId);
  const duties = ownValue<(typeof holdDuties)[HoldKind]>(holdDuties, kind) ?? [];
  const [facts, clocks] = await Promise.all([
    factsOfHold(app.db, customerId, tells ? factsLaying(kind) : []),
    dutiesOfHold(app.db, { customerId, caseId }, duties),
  ]);
  const cite = citing(app.gate.packs);
  return {
    ...shown,
    kind,
    words: tells && reason !== '-' ? reason : null,
    isLifted: liftedAt !== null,
    amount: amount === null ? null : plainAmount(BigInt(amount), currency),
    facts: [...facts],
    clocks: clocks.map(({ rule, ...clock }) => {
      const { title, citation, source } = cite(rule);
      const late = clock.fulfilledAt === null && msOf(clock.dueAt) < app.clock();
      return { ...clock, late, title, citation, source };
    }),
  };
}
