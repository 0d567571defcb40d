import type { AgreementPolicy, Authority } from '#domain/agreements/authority.ts';
import type { LadderFacts } from '#domain/agreements/ladder.ts';
import { promiseLimit } from '#domain/agreements/promise.ts';
import { askingStopped, type HoldKind } from '#domain/cases/holds.ts';
import { type AccountHeard, beyondAccounts, tiedIds } from '#domain/contact/tied-accounts.ts';
import { type Actor, roleOn } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { agreementHistory } from '#storage/agreements/agreements.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { accountsHeard } from '#storage/cases/accounts-heard.ts';
import type { App, Tx } from '#usecases/app.ts';
import { inConversation } from '#usecases/calls/steps/in-conversation.ts';
import { type CaseFile, openCaseFile, overdueOf } from '#usecases/cases/steps/case-file.ts';

/**
 * What every agreement is made from: the case, what may be agreed on, and how far this person goes.
 */
export type Negotiation = {
  readonly file: CaseFile;
  readonly facts: LadderFacts;
  readonly policy: AgreementPolicy;
  readonly own: Authority;
  readonly approver: Authority;
  /** The accounts where somebody is on the line who is tied to some of them; null: all. */
  readonly heard: readonly AccountHeard[] | null;
};

/** Holds under which nothing is agreed: somebody else must be talked to, or the law forbids it. */
const silencing: ReadonlySet<HoldKind> = new Set([
  'deceased',
  'insolvent',
  'identity',
  'coerced-debt',
  'error',
  'not-transferred',
  'represented',
]);

/** States of promises and plans that a new agreement ends. */
const standing: ReadonlySet<string> = new Set(['open', 'proposed', 'approved', 'active', 'late']);

/**
 * Does something with the negotiation of a conversation of the actor: after verification and once the
 * reason for being late is known (M-123). Throws `step-missing` with `late-reason` before that.
 */
export function negotiate<T>(
  app: App,
  actor: Actor,
  conversationId: string,
  work: (tx: Tx, conversation: ConversationRow, negotiation: Negotiation) => Promise<T>,
): Promise<T> {
  const needs = { stage: 'open', verified: true } as const;
  return inConversation(app, actor, conversationId, needs, async (tx, conversation) => {
    if (conversation.lateReason === null)
      throw new Refusal('step-missing', { needs: 'late-reason' });
    const file = await openCaseFile(app, tx, conversation);
    const heard = await accountsHeard(tx, conversation);
    return work(tx, conversation, await negotiationOf(tx, actor, file, heard));
  });
}

async function negotiationOf(
  tx: Tx,
  actor: Actor,
  file: CaseFile,
  heard: Negotiation['heard'],
): Promise<Negotiation> {
  const policy = file.policy.agreements;
  const history = await agreementHistory(tx, file.ref.customerId);
  const role = roleOn(actor, file.row.portfolio.id);
  const facts: LadderFacts = {
    debt: negotiableMinor(file, heard && tiedIds(heard)),
    role,
    promiseLimit: promiseLimit(
      history.promises.map(({ state, dueOn }) => ({ state: state as 'broken', dueOn })),
      policy,
      file.today,
    ),
    brokenPlans: history.brokenPlans,
    isHeld: isSilenced(file),
    affordableMonthly: null,
  };
  const own = policy.authority[role];
  return { file, facts, policy, own, approver: policy.authority[policy.approver], heard };
}

/** Whether a hold stands that forbids to ask for money. */
export function isSilenced({ row, holds }: CaseFile): boolean {
  const silent = holds.filter(({ kind }) => silencing.has(kind));
  return askingStopped(overdueOf(row), silent).length > 0;
}

/**
 * Throws `beyond-accounts` when somebody who is tied to some accounts would take the place of what was
 * agreed on all of them.
 */
export function leavesOthersAlone({ file, heard }: Negotiation): void {
  const { promises, plans } = file.row;
  const stands = [...promises, ...plans].some(({ state }) => standing.has(state));
  if (heard !== null && stands) throw beyondAccounts(heard);
}

/** What a new agreement may cover, in minor units. It takes the place of older ones. */
export function negotiableMinor(file: CaseFile, only: readonly string[] | null): bigint {
  return negotiableItems(file, only).reduce((sum, { open }) => sum + open, 0n);
}

/** The items of that: overdue, not held and not all disputed, of `only` these accounts. */
export function negotiableItems(
  file: CaseFile,
  only: readonly string[] | null,
): readonly { readonly id: string; readonly open: bigint }[] {
  return file.row.items
    .filter(({ overdue, accountId }) => overdue && (only === null || only.includes(accountId)))
    .filter(({ id }) => !file.heldItems.has(id))
    .map(({ id, balance, disputed }) => ({ id, open: BigInt(balance) - BigInt(disputed) }))
    .filter(({ open }) => open > 0n);
}
