import type { AgreementPolicy, Authority } from '#domain/agreements/authority.ts';
import type { LadderFacts } from '#domain/agreements/ladder.ts';
import { promiseLimit } from '#domain/agreements/promise.ts';
import { type HoldKind, standingHolds } from '#domain/cases/holds.ts';
import { type Actor, roleOn } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { agreementHistory } from '#storage/agreements/agreements.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import type { App, Tx } from '#usecases/app.ts';
import { inConversation } from '#usecases/calls/steps/in-conversation.ts';
import { type CaseFile, openCaseFile } from '#usecases/cases/steps/case-file.ts';

/**
 * What every agreement is made from: the case, what may be agreed on, and how far this person goes.
 */
export type Negotiation = {
  readonly file: CaseFile;
  readonly facts: LadderFacts;
  readonly policy: AgreementPolicy;
  readonly own: Authority;
  readonly approver: Authority;
};

/** Holds under which nothing is agreed: somebody else must be talked to, or the law forbids it. */
const silencing: ReadonlySet<HoldKind> = new Set([
  'deceased',
  'insolvent',
  'identity',
  'coerced-debt',
  'error',
  'represented',
]);

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
    return work(tx, conversation, await negotiationOf(tx, actor, file));
  });
}

async function negotiationOf(tx: Tx, actor: Actor, file: CaseFile): Promise<Negotiation> {
  const policy = file.policy.agreements;
  const history = await agreementHistory(tx, file.ref);
  const role = roleOn(actor, file.row.portfolio.id);
  const facts: LadderFacts = {
    debt: negotiableMinor(file),
    role,
    promiseLimit: promiseLimit(
      history.promises.map(({ state, dueOn }) => ({ state: state as 'broken', dueOn })),
      policy,
      file.today,
    ),
    brokenPlans: history.brokenPlans,
    isHeld: standingHolds(file.holds).some(({ kind }) => silencing.has(kind)),
    affordableMonthly: null,
  };
  const own = policy.authority[role];
  return { file, facts, policy, own, approver: policy.authority[policy.approver] };
}

/** What a new agreement may cover: overdue and not disputed. It takes the place of older ones. */
function negotiableMinor(file: CaseFile): bigint {
  return file.row.items
    .filter(({ overdue }) => overdue)
    .map(({ balance, disputed }) => BigInt(balance) - BigInt(disputed))
    .reduce((sum, open) => sum + (open > 0n ? open : 0n), 0n);
}
