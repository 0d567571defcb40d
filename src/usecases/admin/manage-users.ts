import type { Actor, Role } from '#domain/workforce/rights.ts';
import { isAdministration } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  insertUser,
  lockAdministration,
  setActive,
  renameUser as storeName,
  userEvents,
  usersLike,
} from '#storage/admin/users.ts';
import { notePasswordDrawn } from '#storage/workforce/users.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { lapseRequests } from '#usecases/approvals/steps/lapse-requests.ts';
import { logAdminEvent, userEventKinds } from '#usecases/record-admin-event.ts';
import { changeRoles, checkRoles, expectOtherAdministrator } from './steps/change-roles.ts';
import { drawPassword } from './steps/draw-password.ts';
import { endAllSignIns } from './steps/end-all-sign-ins.ts';
import { expectUser } from './steps/expect-user.ts';

const pageSize = 100;
const logSize = 100;

/** Users by name, a page of them. */
export async function listUsers(
  app: App,
  actor: Actor,
  { search = '', page }: { readonly search?: string | undefined; readonly page: number },
) {
  allow(actor, 'user.manage');
  const slice = { search, at: now(app), limit: pageSize, offset: page * pageSize };
  const { users, total } = await usersLike(app.db, app.tenantId, slice);
  return { users: users.map((user) => ({ ...user, roles: [...user.roles] })), total, pageSize };
}

/** What was done to a user. */
export async function readUserLog(app: App, actor: Actor, { userId }: { readonly userId: string }) {
  allow(actor, 'user.manage');
  const events = await userEvents(app.db, userId, userEventKinds, logSize);
  return {
    events: events.map(({ facts, ...event }) => ({
      ...event,
      role: textOf(facts['role']),
      portfolioId: textOf(facts['portfolioId']),
    })),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A new user. */
export type NewUser = {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly { readonly role: Role; readonly portfolioId: string | null }[];
};

/** Makes a user; the answer holds the first password, which is kept nowhere else in the clear. */
export async function createUser(app: App, actor: Actor, { roles, ...user }: NewUser) {
  allow(actor, 'user.manage');
  const userId = app.newId();
  const password = app.identity.newPassword();
  await app.db.transaction().execute(async (tx) => {
    const made = await insertUser(tx, { id: userId, tenantId: app.tenantId, ...user }, now(app));
    if (!made) throw new Refusal('conflict', { thing: 'user', reason: 'email-taken' });
    await checkRoles(app, tx, roles);
    await app.identity.setPassword(tx, userId, password);
    await notePasswordDrawn(tx, userId, now(app));
    await logAdminEvent(app, tx, actor, 'user.created', { userId });
    await changeRoles(app, tx, actor, userId, { held: [], wanted: roles });
  });
  return { userId, password };
}

/** Gives a user another name; history goes on to show the name of its time. */
export async function renameUser(
  app: App,
  actor: Actor,
  { userId, name }: { readonly userId: string; readonly name: string },
): Promise<{ done: true }> {
  allow(actor, 'user.manage');
  await app.db.transaction().execute(async (tx) => {
    await expectUser(app, tx, userId);
    // The event finds the name before by its own instant.
    const since = await storeName(tx, userId, name, now(app));
    if (since === null) throw new Refusal('already-done', { thing: 'user', id: userId });
    await logAdminEvent(app, tx, actor, 'user.renamed', { userId }, null, since);
  });
  return { done: true };
}

/**
 * Sets a new password in place of a lost one and ends all sign-ins of the user. One’s own is changed with
 * the present one: throws `step-missing`.
 */
export async function resetPassword(
  app: App,
  actor: Actor,
  { userId }: { readonly userId: string },
) {
  allow(actor, 'user.manage');
  if (actor.kind === 'user' && actor.userId === userId) {
    throw new Refusal('step-missing', { needs: 'present-password' });
  }
  const password = await app.db.transaction().execute(async (tx) => {
    await expectUser(app, tx, userId);
    return drawPassword(app, tx, actor, userId);
  });
  return { userId, password };
}

/** Ends a user's access and every sign-in at once; the last administrator stays. */
export async function deactivateUser(
  app: App,
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<{ done: true }> {
  allow(actor, 'user.manage');
  await app.db.transaction().execute(async (tx) => {
    await lockAdministration(tx, app.tenantId);
    const user = await expectUser(app, tx, userId);
    if (!user.active) throw new Refusal('already-done', { thing: 'user', id: userId });
    if (user.roles.some(isAdministration)) await expectOtherAdministrator(app, tx, userId);
    await setActive(tx, userId, false, now(app));
    await lapseRequests(app, tx, actor, userId);
    await endAllSignIns(app, tx, actor, userId);
    await logAdminEvent(app, tx, actor, 'user.deactivated', { userId });
  });
  return { done: true };
}

/** Lets a deactivated user sign in again. */
export async function reactivateUser(
  app: App,
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<{ done: true }> {
  allow(actor, 'user.manage');
  await app.db.transaction().execute(async (tx) => {
    const user = await expectUser(app, tx, userId);
    if (user.active) throw new Refusal('already-done', { thing: 'user', id: userId });
    await setActive(tx, userId, true, now(app));
    await logAdminEvent(app, tx, actor, 'user.reactivated', { userId });
  });
  return { done: true };
}
