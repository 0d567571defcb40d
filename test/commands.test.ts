import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';

const bin = join(projectFolder, 'bin');
const stopOnce = join(import.meta.dirname, 'support', 'run', 'stop-once.ts');

/** Runs a script the way bin/run.mjs does, as the leader of a process group of its own. */
async function runLikeNpm(script: string) {
  const door = `
    import { runChild } from ${JSON.stringify(join(bin, 'child.mjs'))};
    process.exitCode = await runChild(process.execPath, [${JSON.stringify(script)}], {});
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', door], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  assert.ok(child.pid !== undefined);
  return { pid: child.pid, lines, ended: once(child, 'close') };
}

test('Ctrl-C, which reaches parent and child, stops the child once and cleanly', async () => {
  const { pid, lines, ended } = await runLikeNpm(stopOnce);
  process.kill(-pid, 'SIGINT');
  assert.deepEqual(await ended, [0, null]);
  assert.deepEqual(lines, ['ready', 'stopping', 'stopped']);
});

test('a SIGTERM for the parent alone stops the child cleanly', async () => {
  const { pid, lines, ended } = await runLikeNpm(stopOnce);
  process.kill(pid, 'SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  assert.deepEqual(lines, ['ready', 'stopping', 'stopped']);
});

test('an unknown command names the known ones on stderr and fails', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(bin, 'run.mjs'), 'toString'],
    { encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^Usage: node bin\/run\.mjs start \| /);
});
