import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '#boot/config.ts';

const askEveryMs = 200;
const answerWithinMs = 5_000;
const startWithinMs = 300_000;

/** A running product, asked all the time whether it is ready. */
export type Product = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Waits until it says so; throws when that takes longer or the product has ended. */
  readonly until: (isReady: boolean, withinMs: number) => Promise<void>;
  /** How often it became unready, and what it said then. */
  readonly unready: () => ReadonlyMap<string, number>;
  readonly stop: () => Promise<void>;
};

/** Starts `npm start` on a given database, without the example, and waits until it is ready. */
export async function startProduct(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Product> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(projectFolder, 'src/main.ts'), 'start', '--empty'], {
    env: {
      ...process.env,
      ...env,
      DUNLIN_DATA: folder,
      DUNLIN_PORT: String(port),
      DUNLIN_LOG: 'fatal',
      NODE_COMPILE_CACHE: join(folder, '..', 'compiled-product'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  const state = { isReady: false, isOver: false };
  const unready = new Map<string, number>();
  const watching = (async () => {
    while (!state.isOver) {
      const said = await askReady(url);
      if (state.isReady && said !== 'ready') unready.set(said, (unready.get(said) ?? 0) + 1);
      state.isReady = said === 'ready';
      await wait(askEveryMs);
    }
  })();
  const until = async (isReady: boolean, withinMs: number) => {
    const deadline = performance.now() + withinMs;
    while (state.isReady !== isReady) {
      if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
      if (performance.now() > deadline)
        throw new Error(`/ready is not ${isReady} in ${withinMs} ms`);
      await wait(askEveryMs);
    }
  };
  await until(true, startWithinMs);
  unready.clear();
  const stop = async () => {
    state.isOver = true;
    await watching;
    child.kill('SIGTERM');
    await gone;
  };
  return { url, child, until, unready: () => unready, stop };
}

async function askReady(url: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    const answer = await fetch(`${url}/ready`, { signal });
    const { status } = (await answer.json()) as { status?: string };
    return answer.status === 200 ? 'ready' : String(status);
  } catch {
    return 'no answer';
  }
}

/** A port that nobody has. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
