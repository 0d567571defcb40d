import { event } from '#domain/events/event.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { may } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { isHandedTo } from '#storage/cases/for-specialists.ts';
import { insertNote } from '#storage/cases/notes.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { assignCase } from '#storage/desk/work-queue.ts';
import { append } from '#storage/event-log.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { userById } from '#storage/workforce/users.ts';
import { type App, allow, now } from '#usecases/app.ts';

/**
 * Gives a case to a person who works that portfolio, or back to the agents' pool; why becomes a note
 * on the case, since logs hold no free words. Throws `not-found`,
 * `not-allowed`, or `conflict` for a closed case or a person who may not work it.
 */
export async function moveCase(
  app: App,
  actor: Actor,
  input: { readonly caseId: string; readonly toUserId: string | null; readonly why: string },
): Promise<{ readonly done: true }> {
  const ref = await caseRefOf(app.db, input.caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  allow(actor, 'case.move', ref.portfolioId);
  if (input.toUserId) {
    const user = await userById(app.db, input.toUserId);
    if (!user?.active) throw new Refusal('not-found', { thing: 'user', id: input.toUserId });
    const able: Actor = { kind: 'user', userId: user.id, name: user.name, roles: user.roles };
    if (!may(able, 'case.work', ref.portfolioId)) {
      throw new Refusal('conflict', { thing: 'user', reason: 'may-not-work-this-portfolio' });
    }
    if (!(await isHandedTo(app.db, ref, user.id))) {
      throw new Refusal('conflict', { thing: 'user', reason: 'not-a-specialist' });
    }
  }
  await inRetriedTransaction(app.db, async (tx) => {
    const at = now(app);
    if (!(await assignCase(tx, ref, input.toUserId))) {
      throw new Refusal('conflict', { thing: 'case', reason: 'closed' });
    }
    assert(actor.userId, 'only people move cases');
    const noteId = app.newId();
    await insertNote(tx, {
      id: noteId,
      customerId: ref.customerId,
      tenantId: app.tenantId,
      caseId: ref.caseId,
      conversationId: null,
      restricted: false,
      words: input.why,
      writtenAt: at,
      writtenBy: actor.userId,
    });
    await append(tx, [
      event(
        'case.assigned',
        {
          id: app.newId(),
          tenantId: app.tenantId,
          portfolioId: ref.portfolioId,
          customerId: ref.customerId,
          caseId: ref.caseId,
          occurredAt: at,
          recordedAt: at,
          actorId: actor.userId,
        },
        { toUserId: input.toUserId, noteId },
      ),
    ]);
  });
  return { done: true };
}
