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
  resetPassword,
} from '#usecases/admin/manage-users.ts';
import { metricsText } from '#usecases/admin/metrics-text.ts';
import { readHealth } from '#usecases/admin/read-system.ts';
import { runDaily } from '#usecases/admin/run-daily.ts';
import { setRoles } from '#usecases/admin/set-roles.ts';
import { allow } from '#usecases/app.ts';
import { readConnection, readConnections } from '#usecases/connections/read-connections.ts';
import { setConnection, testConnection } from '#usecases/connections/set-connection.ts';
import { listPolicies, readPolicy, setPolicy } from '#usecases/portfolios/configure-portfolio.ts';
import { changePortfolio } from '#usecases/portfolios/portfolios.ts';
import { type HttpContext, mount } from './mount.ts';

/** Users, policies, the state of the installation, and `/metrics`. */
export function mountAdmin(door: HttpContext): void {
  mount(door, admin.listUsers, listUsers);
  mount(door, admin.readUserLog, readUserLog);
  mount(door, admin.createUser, createUser);
  mount(door, admin.setRoles, setRoles);
  mount(door, admin.resetPassword, resetPassword);
  mount(door, admin.deactivateUser, deactivateUser);
  mount(door, admin.reactivateUser, reactivateUser);
  mount(door, policy.listPolicies, listPolicies);
  mount(door, policy.changePortfolio, changePortfolio);
  mount(door, policy.readPolicy, readPolicy);
  mount(door, policy.setPolicy, setPolicy);
  mount(door, system.readHealth, readHealth);
  mount(door, system.runDaily, runDaily);
  mount(door, system.checkLog, checkLog);
  mount(door, connections.readConnections, readConnections);
  mount(door, connections.readConnection, readConnection);
  mount(door, connections.testConnection, testConnection);
  mount(door, connections.setConnection, setConnection);
  mountMetrics(door);
}

/** `GET /metrics`: open to this machine itself, else to those who may read the system. */
function mountMetrics(door: HttpContext): void {
  door.server.get('/metrics', async (request, reply) => {
    if (!isThisMachine(request)) {
      const actor = await door.whoAsks(request);
      if (!actor) throw new Refusal('not-signed-in', {});
      allow(actor, 'system.read');
    }
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metricsText(door.app));
  });
}

/** A proxy on this machine speaks for somebody else, and says so in these headers. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

function isThisMachine({ socket, headers }: FastifyRequest): boolean {
  const from = socket.remoteAddress ?? '';
  const isLoopback = from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.');
  return isLoopback && proxyHeaders.every((name) => headers[name] === undefined);
}
