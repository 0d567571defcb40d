import assert from 'node:assert/strict';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { World } from './fresh-world.ts';

/** A conversation that has begun. */
export type Begun = {
  readonly conversationId: string;
  readonly caseId: string;
  readonly contactPointId: string;
};

/** Takes the next case and calls its first phone; the network has rung it and it was picked up. */
export async function callNext(world: World, agent: Actor): Promise<Begun> {
  const next = await world.call(desk.nextCase, agent, {});
  const [point] = next.allowed;
  assert.ok(next.case && point, `there is a next case: ${JSON.stringify(next.why)}`);
  const input = { caseId: next.case.id, contactPointId: point.contactPointId };
  const { conversationId } = await world.call(contact.startCall, agent, input);
  await pass(world, 10_000);
  return { conversationId, ...input };
}

/** Lets time go by, with everything that the network does in it. */
export async function pass(world: World, ms: number): Promise<void> {
  await world.clock.advance(ms);
}

/** Answers two questions rightly, as the people of the small book would. */
export async function verified(world: World, agent: Actor, conversation: Begun): Promise<void> {
  const { conversationId } = conversation;
  for (const [question, answer] of [
    ['postal-code', '10001'],
    ['birth-year', '1980'],
  ] as const) {
    await world.call(contact.verify, agent, { conversationId, question, answer });
  }
}

/**
 * Verifies, and records that the person lost their job: the conversation is ready for an agreement.
 */
export async function readyToAgree(world: World, agent: Actor, conversation: Begun): Promise<void> {
  const { conversationId } = conversation;
  await verified(world, agent, conversation);
  await world.call(contact.recordLateReason, agent, { conversationId, lateReason: 'lost-job' });
}

/** Ends the call and lets the network say so. */
export async function hungUp(world: World, agent: Actor, conversation: Begun): Promise<void> {
  await world.call(contact.hangUp, agent, { conversationId: conversation.conversationId });
  await pass(world, 1_000);
}

/** The conversation as the agent's desk reads it. */
export async function readConversationOf(world: World, agent: Actor, { conversationId }: Begun) {
  return world.call(contact.readConversation, agent, { conversationId });
}
