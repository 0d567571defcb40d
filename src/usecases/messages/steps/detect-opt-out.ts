import { scopeWord } from '#domain/opt-out-detection/closing.ts';
import { readOptOut, type WordsChannel } from '#domain/opt-out-detection/opt-out-request.ts';
import { isOptOutOnRecord } from '#storage/messages/refusals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { applyOptOut, type OptOutSource } from './apply-opt-out.ts';

/** What was said on a call or noted by an agent, in the caller's transaction. */
export type SpokenOrNoted = Omit<OptOutSource, 'debts' | 'channel'> & {
  readonly source: 'note' | 'call';
  readonly words: string;
  readonly portfolioId: string;
};

/**
 * Looks for an opt-out request in a note of an agent, or in what the other side said on a call, and
 * applies it: in force with the caller's commit.
 */
export async function detectOptOut(app: App, tx: Tx, given: SpokenOrNoted): Promise<void> {
  const channel: WordsChannel = given.source;
  const request = readOptOut(given.words, { channel });
  // A dispute or an attorney has its own tool at the desk; only opt-outs are read here, and danger to life.
  const isDanger = request.also.includes('danger');
  if (request.kind !== 'opt_out' && !isDanger) return;
  const { customerId, conversationId, source } = given;
  const scope = scopeWord(request);
  const repeated =
    source === 'call' &&
    conversationId !== null &&
    scope !== null &&
    (await isOptOutOnRecord(tx, customerId, conversationId, scope));
  if (repeated && !isDanger) return;
  const at = now(app);
  const times = { occurredAt: at, receivedAt: at, recordedAt: at };
  await applyOptOut(app, tx, { ...given, channel, debts: [] }, request, times);
}
