import { amountOf, moreThanOwed } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { lesser } from '#kernel/money.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { setDisputed } from '#storage/cases/set-holds.ts';
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

/** Stops collection of the disputed part at once, with an owner and a date for the answer (M-109). */
export function openDispute(app: App, actor: Actor, input: DisputeInput) {
  const needs = { stage: 'open', verified: true } as const;
  return inConversation(app, actor, input.conversationId, needs, async (tx, conversation) => {
    assert(actor.userId, 'only people dispute');
    const file = await openCaseFile(app, tx, conversation);
    const parts = disputedParts(file, input);
    await setDisputed(tx, conversation.customerId, parts);
    const total = parts.reduce((sum, { minor }) => sum + minor, 0n);
    const whole = input.itemId === null && input.amount === null;
    return placeHold(app, tx, conversation, actor.userId, {
      kind: 'dispute',
      words: input.words,
      itemId: input.itemId,
      amountMinor: whole || input.amount === null ? null : total,
      details: { kind: input.kind, amount: total.toString() },
      conversationId: conversation.id,
      as: 'dispute',
    });
  });
}

function disputedParts(file: CaseFile, input: DisputeInput) {
  const items = file.row.items.filter(({ id }) => input.itemId === null || id === input.itemId);
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
    throw moreThanOwed(most, rest, file.row.currency);
  }
  return free.flatMap(({ itemId, minor }) => {
    const part = lesser(minor, rest);
    rest -= part;
    return part > 0n ? [{ itemId, minor: part }] : [];
  });
}
