import assert from 'node:assert/strict';
import * as admin from '#contract/admin/admin.ts';
import type { Actor, Role } from '#domain/workforce/rights.ts';
import { notePasswordDrawn } from '#storage/workforce/users.ts';
import type { World } from './fresh-world.ts';

/** From where a test asks, and with which cookies. */
export type From = { readonly cookie?: string; readonly address?: string };

/** The cookies a browser would send after an answer, over those it had. */
function cookiesAfter(before: string, set: string | readonly string[] | undefined): string {
  const jar = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair] as const),
  );
  for (const line of [set ?? []].flat()) {
    const pair = line.split(';')[0] ?? '';
    const name = pair.slice(0, pair.indexOf('='));
    if (/max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, pair);
  }
  return [...jar.values()].join('; ');
}

/** Asks an address of the product as a browser does: its cookies, its header, its network address. */
export async function ask(
  world: World,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  { cookie = '', address = '198.51.100.20' }: From = {},
  payload?: object,
) {
  const reply = await world.server.inject({
    method,
    url,
    headers: { origin: 'http://localhost', 'x-dunlin': '1', cookie },
    remoteAddress: address,
    ...(payload ? { payload } : {}),
  });
  return {
    status: reply.statusCode,
    body: reply.payload,
    headers: reply.headers,
    cookie: cookiesAfter(cookie, reply.headers['set-cookie']),
  };
}

/** Signs in with e-mail and password. */
export function signIn(world: World, email: string, password: string, from: From = {}) {
  return ask(world, 'POST', '/api/auth/sign-in/email', from, { email, password });
}

/** Whether a cookie still stands for somebody. */
export async function isSignedIn(world: World, cookie: string): Promise<boolean> {
  const { status } = await ask(world, 'GET', '/api/me', { cookie });
  assert.ok(status === 200 || status === 401, String(status));
  return status === 200;
}

/** A user whom an administrator made; the password counts as one that they chose themselves. */
export async function someone(world: World, by: Actor, email: string, role: Role = 'agent') {
  const roles = [{ role, portfolioId: null }];
  const made = await world.call(admin.createUser, by, {
    name: email.split('@')[0] ?? '',
    email,
    language: 'en',
    roles,
  });
  await notePasswordDrawn(world.db, made.userId, null);
  return { ...made, email };
}

/** Kinds and facts of the events about a user, oldest first. */
export async function eventsAbout(world: World, userId: string | null) {
  const rows = await world.db
    .selectFrom('eventLog')
    .select(['kind', 'facts', 'actorId'])
    .where('kind', 'like', 'user.%')
    .orderBy('seq')
    .execute();
  return rows.filter(({ facts }) => (facts as { userId: string | null }).userId === userId);
}
