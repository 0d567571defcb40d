import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { projectFolder } from '#boot/config.ts';
import { usualPasswordHash } from '#boot/password-hash.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { eventsAbout, isSignedIn, signIn, someone } from '#test/support/world/signing-in.ts';

const run = promisify(execFile);
const main = join(projectFolder, 'src', 'main.ts');

test('the command for a lost password lets its owner in, and nobody by what was before', async () => {
  const world = await freshWorld({ passwords: usualPasswordHash });
  const dataFolder = mkdtempSync(join(tmpdir(), 'dunlin-regain-'));
  atEnd(async () => rmSync(dataFolder, { recursive: true, force: true }));
  const administrator = await world.user('administrator');
  const lost = await someone(world, administrator, 'ari@example.test', 'administrator');
  const before = await signIn(world, lost.email, lost.password);
  const command = (email: string) =>
    run(process.execPath, [main, 'reset-password', email], {
      env: { ...process.env, DUNLIN_DATA: dataFolder, DATABASE_URL: world.databaseUrl },
    });

  const drawn = (await command('Ari@example.test')).stdout.trim();
  assert.equal(await isSignedIn(world, before.cookie), false);
  assert.equal((await signIn(world, lost.email, lost.password)).status, 401);
  assert.equal((await signIn(world, lost.email, drawn)).status, 200);
  const events = (await eventsAbout(world, lost.userId)).slice(-5);
  assert.deepEqual(
    events.map(({ kind, actorId }) => [kind, actorId]),
    [
      ['user.signed-in', lost.userId],
      ['user.signed-out', null],
      ['user.password-reset', null],
      ['user.sign-in-failed', null],
      ['user.signed-in', lost.userId],
    ],
  );
  const { signInId: _, ...facts } = (events[1]?.facts ?? {}) as Record<string, unknown>;
  assert.deepEqual(facts, { userId: lost.userId, how: 'by-administrator' });

  await assert.rejects(command('nobody@example.test'), /Nobody has that e-mail address/);
});
