import { keptParts, setDisputed } from '#storage/cases/set-holds.ts';
import type { App, Tx } from '#usecases/app.ts';
import { openCaseFile } from './case-file.ts';

/** Keeps out of collection what a hold on an account or on all covers and nobody disputes yet. */
export async function disputeItems(
  app: App,
  tx: Tx,
  customerId: string,
  caseId: string,
  accountId: string | null,
) {
  const { row } = await openCaseFile(app, tx, { customerId, caseId });
  const parts = row.items
    .filter((item) => accountId === null || item.accountId === accountId)
    .map(({ id, balance, disputed }) => ({ itemId: id, minor: BigInt(balance) - BigInt(disputed) }))
    .filter(({ minor }) => minor > 0n);
  await setDisputed(tx, customerId, parts);
  return { parts: keptParts(parts) };
}
