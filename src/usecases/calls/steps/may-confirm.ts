import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { pointState } from '#storage/calls/people.ts';
import { wrongNumberFacts } from '#storage/contact-log/contact-facts.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import type { Tx } from '#usecases/app.ts';

/**
 * Whether a point may be called right (again) in a conversation: once the right person is verified
 * there, and a number marked as somebody else's only over another number, or by a supervisor; with a
 * reason when an earlier mark is undone. Throws `not-found`, `not-verified`, `not-allowed`,
 * `step-missing`.
 */
export async function checkMayConfirm(
  tx: Tx,
  actor: Actor,
  conversation: ConversationRow,
  { contactPointId, why }: { readonly contactPointId: string; readonly why: string | null },
): Promise<void> {
  const { customerId } = conversation;
  const before = await pointState(tx, customerId, contactPointId);
  if (before === undefined) {
    throw new Refusal('not-found', { thing: 'contact-point', id: contactPointId });
  }
  const people = await groupOf(tx, customerId);
  const told = await wrongNumberFacts(tx, people, contactPointId);
  const isWrong = before === 'wrong_person' || told.length > 0;
  const isUndone = isWrong || before === 'disconnected' || before === 'moved';
  if (isUndone && !why?.trim()) throw new Refusal('step-missing', { needs: 'reason' });
  if (may(actor, 'contact.override', conversation.portfolio.id)) return;
  if (conversation.verifiedAt === null) {
    throw new Refusal('not-verified', { conversationId: conversation.id });
  }
  // Whoever answers a stranger's number may know the customer's answers.
  if (isWrong && conversation.contactPointId === contactPointId) {
    throw new Refusal('step-missing', { needs: 'other-number-or-supervisor' });
  }
}
