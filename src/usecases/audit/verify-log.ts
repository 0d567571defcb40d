import type { Anchor } from '#ports/anchors.ts';
import { verifyUserChains } from '#storage/account/user-chain.ts';
import { verifyChains } from '#storage/append-many.ts';
import { type RecordCounts, recordCounts } from '#storage/audit/record-counts.ts';
import {
  type BrokenBlock,
  type BrokenRow,
  verifyBlocks,
  verifyRows,
} from '#storage/audit/verify-seals.ts';
import { verifyDecisions } from '#storage/gate/gate.ts';
import type { Db } from '#usecases/app.ts';

/** What a check of the record found. */
export type LogVerdict = RecordCounts & {
  /** Cases whose events do not follow from each other; `seq` null: the last one is missing. */
  readonly brokenCases: readonly { readonly caseId: string; readonly seq: string | null }[];
  /** Users whose events (sign-ins, roles, passwords) do not follow from each other. */
  readonly brokenUsers: readonly { readonly userId: string; readonly seq: string | null }[];
  readonly brokenPeople: readonly {
    readonly customerId: string;
    readonly decisionId: string | null;
  }[];
  /** Blocks of seals, and those whose link or whose rows are not what they hold. */
  readonly blocks: number;
  readonly brokenBlocks: readonly BrokenBlock[];
  /** Rows beside the log (notes, words spoken, money) that are not as they were sealed. */
  readonly brokenRows: readonly BrokenRow[];
  /** Ends of the chain of seals that were kept outside, and those that this record does not have. */
  readonly anchors: number;
  readonly brokenAnchors: readonly Anchor[];
};

/** How much of a record does not hold. */
export function breaksIn(verdict: LogVerdict): number {
  const { brokenCases, brokenPeople, brokenUsers, brokenBlocks, brokenRows, brokenAnchors } =
    verdict;
  const all = [brokenCases, brokenPeople, brokenUsers, brokenBlocks, brokenRows, brokenAnchors];
  return all.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Computes every chain of events and of decisions anew from the stored rows, compares the rows beside
 * them with their seals, and the seals with the ends that were kept outside.
 */
export async function verifyLog(db: Db, anchors: readonly Anchor[] = []): Promise<LogVerdict> {
  const counts = await recordCounts(db);
  const cases = await verifyChains(db);
  // One look: what is sealed meanwhile is of rows that were not looked at.
  const { seals, brokenRows } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const found = await verifyBlocks(tx);
      return { seals: found, brokenRows: await verifyRows(tx, found.upto) };
    });
  return {
    ...counts,
    blocks: seals.blocks,
    brokenBlocks: seals.broken,
    brokenRows,
    anchors: anchors.length,
    brokenAnchors: anchors.filter(({ block, hash }) => seals.hashes.get(block) !== hash),
    brokenCases: cases.map(({ caseId, seq }) => ({ caseId, seq: seq?.toString() ?? null })),
    brokenUsers: (await verifyUserChains(db)).map(({ userId, seq }) => ({
      userId,
      seq: seq?.toString() ?? null,
    })),
    brokenPeople: await verifyDecisions(db),
  };
}
