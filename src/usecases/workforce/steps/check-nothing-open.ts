import { Refusal } from '#kernel/refusal.ts';
import { ownConversations } from '#storage/cases/own-conversations.ts';
import type { Db } from '#usecases/app.ts';

/** Throws `step-missing` while the user has a conversation that is not finished, save on `exceptCaseId`. */
export async function checkNothingOpen(
  db: Db,
  userId: string,
  exceptCaseId?: string,
): Promise<void> {
  const open = await ownConversations(db, userId);
  if (open.some(({ caseId }) => caseId !== exceptCaseId)) {
    throw new Refusal('step-missing', { needs: 'finish-conversation' });
  }
}
