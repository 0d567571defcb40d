import {
  type PromisedAs,
  type PromiseProblem,
  promisedAs,
  promiseProblems,
} from '#domain/agreements/ladder.ts';
import { beyondAccounts, tiedIds } from '#domain/contact/tied-accounts.ts';
import { amountOf, moreThanOwed } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { insertPromises, type NewPromise } from '#storage/agreements/agreements.ts';
import type { App } from '#usecases/app.ts';
import { applyTransition } from '#usecases/cases/steps/apply-transition.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { rowOf } from './steps/agreement-row.ts';
import {
  leavesOthersAlone,
  type Negotiation,
  negotiableItems,
  negotiate,
} from './steps/negotiation.ts';

/** A promise as it is made on the phone; `restDueOn` dates what remains after a part now. */
export type PromiseInput = {
  readonly conversationId: string;
  readonly amount: string;
  readonly dueOn: LocalDate;
  readonly method: string;
  readonly restDueOn: LocalDate | null;
};

type Term = { readonly amount: bigint; readonly dueOn: LocalDate; readonly as: PromisedAs };

/**
 * Records a promise to pay, or a part now and a dated promise for what remains (M-126, M-127); after
 * too many broken promises money of today only, with no date for what remains. Throws
 * `authority-exceeded`, `amount-mismatch`, `beyond-accounts`, `invalid-input`, `transition-not-allowed`.
 */
export function makePromise(app: App, actor: Actor, input: PromiseInput) {
  return negotiate(app, actor, input.conversationId, async (tx, conversation, negotiation) => {
    const { file, policy, heard } = negotiation;
    leavesOthersAlone(negotiation);
    const terms = termsOf(input, negotiation);
    const itemIds = negotiableItems(file, heard && tiedIds(heard)).map(({ id }) => id);
    for (const term of terms) checkTerm(term, negotiation);
    const made = terms.map(
      (term): NewPromise => ({
        ...rowOf(app, conversation),
        amountMinor: term.amount,
        currency: file.row.currency,
        itemIds,
        dueOn: term.dueOn,
        method: input.method,
        toleranceDays: policy.promiseToleranceDays,
        toleranceMinor: policy.promiseToleranceMinor,
        madeBy: actor.userId,
      }),
    );
    await insertPromises(tx, conversation, made);
    const as = made.length > 1 ? 'part-promise' : 'promise';
    for (const promise of made) {
      await logOnCase(app, tx, conversation, actor.userId, 'promise.made', {
        conversationId: conversation.id,
        promiseId: promise.id,
        amountMinor: promise.amountMinor,
        currency: promise.currency,
        dueOn: promise.dueOn,
        method: promise.method,
        as,
      });
    }
    await applyTransition(app, tx, conversation, {
      on: 'promise-made',
      actorId: actor.userId,
      // The reason for being late was asked in this conversation, so that guard has its answer.
      known: { withinAuthority: true, reasonAsked: true },
      because: { conversationId: conversation.id, promiseId: made[0]?.id ?? null },
    });
    return { promiseIds: made.map(({ id }) => id) };
  });
}

function termsOf(input: PromiseInput, { file, facts, heard }: Negotiation): readonly Term[] {
  const amount = amountOf(input.amount, file.row.currency);
  const first = { amount, dueOn: input.dueOn };
  if (input.restDueOn === null) return [{ ...first, as: promisedAs(first, facts, file.today) }];
  if (amount >= facts.debt) {
    if (heard !== null && amount > facts.debt) throw beyondAccounts(heard);
    throw moreThanOwed(facts.debt, amount, file.row.currency);
  }
  if (input.restDueOn < input.dueOn) {
    const problems = [{ path: 'restDueOn', message: 'before-first-part' }];
    throw new Refusal('invalid-input', { problems });
  }
  const rest = { amount: facts.debt - amount, dueOn: input.restDueOn };
  return [
    { ...first, as: 'part' },
    { ...rest, as: 'rest' },
  ];
}

const aboveAuthority: ReadonlySet<PromiseProblem> = new Set([
  'date-too-far',
  'part-not-accepted',
  'debt-too-small',
  'too-many-broken-promises',
]);

function checkTerm(term: Term, { file, facts, policy, heard }: Negotiation): void {
  if (facts.isHeld) throw new Refusal('conflict', { thing: 'case', reason: 'on-hold' });
  if (heard !== null && term.amount > facts.debt) throw beyondAccounts(heard);
  const problems = promiseProblems(term, facts, policy, file.today);
  const beyond = problems.find((problem) => aboveAuthority.has(problem));
  if (beyond) throw new Refusal('authority-exceeded', { limit: beyond, asked: term.dueOn });
  if (problems.includes('amount-above-debt')) {
    throw moreThanOwed(facts.debt, term.amount, file.row.currency);
  }
  const [first] = problems;
  if (first === undefined) return;
  const path = first === 'date-past' ? 'dueOn' : 'amount';
  throw new Refusal('invalid-input', { problems: [{ path, message: first }] });
}
