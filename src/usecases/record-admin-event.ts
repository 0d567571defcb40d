import { event } from '#domain/events/event.ts';
import type { EventKind, FactsFor } from '#domain/events/event-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { Instant } from '#kernel/time.ts';
import { appendOfUser } from '#storage/account/user-chain.ts';
import { append } from '#storage/event-log.ts';
import { type App, now, type Tx } from './app.ts';

/** What happens to users; their facts hold ids and roles, never a name or an address. */
export const userEventKinds = [
  'user.created',
  'user.role-granted',
  'user.role-revoked',
  'user.password-reset',
  'user.renamed',
  'user.deactivated',
  'user.reactivated',
  'user.signed-in',
  'user.signed-out',
  'user.sign-in-failed',
  'user.password-changed',
  'user.password-mistaken',
  'user.second-factor-set',
  'user.second-factor-reset',
  'user.provider-linked',
  'user.passkey-added',
  'user.passkey-removed',
  'keys.adopted',
] as const satisfies readonly EventKind[];

/** The kind of a change of a portfolio's policy: `facts.changes` are setting, old and new. */
export const policyChanged = 'portfolio.policy-changed' satisfies EventKind;

/** The kinds of a change of the policy that waits for a second person, and of its refusal. */
export const policyProposed = 'portfolio.policy-proposed' satisfies EventKind;
export const policyRejected = 'portfolio.policy-rejected' satisfies EventKind;

/** The kind of a change of a portfolio's country or caller id. */
export const portfolioChanged = 'portfolio.changed' satisfies EventKind;

/** The kind of a choice of an adapter: the slot, its version and names of settings, no values. */
export const connectionChosen = 'connection.chosen' satisfies EventKind;

/** The kind of an agent's going ready, away or home. */
export const agentStateSet = 'agent.state-set' satisfies EventKind;

/** What users read and took out; kept apart, for there are many. */
export const readingKinds = [
  'user.file-read',
  'user.exported',
] as const satisfies readonly EventKind[];

/** What is done to the installation, each told by its name alone. */
export const officeEventKinds = [
  'portfolio.created',
  'alarm.closed',
  'map.saved',
  'import.file-removed',
  'run.asked',
] as const satisfies readonly EventKind[];

/** Appends an event that belongs to no case, in the caller's transaction. */
export async function logAdminEvent<
  K extends
    | (typeof userEventKinds)[number]
    | (typeof readingKinds)[number]
    | (typeof officeEventKinds)[number]
    | typeof policyChanged
    | typeof policyProposed
    | typeof policyRejected
    | typeof portfolioChanged
    | typeof connectionChosen
    | typeof agentStateSet,
>(
  app: App,
  tx: Tx,
  actor: Actor,
  kind: K,
  facts: FactsFor<K>,
  portfolioId: string | null = null,
  at: Instant = now(app),
): Promise<void> {
  const frame = {
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId,
    customerId: null,
    caseId: null,
    occurredAt: at,
    recordedAt: at,
    actorId: actor.userId,
  };
  const logged = event(kind, frame, facts);
  const about = subjectOf(facts);
  await (about === null ? append(tx, [logged]) : appendOfUser(tx, about, logged));
}

/** The user an event is about; its chain is that user's. */
function subjectOf(facts: unknown): string | null {
  return typeof facts === 'object' &&
    facts !== null &&
    'userId' in facts &&
    typeof facts.userId === 'string'
    ? facts.userId
    : null;
}
