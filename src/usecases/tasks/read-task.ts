import { handOverOf } from '#domain/cases/documents.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import { sendingWays } from '#domain/contact/sent-by-hand.ts';
import { letterFor } from '#domain/strategy/letters.ts';
import { officeWork } from '#domain/strategy/office-work.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { listDocuments } from '#storage/cases/documents.ts';
import { type TaskFacts, taskFacts } from '#storage/tasks/task-facts.ts';
import { taskById } from '#storage/tasks/tasks.ts';
import { type App, allow } from '#usecases/app.ts';
import { toldDecision } from '#usecases/gate/steps/contact-permissions.ts';
import { evaluatePoints } from '#usecases/gate/steps/evaluate-contact.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { claimOfHold } from './steps/claim-of-hold.ts';
import { holdLetter } from './steps/hold-letter.ts';
import { contactOf, partsFor, wantedOf } from './steps/send-by-office.ts';
import { detailsOf } from './steps/task-details.ts';

/**
 * What a task sends or asks for: the exact letter in the customer's language, the data of the request,
 * whether the gate lets it go out, and what a hold rests on. What may not go shows no words. Throws `not-found`,
 * `not-allowed`.
 */
export async function readTask(app: App, actor: Actor, { taskId }: { readonly taskId: string }) {
  const task = await taskById(app.db, taskId);
  if (!task) throw new Refusal('not-found', { thing: 'task', id: taskId });
  allow(actor, 'task.work', task.portfolioId);
  const { effect, carriedOut, holdId } = detailsOf(task);
  if (task.kind === holdTerms.vulnerable.task) allow(actor, 'note.restricted', task.portfolioId);
  const facts = (await taskFacts(app.db, [task])).get(task.id);
  const hold = facts ? await claimOfHold(app, actor, task, holdId, facts.currency) : null;
  const permission = facts && !task.doneAt ? await permissionOf(app, actor, task, facts) : null;
  const ofHold = facts && holdLetter(app, task, facts, null);
  const sent = carriedOut?.letter ?? null;
  if (ofHold && !effect) {
    const letter = sent ?? (mayGo(permission) ? ofHold : null);
    return { does: 'letter' as const, permission, letter, data: null, hold, documents: null };
  }
  const documents = await handedOver(app, actor, task);
  if (!effect || !facts)
    return { does: null, permission, letter: null, data: null, hold, documents };
  const { currency } = facts;
  const plain = (minor: string | null) => (minor ? plainAmount(BigInt(minor), currency) : null);
  return {
    hold,
    documents,
    does: officeWork[effect].does,
    permission,
    letter: sent ?? (mayGo(permission) ? letterFor(effect, facts, partsFor(app, facts)) : null),
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

/**
 * The documents that go with a case to a lawyer or an agency, and the kinds that are missing (M-016); null
 * where the task hands nothing over.
 */
async function handedOver(
  app: App,
  actor: Actor,
  task: NonNullable<Awaited<ReturnType<typeof taskById>>>,
) {
  const { effect } = detailsOf(task);
  const { customerId, caseId, portfolioId } = task;
  if (effect !== 'hand-over-file' || caseId === null || task.doneAt) return null;
  const restricted = may(actor, 'note.restricted', portfolioId);
  const rows = await listDocuments(app.db, { customerId, caseId, portfolioId }, { restricted });
  const { there, missing } = handOverOf(rows.map(({ kind }) => kind));
  return {
    there: there.map((kind) => ({
      ...{ kind, count: rows.filter((row) => row.kind === kind).length },
    })),
    missing: [...missing],
  };
}

type Permission = Awaited<ReturnType<typeof permissionOf>>;

const mayGo = (permission: Permission) => permission === null || permission.verdict === 'permitted';

/**
 * The gate's answer about what a task sends, now: by post or, where that may not go, by the first way
 * that may; `ways` are all that may. Null when it sends nothing.
 */
async function permissionOf(
  app: App,
  actor: Actor,
  task: NonNullable<Awaited<ReturnType<typeof taskById>>>,
  facts: TaskFacts,
) {
  const contact = contactOf(app, task, facts);
  if (!contact) return null;
  const portfolio = await portfolioOf(app, task.portfolioId);
  const answers = [];
  for (const way of sendingWays) {
    const wanted = await wantedOf(app.db, task, portfolio, way, contact);
    if (!wanted) continue;
    const asked = { ...wanted, userId: actor.userId };
    const [found] = await evaluatePoints(app, app.db, asked, [wanted.contactPointId]);
    if (found) answers.push({ way, told: toldDecision(app, found.decision) });
  }
  const open = answers.filter(({ told }) => told.verdict === 'permitted');
  const [answer] = [...open, ...answers];
  const none = { verdict: 'no-address' as const, rules: [], nextPermittedAt: null };
  return { ...(answer?.told ?? none), ways: open.map(({ way }) => way) };
}
