import type { Actor } from '#domain/workforce/rights.ts';
import { may } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { caseClock, setOwner } from '#storage/cases-notes.ts';
import { caseRefOf } from '#storage/cases-read-file.ts';
import { changeConversation, conversationById } from '#storage/conversations.ts';
import { leaseCase } from '#storage/desk.ts';
import { userById } from '#storage/users.ts';
import { type App, allow, now } from '../app.ts';
import { checkNothingOpen } from '../contact/check-nothing-open.ts';
import { logOnCase } from '../contact/in-conversation.ts';
import { enterState } from './enter-state.ts';

const talkLeaseMs = 4 * 3_600_000;

/**
 * The supervisor becomes the one who talks, with the case and all that was said (M-130). The agent
 * stays in the conversation and sees it.
 */
export async function takeOver(app: App, actor: Actor, input: { conversationId: string }) {
  const { conversationId } = input;
  const userId = actor.userId;
  assert(userId, 'only people take over');
  return app.db.transaction().execute(async (tx) => {
    const talk = await conversationById(tx, conversationId, true);
    if (!talk) throw new Refusal('not-found', { thing: 'conversation', id: conversationId });
    allow(actor, 'floor.act', talk.portfolio.id);
    if (talk.endedAt !== null) {
      throw new Refusal('already-done', { thing: 'conversation', id: conversationId });
    }
    if (talk.supervisorId !== null && talk.supervisorId !== userId) {
      throw new Refusal('taken-by-another', { thing: 'conversation', by: 'supervisor' });
    }
    await checkNothingOpen(tx, userId, talk.caseId);
    const change = talk.userId === null ? { userId } : { supervisorId: userId };
    await changeConversation(tx, talk, change);
    const { customerId, caseId } = talk;
    if (talk.userId === null) {
      const until = instantOf(app.clock() + talkLeaseMs);
      await leaseCase(tx, { customerId, caseId, userId, at: now(app), until });
    }
    await enterState(app, tx, userId, 'contact', { caseId });
    await logOnCase(app, tx, talk, userId, 'floor.taken-over', { conversationId });
    if (talk.userId === null && talk.attemptId) app.telephony.answer(talk.attemptId);
    return { caseId };
  });
}

/** Gives a case to a person or back to the pool, with a reason. */
export async function moveCase(
  app: App,
  actor: Actor,
  input: { caseId: string; toUserId: string | null; why: string },
) {
  const { caseId, toUserId, why } = input;
  await app.db.transaction().execute(async (tx) => {
    const ref = await caseRefOf(tx, caseId);
    if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
    allow(actor, 'case.move', ref.portfolioId);
    if (toUserId !== null) {
      const to = await userById(tx, toUserId);
      const able =
        to?.active &&
        may({ userId: to.id, name: to.name, roles: to.roles }, 'case.work', ref.portfolioId);
      if (!able) throw new Refusal('not-found', { thing: 'agent', id: toUserId });
    }
    const { nextAction } = await caseClock(tx, ref);
    if (nextAction === null) throw new Refusal('already-done', { thing: 'case', id: caseId });
    const calls = nextAction === 'call' || nextAction === 'callback';
    if (toUserId !== null && !calls) {
      throw new Refusal('conflict', { thing: 'case', reason: 'not-in-the-agents-queue' });
    }
    await setOwner(tx, ref, toUserId, toUserId === null ? 'agents' : null);
    const place = { ...ref, portfolio: { id: ref.portfolioId } };
    await logOnCase(app, tx, place, actor.userId, 'case.given', { toUserId, why });
  });
  return { done: true as const };
}
