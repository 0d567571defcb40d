import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { insertNote } from '#storage/cases/notes.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { caseInView } from '#usecases/cases/steps/case-access.ts';
import { detectOptOut } from '#usecases/messages/steps/detect-opt-out.ts';
import { sealedWords } from '#usecases/privacy/steps/sealed-words.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** Adds a note; a restricted one needs the right to read it again. */
export async function writeNote(
  app: App,
  actor: Actor,
  input: { caseId: string; words: string; restricted: boolean },
) {
  const ref = await caseInView(app, actor, input.caseId);
  if (input.restricted) allow(actor, 'note.restricted', ref.portfolioId);
  await app.db.transaction().execute(async (tx) => {
    assert(actor.userId, 'only people write notes');
    const noteId = app.newId();
    await insertNote(tx, {
      id: noteId,
      customerId: ref.customerId,
      tenantId: app.tenantId,
      caseId: ref.caseId,
      conversationId: null,
      restricted: input.restricted,
      words: input.restricted ? sealedWords(app, ref.customerId, input.words) : input.words,
      writtenAt: now(app),
      writtenBy: actor.userId,
    });
    await detectOptOut(app, tx, {
      ...ref,
      ...{ source: 'note', sourceId: noteId, words: input.words, recordedBy: actor.userId },
      ...{ contactPointId: null, conversationId: null },
    });
    const place = { ...ref, portfolio: { id: ref.portfolioId } };
    await logOnCase(app, tx, place, actor.userId, 'note.written', { noteId, conversationId: null });
  });
  return { done: true as const };
}
