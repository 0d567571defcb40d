import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import * as admin from '#contract/admin/admin.ts';
import * as connections from '#contract/admin/connections.ts';
import * as policy from '#contract/admin/policy.ts';
import * as system from '#contract/admin/system.ts';
import { Refusal } from '#kernel/refusal.ts';
import { checkLog } from '#usecases/admin/check-log.ts';
import {
  createUser,
  deactivateUser,
  listUsers,
  reactivateUser,
  readUserLog,
  renameUser,
  resetPassword,
} from '#usecases/admin/manage-users.ts';
import { metricsText } from '#usecases/admin/metrics-text.ts';
import { readHealth } from '#usecases/admin/read-system.ts';
import { removePasskeys, resetSecondFactor } from '#usecases/admin/reset-factors.ts';
import { runDaily } from '#usecases/admin/run-daily.ts';
import { setRoles } from '#usecases/admin/set-roles.ts';
import { allow } from '#usecases/app.ts';
import { readProposals } from '#usecases/compliance/policy-proposals.ts';
import { readConnection, readConnections } from '#usecases/connections/read-connections.ts';
import { setConnection, testConnection } from '#usecases/connections/set-connection.ts';
import { listPolicies, readPolicy, setPolicy } from '#usecases/portfolios/configure-portfolio.ts';
import { changePortfolio } from '#usecases/portfolios/portfolios.ts';
import { previewPortfolio } from '#usecases/portfolios/preview-portfolio.ts';
import { type HttpContext, mount } from './mount.ts';
import { isThisMachine } from './this-machine.ts';

/** Users, policies, the state of the installation, and `/metrics`. */
export function mountAdmin(context: HttpContext): void {
  mount(context, admin.listUsers, listUsers);
  mount(context, admin.readUserLog, readUserLog);
  mount(context, admin.createUser, createUser);
  mount(context, admin.setRoles, setRoles);
  mount(context, admin.renameUser, renameUser);
  mount(context, admin.resetPassword, resetPassword);
  mount(context, admin.resetSecondFactor, resetSecondFactor);
  mount(context, admin.removePasskeys, removePasskeys);
  mount(context, admin.deactivateUser, deactivateUser);
  mount(context, admin.reactivateUser, reactivateUser);
  mount(context, policy.listPolicies, listPolicies);
  mount(context, policy.changePortfolio, changePortfolio);
  mount(context, policy.previewPortfolio, previewPortfolio);
  mount(context, policy.readPolicy, readPolicy);
  mount(context, policy.setPolicy, setPolicy);
  mount(context, policy.readProposals, readProposals);
  mount(context, system.readHealth, readHealth);
  mount(context, system.runDaily, runDaily);
  mount(context, system.checkLog, checkLog);
  mount(context, connections.readConnections, readConnections);
  mount(context, connections.readConnection, readConnection);
  mount(context, connections.testConnection, testConnection);
  mount(context, connections.setConnection, setConnection);
  mountMetrics(context);
}

/** `GET /metrics`: open to this machine itself and by the token, else to those who may read the system. */
function mountMetrics(context: HttpContext): void {
  const { baseUrl, metricsToken } = context;
  context.server.get('/metrics', async (request, reply) => {
    if (!isThisMachine(request, baseUrl) && !hasToken(request, metricsToken)) {
      const actor = await context.authenticate(request);
      if (!actor) throw new Refusal('not-signed-in', {});
      allow(actor, 'system.read');
    }
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(await metricsText(context.app));
  });
}

/** Whether a request names the token (RFC 6750); compared without telling how much of it is right. */
function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (\S{1,512})$/.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
