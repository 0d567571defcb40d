import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { listedApprovals } from '#storage/approvals/approvals.ts';
import { hotStatement, runOn } from '#storage/hot-path.ts';
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
    where tenant_id = :tenantId::uuid
    order by rule_id, switched_at desc, id desc
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

/** What a request to switch a rule holds, as it is kept. */
export type SwitchAsked = {
  readonly rule: string;
  readonly pack: string;
  readonly turn: 'on' | 'off';
  readonly sourceRead: string | null;
};

/** Requests to switch a rule, those without an answer first, then the newest. */
export async function ruleSwitches(
  db: Kysely<DB>,
  tenantId: string,
  at: Instant,
): Promise<readonly RuleSwitch[]> {
  const everyone = { userId: null, reach: [{ kind: 'rule', portfolioIds: null }] } as const;
  const listed = await listedApprovals(db, tenantId, everyone, at, ['rule']);
  return listed.map((one) => {
    const { rule, pack, turn, sourceRead } = one.about as SwitchAsked;
    return {
      ...{ id: one.id, ruleId: rule, packId: pack, turn, reason: one.reason, sourceRead },
      ...{ proposedById: one.askedBy, proposedBy: one.askedByName, proposedAt: one.askedAt },
      ...{ answeredBy: one.decidedBy, answeredAt: one.decidedAt },
      confirmed: one.state === 'waiting' ? null : one.state === 'approved',
    };
  });
}

/** Puts an approved switch in force, under the id of its approval. */
export async function insertSwitch(
  tx: Kysely<DB>,
  turned: {
    readonly id: string;
    readonly tenantId: string;
    readonly ruleId: string;
    readonly turn: 'on' | 'off';
    readonly switchedAt: Instant;
  },
): Promise<void> {
  await tx.insertInto('ruleSwitches').values(turned).execute();
}
