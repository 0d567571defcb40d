import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockEntry, type OpenEntry } from '#storage/intake/bank-entries.ts';
import { allow, type Tx } from '#usecases/app.ts';

/** An entry that is not decided yet, under its row lock. Throws `not-found`, `already-done`. */
export async function openEntry(tx: Tx, actor: Actor, id: string): Promise<OpenEntry> {
  const entry = await lockEntry(tx, id);
  if (!entry) throw new Refusal('not-found', { thing: 'entry', id });
  allow(actor, 'entry.resolve', entry.portfolioId);
  if (entry.state === 'matched' || entry.state === 'left_out')
    throw new Refusal('already-done', { thing: 'entry', id });
  return entry;
}
