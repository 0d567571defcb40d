import assert from 'node:assert/strict';
import { decideApproval } from '#contract/approvals.ts';
import type { Role } from '#domain/workforce/rights.ts';
import type { World } from './fresh-world.ts';

/** Somebody of that role approves what waits; answers who. */
export async function approved(world: World, role: Role, approvalId: unknown) {
  assert.ok(typeof approvalId === 'string', 'something waits for a second person');
  const second = await world.user(role);
  await world.call(decideApproval, second, { approvalId, approve: true });
  return second;
}
