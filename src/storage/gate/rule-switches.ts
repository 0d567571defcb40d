import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { hotStatement, runOn } from '#storage/hot-path.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/**
 * A proposal to confirm a rule of unread source or to switch it off, or to open or shut a channel
 * without a rule, and its answer.
 */
export type RuleSwitch = {
  readonly id: string;
  readonly ruleId: string;
  readonly packId: string;
  readonly turn: 'on' | 'off';
  readonly reason: string;
  /** What was read to know the rule: a text, a page, a date. */
  readonly sourceRead: string | null;
  readonly proposedById: string;
  readonly proposedBy: string | null;
  readonly proposedAt: Instant;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  /** Null while nobody has answered. */
  readonly confirmed: boolean | null;
};

/** Switches that one list shows. */
const historyLimit = 500;

/** What two people have said of rules of unread source and of channels without a rule. */
export type SwitchedRules = {
  /** Read and confirmed: `policy.confirmed_rules`. */
  readonly confirmedRules: readonly string[];
  /** Read and found not to be the law, or shut again: `policy.silenced_rules`. */
  readonly silencedRules: readonly string[];
};

const lastTurned = (turn: 'on' | 'off') => `array(
  select rule_id from (
    select distinct on (rule_id) rule_id, turn from rule_switches
    where tenant_id = :tenantId::uuid and confirmed
    order by rule_id, answered_at desc, id desc
  ) last where turn = '${turn}' order by rule_id)`;

/** Both as columns. For a statement with `:tenantId`. */
export const switchedColumns = `${lastTurned('on')} as "confirmedRules",
  ${lastTurned('off')} as "silencedRules"`;

const switchedStatement = hotStatement<SwitchedRules>(
  'switched-rules',
  `select ${switchedColumns}`,
);

/** The same, asked by itself. */
export async function switchedRules(db: Kysely<DB>, tenantId: string): Promise<SwitchedRules> {
  const [row] = await runOn(db)(switchedStatement, { tenantId });
  return row ?? { confirmedRules: [], silencedRules: [] };
}

/** Proposals, those without an answer first, then the newest. */
export async function ruleSwitches(
  db: Kysely<DB>,
  tenantId: string,
): Promise<readonly RuleSwitch[]> {
  const { rows } = await sql<RuleSwitch>`
    select s.id, s.rule_id, s.pack_id, s.turn, s.reason, s.source_read,
      s.proposed_by as proposed_by_id,
      ${nameAt('s.proposed_by', 's.proposed_at')} as proposed_by, s.proposed_at,
      ${nameAt('s.answered_by', 's.answered_at')} as answered_by, s.answered_at, s.confirmed
    from rule_switches s
    where s.tenant_id = ${tenantId}::uuid
    order by s.answered_at is not null, s.answered_at desc, s.proposed_at desc, s.id desc
    limit ${historyLimit}
  `.execute(db);
  return rows;
}

/** Writes a proposal. False when one for the rule waits for its answer already. */
export async function insertSwitch(
  tx: Kysely<DB>,
  proposal: {
    readonly id: string;
    readonly tenantId: string;
    readonly ruleId: string;
    readonly packId: string;
    readonly turn: 'on' | 'off';
    readonly reason: string;
    readonly sourceRead: string | null;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  },
): Promise<boolean> {
  const found = await tx
    .insertInto('ruleSwitches')
    .values(proposal)
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'ruleId']).where('answeredAt', 'is', null).doNothing(),
    )
    .returning('id')
    .execute();
  return found.length === 1;
}

/** A proposal under its row lock, or undefined. */
export async function lockSwitch(tx: Kysely<DB>, tenantId: string, id: string) {
  return tx
    .selectFrom('ruleSwitches')
    .select(['ruleId', 'packId', 'turn', 'proposedBy', 'answeredAt'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes the answer to a proposal. */
export async function answerSwitch(
  tx: Kysely<DB>,
  id: string,
  answer: {
    readonly answeredBy: string;
    readonly answeredAt: Instant;
    readonly confirmed: boolean;
  },
): Promise<void> {
  await tx.updateTable('ruleSwitches').set(answer).where('id', '=', id).execute();
}
