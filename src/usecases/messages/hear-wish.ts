import { scopeWord } from '#domain/opt-out-detection/closing.ts';
import { readWish, type WordsChannel } from '#domain/opt-out-detection/wish.ts';
import { wasHeard } from '#storage/messages/refusals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
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
