import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { claimDataFolder } from '#boot/data-folder.ts';
import { atEnd } from '#test/support/run/at-end.ts';

const main = join(projectFolder, 'src', 'main.ts');
/** Rights of others to read or write. */
const open = 0o066;

test('what a start writes is closed to other users, and what stood open is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-start-'));
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  claimDataFolder(dataFolder);
  chmodSync(dataFolder, 0o755);
  chmodSync(join(dataFolder, 'dunlin.json'), 0o644);
  mkdirSync(join(dataFolder, 'files'), { mode: 0o755 });
  writeFileSync(join(dataFolder, 'files', 'upload'), 'a book', { mode: 0o644 });

  const said = await startAndStop(dataFolder);
  assert.equal(said.filter((line) => line.startsWith('Other users of this machine')).length, 1);
  assert.ok(said.some((line) => line.startsWith('First logins, shown this once')));
  assert.deepEqual(openToOthers(dataFolder), []);
  assert.equal(statSync(join(dataFolder, 'logins.json')).isFile(), true);
});

test('what runs Dunlin as a service shows no logins of the example', () => {
  const unit = readFileSync(join(projectFolder, 'deploy', 'dunlin.service'), 'utf8');
  const container = readFileSync(join(projectFolder, 'deploy', 'Containerfile'), 'utf8');
  const lines = [/^ExecStart=(.*)$/m.exec(unit)?.[1], /^CMD (\[.*start.*)$/m.exec(container)?.[1]];
  for (const line of lines) {
    assert.ok(line?.includes('start'));
    assert.doesNotMatch(line ?? '', /npm|example-logins/);
  }
});

/** Starts without a book, stops as soon as it is open, and gives what was said. */
async function startAndStop(dataFolder: string): Promise<string[]> {
  const settings = { DUNLIN_DATA: dataFolder, DUNLIN_PORT: await freePort(), DUNLIN_LOG: 'silent' };
  const child = spawn(process.execPath, [main, 'start', '--empty'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings, DATABASE_URL: '' },
  });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line.startsWith('Dunlin is open at')) child.kill('SIGTERM');
  }
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  assert.equal(code, 0);
  return said;
}

/** The entries of the data folder that others may read or write. */
function openToOthers(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return ['.', ...inside].filter((name) => (statSync(join(folder, name)).mode & open) !== 0);
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  assert.ok(address !== null && typeof address === 'object');
  return String(address.port);
}
