import { z } from 'zod';
import { roles } from '#domain/workforce/rights.ts';
import { endpoint } from '../endpoint.ts';
import { done, id, instant, page, shortText, typedLine } from '../shapes.ts';

/** Roles of one person at most: each of them on a few portfolios. */
const mostRoles = 200;

/** A role on one portfolio, or on every one when `portfolioId` is null. */
const roleHeld = z.strictObject({ role: z.enum(roles), portfolioId: id.nullable() });

const language = z.enum(['en', 'es', 'he']);

const email = z.email().max(200).toLowerCase();

const userRow = z.object({
  id,
  name: z.string(),
  email: z.string(),
  language: z.string(),
  active: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  openSessions: z.number(),
  /** Whether an authenticator app is set up. */
  hasSecondFactor: z.boolean(),
  /** How many passkeys they have. */
  passkeys: z.number(),
  roles: z.array(z.object({ role: z.enum(roles), portfolioId: id.nullable() })),
});

/** The people who may sign in. */
export const listUsers = endpoint({
  name: 'admin.users',
  method: 'GET',
  path: '/api/admin/users',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Users with their roles, by name; filtered by a part of name or e-mail.',
  input: z.strictObject({ search: typedLine({ least: 0, most: 200 }).optional(), page }),
  output: z.object({ users: z.array(userRow), total: z.number(), pageSize: z.number() }),
});

/** What was done to a user, newest first. */
export const readUserLog = endpoint({
  name: 'admin.user-log',
  method: 'GET',
  path: '/api/admin/users/:userId/log',
  right: 'user.manage',
  work: 'report',
  shows: 'nobody',
  summary: 'What was changed for a user, by whom, newest first.',
  input: z.strictObject({ userId: id }),
  output: z.object({
    events: z.array(
      z.object({
        id,
        kind: z.string(),
        occurredAt: instant,
        actorName: z.string().nullable(),
        /** Of a rename: the names until then and from then on. */
        nameBefore: z.string().nullable(),
        nameAfter: z.string().nullable(),
        role: z.string().nullable(),
        portfolioId: id.nullable(),
      }),
    ),
  }),
});

const firstPassword = z.object({ userId: id, password: z.string() });

/** A new user; the first password is in this answer and nowhere else. */
export const createUser = endpoint({
  name: 'admin.create-user',
  method: 'POST',
  path: '/api/admin/users',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Make a user with roles; answers the first password, which is shown once.',
  input: z.strictObject({
    name: shortText,
    email,
    language,
    roles: z.array(roleHeld).max(mostRoles),
  }),
  output: firstPassword,
});

/** The roles a user holds from now on, as a whole. */
export const setRoles = endpoint({
  name: 'admin.set-roles',
  method: 'PUT',
  path: '/api/admin/users/:userId/roles',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Set the roles of a user; the last administrator keeps the role.',
  input: z.strictObject({ userId: id, roles: z.array(roleHeld).max(mostRoles) }),
  output: z.object({ granted: z.number(), revoked: z.number() }),
});

/** Another name of a user. */
export const renameUser = endpoint({
  name: 'admin.rename-user',
  method: 'POST',
  path: '/api/admin/users/:userId/name',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Give a user another name; history goes on to show the name of its time.',
  input: z.strictObject({ userId: id, name: shortText }),
  output: done,
});

/** A new password in place of one that was lost. */
export const resetPassword = endpoint({
  name: 'admin.reset-password',
  method: 'POST',
  path: '/api/admin/users/:userId/password',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Give a user a new password, shown once, and end all of their sign-ins.',
  input: z.strictObject({ userId: id }),
  output: firstPassword,
});

/** Takes a lost authenticator app away. */
export const resetSecondFactor = endpoint({
  name: 'admin.reset-second-factor',
  method: 'POST',
  path: '/api/admin/users/:userId/second-factor/reset',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Take the authenticator app of a user away, and end all of their sign-ins.',
  input: z.strictObject({ userId: id }),
  output: done,
});

/** Takes lost passkeys away. */
export const removePasskeys = endpoint({
  name: 'admin.remove-passkeys',
  method: 'POST',
  path: '/api/admin/users/:userId/passkeys/remove',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Take all passkeys of a user away, and end all of their sign-ins.',
  input: z.strictObject({ userId: id }),
  output: done,
});

/** Ends a user's access; what they did stays under their name. */
export const deactivateUser = endpoint({
  name: 'admin.deactivate-user',
  method: 'POST',
  path: '/api/admin/users/:userId/deactivate',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'End the access of a user at once; the last administrator stays.',
  whileClockInDoubt: true,
  input: z.strictObject({ userId: id }),
  output: done,
});

/** Lets a deactivated user in again, with the password they had. */
export const reactivateUser = endpoint({
  name: 'admin.reactivate-user',
  method: 'POST',
  path: '/api/admin/users/:userId/reactivate',
  right: 'user.manage',
  shows: 'nobody',
  summary: 'Let a deactivated user sign in again.',
  input: z.strictObject({ userId: id }),
  output: done,
});
