import { scopeWord } from '#domain/opt-out-detection/closing.ts';
import { readOptOut, type WordsChannel } from '#domain/opt-out-detection/opt-out-request.ts';
import { wasHeard } from '#storage/messages/refusals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { applyOptOut, type Heard } from './apply-opt-out.ts';

/** Words told or noted on a case, in the caller's transaction. */
export type Received = Omit<Heard, 'debts' | 'channel'> & {
  readonly source: 'note' | 'call';
  readonly words: string;
  readonly portfolioId: string;
};

/**
 * Reads a note of an agent, or what the other side said on a call, for a wish to be left alone, and
 * does it: in force with the caller's commit.
 */
export async function detectOptOut(app: App, tx: Tx, told: Received): Promise<void> {
  const channel: WordsChannel = told.source;
  const wish = readOptOut(told.words, { channel });
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
  await applyOptOut(app, tx, { ...told, channel, debts: [] }, wish, times);
}
