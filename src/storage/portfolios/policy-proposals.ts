import { type Kysely, sql } from 'kysely';
import type { SettingChange } from '#domain/policy/settings-checks.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** How a proposed change of a policy ended. */
export type ProposalOutcome = 'confirmed' | 'rejected' | 'withdrawn';

/** A proposed change of a policy, and its answer. */
export type PolicyProposal = {
  readonly id: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly changes: readonly SettingChange[];
  readonly reason: string;
  readonly proposedById: string;
  readonly proposedBy: string | null;
  readonly proposedAt: Instant;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  /** Null while it waits. */
  readonly outcome: ProposalOutcome | null;
};

/** Proposals that one list shows. */
const historyLimit = 200;

/** Proposals of some portfolios, or of all when null: those that wait first, then the newest. */
export async function policyProposals(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: readonly string[] | null,
): Promise<readonly PolicyProposal[]> {
  const { rows } = await sql<PolicyProposal>`
    select s.id, s.portfolio_id, f.name as portfolio_name, s.changes, s.reason,
      s.proposed_by as proposed_by_id,
      ${nameAt('s.proposed_by', 's.proposed_at')} as proposed_by, s.proposed_at,
      ${nameAt('s.answered_by', 's.answered_at')} as answered_by, s.answered_at, s.outcome
    from policy_proposals s
    join portfolios f on f.id = s.portfolio_id
    where s.tenant_id = ${tenantId}::uuid
      and (${portfolioIds}::uuid[] is null or s.portfolio_id = any(${portfolioIds}::uuid[]))
    order by s.answered_at is not null, s.answered_at desc, s.proposed_at desc, s.id desc
    limit ${historyLimit}
  `.execute(db);
  return rows;
}

/** Keeps a proposal. False when another one of the portfolio waits for its answer already. */
export async function insertProposal(
  tx: Kysely<DB>,
  proposal: {
    readonly id: string;
    readonly tenantId: string;
    readonly portfolioId: string;
    readonly changes: readonly SettingChange[];
    readonly reason: string;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  },
): Promise<boolean> {
  const found = await tx
    .insertInto('policyProposals')
    .values({ ...proposal, changes: JSON.stringify(proposal.changes) })
    .onConflict((conflict) =>
      conflict.column('portfolioId').where('answeredAt', 'is', null).doNothing(),
    )
    .returning('id')
    .execute();
  return found.length === 1;
}

/** The portfolio of a proposal, or undefined. */
export async function portfolioOfProposal(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('policyProposals')
    .select('portfolioId')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.portfolioId;
}

/** What a proposal that waits would change, and who proposed it; undefined when it was answered. */
export async function waitingProposal(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<(Pick<PolicyProposal, 'changes'> & { readonly proposedBy: string }) | undefined> {
  const found = await db
    .selectFrom('policyProposals')
    .select(['changes', 'proposedBy'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return found && { ...found, changes: found.changes as unknown as readonly SettingChange[] };
}

/** A proposal under its row lock. Throws when there is none. */
export async function lockProposal(tx: Kysely<DB>, tenantId: string, id: string) {
  const found = await tx
    .selectFrom('policyProposals')
    .select(['changes', 'reason', 'proposedBy', 'answeredAt'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...found, changes: found.changes as unknown as readonly SettingChange[] };
}

/** Writes the answer to a proposal. */
export async function answerProposal(
  tx: Kysely<DB>,
  id: string,
  answer: {
    readonly answeredBy: string;
    readonly answeredAt: Instant;
    readonly outcome: ProposalOutcome;
  },
): Promise<void> {
  await tx.updateTable('policyProposals').set(answer).where('id', '=', id).execute();
}
