import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '#kernel/random.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { shareTestServer } from '#test/support/run/test-server.ts';
import { nothingSaid, tally, terminateOne } from '../crash/crash-book.ts';
import { type Product, startProduct } from './product.ts';
import type { Storm } from './run.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { holdsAll, type StormWorld, stormWorld } from './storm-world.ts';
import { startWorkers, type Workers } from './workers.ts';

const terminations = 300;
const serverKills = 20;
const pauses = 2;
const serverPauseMs = 20_000;
/** Longer than the 12 seconds after which a silent process is taken for dead. */
const productPauseMs = 22_000;
const fullForMs = 10_000;
const longestPauseMs = 150;
const backWithinMs = 180_000;

type Scene = {
  readonly storm: Storm;
  readonly made: StormWorld;
  readonly workers: Workers;
  readonly product: Product;
  readonly disk: SmallDisk | null;
  readonly random: Random;
  readonly goesOn: () => boolean;
};

/** Connections, servers, disk and processes fail under a running product; it comes back by itself. */
export async function stormOfFaults(storm: Storm): Promise<void> {
  const disk = mountSmallDisk(storm.folder);
  if (disk) atEnd(async () => disk.unmount());
  mkdirSync(storm.folder, { recursive: true });
  atEnd(await shareTestServer(serverIn(storm), true, true));
  const made = await stormWorld(storm, 2);
  await made.world.pool.query(`alter system set max_wal_size = '200MB'`);
  await made.world.pool.query('select pg_reload_conf()');
  const said = nothingSaid();
  const product = await startProduct(join(storm.folder, '..', 'product'), {
    DATABASE_URL: made.places[0]?.url ?? '',
    DUNLIN_MIGRATION_URL: made.world.databaseUrl,
  });
  const workers = startWorkers(made, said);
  atEnd(async () => {
    await workers.stop();
    await product.stop();
  });
  const endMs = performance.now() + (storm.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const scene: Scene = {
    ...{ storm, made, workers, product, disk, random: made.random('faults') },
    goesOn: () => performance.now() < endMs,
  };
  await workers.progress(backWithinMs);
  await pauseEither(scene);
  await fillDisk(scene);
  await killServers(scene);
  await terminate(scene);
  const lost = workers.lost();
  await workers.stop();
  storm.print(`work was interrupted ${lost} times; no process ended, nothing was started by hand`);
  storm.print(`/ready was false: ${JSON.stringify([...product.unready()])}`);
  storm.print(await tally(made.world));
  await holdsAll(made.world, said, storm.print);
}

/** Ends connections of the product and of the processes at work, at any moment of any work. */
async function terminate({ storm, made, workers, product, random, goesOn }: Scene): Promise<void> {
  let ended = 0;
  while (ended < terminations && goesOn()) {
    await workers.progress(backWithinMs);
    await wait(random() * longestPauseMs);
    ended += await terminateOne(made.world, random());
    if (ended % 50 === 0) storm.print(`${ended} connections ended`);
  }
  await product.until(true, backWithinMs);
  storm.print(`${ended} of ${terminations} connections ended, ready again`);
}

/** Kills the database server outright; whoever owns it starts it again. */
async function killServers({ storm, workers, product, random, goesOn }: Scene): Promise<void> {
  let killed = 0;
  for (; killed < serverKills && goesOn(); killed += 1) {
    await workers.progress(backWithinMs);
    await wait(random() * longestPauseMs);
    process.kill(postmasterOf(serverIn(storm)), 'SIGKILL');
    await wait(random() * 1_000);
    await workers.progress(backWithinMs);
    await product.until(true, backWithinMs);
  }
  storm.print(`${killed} of ${serverKills} database servers killed, ready again each time`);
}

/** The server stands still, then one process does, while another takes over what it had. */
async function pauseEither(scene: Scene): Promise<void> {
  const { storm, workers, product } = scene;
  for (let i = 0; i < pauses; i += 1) {
    await workers.progress(backWithinMs);
    const server = familyOf(postmasterOf(serverIn(storm)));
    for (const pid of server) process.kill(pid, 'SIGSTOP');
    await product.until(false, serverPauseMs);
    await wait(serverPauseMs);
    for (const pid of server) process.kill(pid, 'SIGCONT');
    await product.until(true, backWithinMs);
    await workers.progress(backWithinMs);
  }
  storm.print(
    `server paused ${pauses} times for ${serverPauseMs / 1_000} s: ready again by itself`,
  );
  for (let i = 0; i < pauses; i += 1) {
    await workers.progress(backWithinMs);
    const before = workers.instanceOf(1);
    workers.signal(1, 'SIGSTOP');
    await wait(productPauseMs);
    const taken = await isTaken(scene, before);
    workers.signal(1, 'SIGCONT');
    if (!taken) throw new Error('a process that stood still was not taken for dead');
    await workers.until(() => workers.instanceOf(1) !== before, backWithinMs);
    await workers.progress(backWithinMs, 1);
  }
  storm.print(`a process paused ${pauses} times for ${productPauseMs / 1_000} s: it noticed`);
}

async function isTaken({ made }: Scene, instanceId: string): Promise<boolean> {
  const row = await made.world.db
    .selectFrom('instances')
    .select('takenAt')
    .where('id', '=', instanceId)
    .executeTakeFirst();
  return row?.takenAt !== null && row?.takenAt !== undefined;
}

/** Nothing can be written, until there is room again. */
async function fillDisk({ storm, workers, product, disk }: Scene): Promise<void> {
  if (!disk) {
    storm.print('disk full: not tried, a small disk can be mounted by root only');
    return;
  }
  for (let i = 0; i < pauses; i += 1) {
    await workers.progress(backWithinMs);
    disk.fill();
    await product.until(false, backWithinMs);
    await wait(fullForMs);
    disk.free();
    await product.until(true, backWithinMs);
    await workers.progress(backWithinMs);
  }
  storm.print(`disk full ${pauses} times for ${fullForMs / 1_000} s: ready again by itself`);
}

/** On the small disk, and nothing else of the storm with it. */
function serverIn({ folder }: Storm): string {
  return join(folder, 'server');
}

function postmasterOf(folder: string): number {
  const { cluster } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'));
  const path = join(resolve(folder, cluster), 'postmaster.pid');
  return Number(readFileSync(path, 'utf8').split('\n')[0]);
}

/** A process and its children. */
function familyOf(parent: number): readonly number[] {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
  return [parent, ...children.map(Number)];
}
