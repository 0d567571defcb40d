import { type AccountHeard, beyondAccounts } from '#domain/contact/tied-accounts.ts';
import { amountOf, moreThanOwed } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { lesser } from '#kernel/money.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { accountsHeard } from '#storage/cases/accounts-heard.ts';
import { keptParts, setDisputed } from '#storage/cases/set-holds.ts';
import type { App } from '#usecases/app.ts';
import { type CaseFile, openCaseFile } from '#usecases/cases/steps/case-file.ts';
import { placeHold } from '#usecases/cases/steps/place-hold.ts';
import { inConversation } from './steps/in-conversation.ts';

/** What the person says is wrong. Without an item the whole debt is meant, or `amount` of it. */
export type DisputeInput = {
  readonly conversationId: string;
  readonly itemId: string | null;
  readonly amount: string | null;
  readonly kind: string;
  readonly words: string;
};

/**
 * Stops collection of the disputed part at once, with an owner and a date for the answer (M-109). Somebody
 * who is tied to some accounts disputes these; throws `beyond-accounts` for more.
 */
export function openDispute(app: App, actor: Actor, input: DisputeInput) {
  const needs = { stage: 'open', verified: true } as const;
  return inConversation(app, actor, input.conversationId, needs, async (tx, conversation) => {
    assert(actor.userId, 'only people dispute');
    const file = await openCaseFile(app, tx, conversation);
    const heard = await accountsHeard(tx, conversation);
    const parts = disputedParts(file, input, heard);
    await setDisputed(tx, conversation.customerId, parts);
    const total = parts.reduce((sum, { minor }) => sum + minor, 0n);
    const unlimited = input.amount === null && heard === null;
    return placeHold(app, tx, conversation, actor.userId, {
      kind: 'dispute',
      words: input.words,
      itemId: input.itemId,
      amountMinor: unlimited ? null : total,
      details: { kind: input.kind, amount: total.toString(), parts: keptParts(parts) },
      conversationId: conversation.id,
      as: 'dispute',
    });
  });
}

function disputedParts(file: CaseFile, input: DisputeInput, heard: readonly AccountHeard[] | null) {
  const meant = file.row.items.filter(({ id }) => input.itemId === null || id === input.itemId);
  const items = meant.filter(({ accountId }) => heard === null || isTied(heard, accountId));
  if (heard !== null && items.length < meant.length && (input.itemId !== null || !items.length))
    throw beyondAccounts(heard);
  if (items.length === 0) {
    throw new Refusal('not-found', { thing: 'item', id: input.itemId ?? 'any' });
  }
  const free = items.map(({ id, balance, disputed }) => ({
    itemId: id,
    minor: BigInt(balance) - BigInt(disputed),
  }));
  const most = free.reduce((sum, { minor }) => sum + minor, 0n);
  let rest = input.amount === null ? most : amountOf(input.amount, file.row.currency);
  if (rest > most) {
    if (heard !== null) throw beyondAccounts(heard);
    throw moreThanOwed(most, rest, file.row.currency);
  }
  return free.flatMap(({ itemId, minor }) => {
    const part = lesser(minor, rest);
    rest -= part;
    return part > 0n ? [{ itemId, minor: part }] : [];
  });
}

const isTied = (heard: readonly AccountHeard[], accountId: string | null) =>
  heard.some(({ id, tied }) => tied && id === accountId);
