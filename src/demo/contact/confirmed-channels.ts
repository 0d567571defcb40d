import { silenceId } from '#domain/gate/silent-channels.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { App } from '#usecases/app.ts';
import { proposeSwitch } from '#usecases/compliance/switch-rule.ts';
import { decideApproval } from '#usecases/second-person/decide-approval.ts';
import { atPast } from '../past-app.ts';

/** No law read of Mexico says anything of letters, and the example book writes letters there. */
export const openedChannel = silenceId('MX', 'letter');

const dayMs = 86_400_000;
/** Before the first letter of the example. */
const agoMs = { proposed: 201 * dayMs, confirmed: 200 * dayMs };

/** Two people open the one channel that the example uses and no law read of its place speaks of. */
export async function confirmChannels(app: App, first: Actor, second: Actor): Promise<void> {
  const ms = app.clock();
  const { switchId } = await proposeSwitch(atPast(app, ms - agoMs.proposed, []), first, {
    ...{ rule: openedChannel, turn: 'on' },
    reason: 'Made-up example: the provisions name hours for calls, visits and messages only.',
    sourceRead: 'Provisions of 7 October 2014 (DOF), as somebody at your company would read them',
  });
  const approved = { approvalId: switchId, approve: true, reason: null };
  await decideApproval(atPast(app, ms - agoMs.confirmed, []), second, approved);
}
