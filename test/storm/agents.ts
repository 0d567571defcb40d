import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makeLogin } from '#boot/logins.ts';
import { usualPasswordHash } from '#boot/password-hash.ts';
import { type Random, seeded, seedOf } from '#kernel/random.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { shareTestServer } from '#test/support/run/test-server.ts';
import { aWednesday, freshWorld } from '#test/support/world/fresh-world.ts';
import { inOhio } from '#test/support/world/gate-log.ts';
import { quantile } from '../../bench/figure.ts';
import { urlOf } from '../crash/crash-book.ts';
import { type Agent, workAsAgent } from './agent.ts';
import type { AgentsServerJob } from './agents-server.ts';
import { freePort } from './product.ts';
import type { Storm } from './run.ts';

const usualAgents = 100;
const usualMinutes = 10;
/** Each agent has a contact in about twenty seconds; some reach nobody and go on at once. */
const casesEachMinute = 4;
const casesAtOnce = 8;
const budgetMs = 300;
const password = 'a long enough word';
const measured = ['next', 'call', 'finish'];

/** A full office at one server through its door, each with a sign-in and a live stream of their own. */
export async function stormOfAgents(storm: Storm): Promise<void> {
  atEnd(await shareTestServer(storm.folder, true));
  const minutes = storm.minutes ?? usualMinutes;
  const agents = storm.agents ?? usualAgents;
  const { url, emails } = await openOffice(storm, agents, minutes);
  storm.print(`${agents} agents sign in at ${url}`);
  const took = new Map<string, number[]>();
  const errors = new Map<string, number>();
  const endMs = performance.now() + minutes * 60_000;
  const random = (name: string): Random => seeded(seedOf(`${storm.seed} ${name}`));
  await Promise.all(
    emails.map((email) => {
      const agent: Agent = {
        ...{ url, email, password, random: random(email) },
        goesOn: () => performance.now() < endMs,
        took: (what, ms) => took.set(what, [...(took.get(what) ?? []), ms]),
        wrong: (what) => errors.set(what, (errors.get(what) ?? 0) + 1),
      };
      return workAsAgent(agent);
    }),
  );
  tell(storm, took, errors);
}

/** A book with enough to call, a login for each agent, and the server in a process of its own. */
async function openOffice(storm: Storm, agents: number, minutes: number) {
  // The server below reads the passwords as a product does.
  const world = await freshWorld({ at: aWednesday, passwords: usualPasswordHash });
  const book = await smallBook(world);
  const cases = Math.ceil(casesEachMinute * agents * minutes);
  for (let made = 0; made < cases; made += casesAtOnce) {
    await Promise.all(
      Array.from({ length: casesAtOnce }, () => book.addCase({ customer: inOhio })),
    );
  }
  const emails = Array.from({ length: agents }, (_, i) => `agent-${i}@example.test`);
  for (const email of emails) {
    await makeLogin(world.app, world.auth, { role: 'agent', name: email, email, password });
  }
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
  const port = await freePort();
  const job: AgentsServerJob = {
    port,
    dataFolder: join(storm.folder, '..', 'office'),
    databaseUrl: await urlOf(rows[0]?.name ?? ''),
    migrationUrl: world.databaseUrl,
    shiftMs: Date.parse(aWednesday) - Date.now(),
  };
  const program = join(import.meta.dirname, 'agents-server.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  atEnd(async () => {
    child.kill('SIGTERM');
    await gone;
  });
  await Promise.race([once(child.stdout, 'data'), gone]);
  if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
  return { url: `http://127.0.0.1:${port}`, emails };
}

function tell(
  { print }: Storm,
  took: ReadonlyMap<string, readonly number[]>,
  errors: ReadonlyMap<string, number>,
): void {
  const slow: string[] = [];
  for (const [what, times] of took) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => Math.round(quantile(times, q)));
    print(`${what}: ${times.length} times, p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`);
    if (measured.includes(what) && (p95 ?? 0) > budgetMs) slow.push(`${what} p95 ${p95} ms`);
  }
  print(`errors: ${JSON.stringify([...errors])}`);
  const missing = measured.filter((what) => !took.has(what));
  const wrong = [...errors].map(([what, count]) => `${count} × ${what}`);
  const all = [...wrong, ...slow, ...missing.map((what) => `${what} never happened`)];
  if (all.length > 0) throw new Error(all.join(', '));
}
