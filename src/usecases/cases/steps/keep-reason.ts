import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { insertNote } from '#storage/cases/notes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

/**
 * Keeps why something was corrected as a note on the case: events hold no words. `changes` are texts
 * that were replaced, old and new.
 */
export async function keepReason(
  app: App,
  tx: Tx,
  { customerId, caseId }: { readonly customerId: string; readonly caseId: string },
  { userId }: Actor,
  why: string,
  changes: readonly (readonly [old: string | null, now: string | null])[] = [],
): Promise<string> {
  assert(userId, 'only people correct');
  const id = app.newId();
  const replaced = changes
    .filter(([old, now]) => old !== now)
    .map(([old, now]) => `${old ?? '–'} → ${now ?? '–'}`);
  const words = [why.trim(), ...replaced].join('\n');
  const owned = { id, customerId, caseId, tenantId: app.tenantId, conversationId: null };
  await insertNote(tx, {
    ...owned,
    ...{ restricted: false, words, writtenAt: now(app), writtenBy: userId },
  });
  return id;
}
