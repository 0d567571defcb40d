import * as policy from '#contract/admin/policy.ts';
import * as approvals from '#contract/approvals.ts';
import * as packs from '#contract/compliance/rule-packs.ts';
import { portfolioKinds } from '#domain/approvals/approval-kinds.ts';
import { decideApproval } from '#usecases/second-person/decide-approval.ts';
import { countApprovals, listApprovals } from '#usecases/second-person/list-approvals.ts';
import { type HttpContext, mount } from './mount.ts';

/** What waits for a second person. Every answer goes through one use case, whatever door it came by. */
export function mountApprovals(context: HttpContext): void {
  mount(context, approvals.listApprovals, listApprovals);
  mount(context, approvals.countApprovals, countApprovals);
  mount(context, approvals.decideApproval, decideApproval);
  mount(context, policy.answerProposal, (app, actor, { proposalId, confirmed }) =>
    decideApproval(app, actor, {
      ...{ approvalId: proposalId, approve: confirmed, reason: null, of: portfolioKinds },
    }),
  );
  mount(context, packs.answerSwitch, (app, actor, { switchId, confirmed }) =>
    decideApproval(app, actor, {
      ...{ approvalId: switchId, approve: confirmed, reason: null, of: ['rule'] },
    }),
  );
}
