import { letterFor } from '#domain/strategy/letters.ts';
import { officeWork } from '#domain/strategy/office-work.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { taskFacts } from '#storage/tasks/task-facts.ts';
import { taskById } from '#storage/tasks/tasks.ts';
import { type App, allow } from '#usecases/app.ts';
import { detailsOf } from './steps/task-details.ts';

/**
 * What a task sends or asks for: the exact letter in the customer's language, and the data of the
 * request. Throws `not-found`, `not-allowed`.
 */
export async function readTask(app: App, actor: Actor, { taskId }: { readonly taskId: string }) {
  const task = await taskById(app.db, taskId);
  if (!task) throw new Refusal('not-found', { thing: 'task', id: taskId });
  allow(actor, 'task.work', task.portfolioId);
  const { effect, carriedOut } = detailsOf(task);
  const facts = (await taskFacts(app.db, [task])).get(task.id);
  if (!effect || !facts) return { does: null, letter: null, data: null };
  const { currency } = facts;
  const plain = (minor: string | null) => (minor ? plainAmount(BigInt(minor), currency) : null);
  return {
    does: officeWork[effect].does,
    letter: carriedOut?.letter ?? letterFor(effect, facts),
    data: {
      customerReference: facts.customerReference,
      creditor: facts.creditor,
      accounts: [...facts.accounts],
      state: facts.state,
      overdue: plain(facts.overdue),
      recovered: plain(facts.recovered),
      currency,
      notices: facts.notices.map(({ stage, announces, sentOn }) => ({ stage, announces, sentOn })),
    },
  };
}
