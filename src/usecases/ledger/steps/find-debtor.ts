import { Refusal } from '#kernel/refusal.ts';
import { accountOfItem, oldestAccount } from '#storage/ledger/accounts.ts';
import { targetOf } from '#storage/ledger/ledger.ts';
import type { App, Db } from '#usecases/app.ts';

/** Whose debt a reference names, down to the account, and the item when it names one. */
export type Debtor = {
  readonly customerId: string;
  readonly accountId: string;
  readonly itemId: string | null;
};

/** References of the client as people type them; the first that is given counts. */
export type DebtorReference = {
  readonly portfolioId: string;
  readonly itemReference: string | null;
  readonly accountReference: string | null;
  readonly customerReference: string | null;
};

/**
 * The debtor of an item, account or customer reference. A customer's money goes to the account with
 * the oldest open item. Throws `not-found`, or `invalid-input` when no reference is given.
 */
export async function findDebtor(app: App, db: Db, named: DebtorReference): Promise<Debtor> {
  const place = { tenantId: app.tenantId, portfolioId: named.portfolioId };
  const { itemReference, accountReference, customerReference } = named;
  if (itemReference) {
    const item = await targetOf(db, place, 'item', itemReference);
    const accountId = item && (await accountOfItem(db, item.customerId, item.targetId));
    if (!item || !accountId) throw new Refusal('not-found', { thing: 'item', id: itemReference });
    return { customerId: item.customerId, accountId, itemId: item.targetId };
  }
  if (accountReference) {
    const account = await targetOf(db, place, 'account', accountReference);
    if (!account) throw new Refusal('not-found', { thing: 'account', id: accountReference });
    return { customerId: account.customerId, accountId: account.targetId, itemId: null };
  }
  if (!customerReference) throw new Refusal('step-missing', { needs: 'reference' });
  const customer = await targetOf(db, place, 'customer', customerReference);
  const accountId = customer && (await oldestAccount(db, customer.customerId, named.portfolioId));
  if (!customer || !accountId) {
    throw new Refusal('not-found', { thing: 'customer', id: customerReference });
  }
  return { customerId: customer.customerId, accountId, itemId: null };
}
