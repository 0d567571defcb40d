import { scopeWord } from '#domain/compliance/wording/closing.ts';
import { readWish, type WordsChannel } from '#domain/compliance/wording/wish.ts';
import { wasHeard } from '#storage/refusals.ts';
import { type App, now, type Tx } from '../app.ts';
import { type Heard, obeyWish } from './obey-wish.ts';

/** Words told or noted on a case, in the caller's transaction. */
export type Told = Omit<Heard, 'debts' | 'channel'> & {
  readonly source: 'note' | 'call';
  readonly words: string;
  readonly portfolioId: string;
};

/**
 * Reads a note of an agent, or what the other side said on a call, for a wish to be left alone, and
 * does it: in force with the caller's commit.
 */
export async function hearWish(app: App, tx: Tx, told: Told): Promise<void> {
  const channel: WordsChannel = told.source;
  const wish = readWish(told.words, { channel });
  // A dispute or an attorney has its own tool at the desk; here only wishes are heard.
  if (wish.kind !== 'opt_out') return;
  const { customerId, conversationId, source } = told;
  const scope = scopeWord(wish);
  const repeated =
    source === 'call' &&
    conversationId !== null &&
    scope !== null &&
    (await wasHeard(tx, customerId, conversationId, scope));
  if (repeated) return;
  const at = now(app);
  const times = { occurredAt: at, receivedAt: at, recordedAt: at };
  await obeyWish(app, tx, { ...told, channel, debts: [] }, wish, times);
}
