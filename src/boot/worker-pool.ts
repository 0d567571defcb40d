import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#kernel/refusal.ts';
import type { InWorker } from '#ports/in-worker.ts';
import type { Answered, Asked } from './worker-thread.ts';

/** Threads at most: the others of the machine's processors serve people. */
const mostThreads = 2;
/** Work that waits for a thread; what comes then is refused. */
const mostWaiting = 40;
const busySeconds = 5;
/** A file or a document that needs more ends its thread, not the process. */
const mostHeapMb = 512;

/** Threads for work on what came from outside; none runs before it is needed. */
export type WorkerPool = { readonly inWorker: InWorker; readonly close: () => Promise<void> };

type Job = {
  readonly asked: Asked;
  readonly withinMs: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * A pool of threads. Work over its time or memory ends its thread, and the next work gets a new one.
 * An idle thread does not keep the process alive.
 */
export function workerPool(threads = Math.min(mostThreads, availableParallelism())): WorkerPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const next = () => {
    while (waiting.length > 0) {
      const thread = idle.pop() ?? (all.size < threads ? newThread(all) : null);
      const job = thread ? waiting.shift() : undefined;
      if (!thread || !job) return;
      void work(thread, job).then((isUsable) => {
        if (isUsable) idle.push(thread);
        next();
      });
    }
  };
  const ask = (asked: Asked, withinMs: number) =>
    new Promise<unknown>((resolve, reject) => {
      if (waiting.length >= mostWaiting) {
        reject(new Refusal('busy', { seconds: String(busySeconds) }));
        return;
      }
      waiting.push({ asked, withinMs, resolve, reject });
      next();
    });
  return {
    inWorker: (({ module, name, withinMs }, ...args) =>
      ask({ module, name, args }, withinMs)) as InWorker,
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(new Error('the server is being stopped'));
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}

/** The same work in this thread, for tests and where there is nobody else to serve. */
export const inThisThread: InWorker = (async ({ module, name }, ...args) => {
  const found = (await import(module)) as Record<string, (...args: unknown[]) => unknown>;
  return structuredClone(await found[name]?.(...structuredClone(args)));
}) as InWorker;

function newThread(all: Set<Worker>): Worker {
  const thread = new Worker(new URL('./worker-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
  });
  all.add(thread);
  thread.unref();
  // Whoever waits for its answer is told of an error; between two jobs nobody waits.
  thread.on('error', () => undefined);
  thread.on('exit', () => all.delete(thread));
  return thread;
}

/** Gives a thread one job; answers whether the thread can take another. */
async function work(thread: Worker, { asked, withinMs, resolve, reject }: Job): Promise<boolean> {
  thread.ref();
  const answered = await answerOf(thread, asked, withinMs);
  if (answered instanceof Error) {
    await thread.terminate();
    reject(answered);
    return false;
  }
  thread.unref();
  if ('error' in answered) reject(new Error(answered.error));
  else resolve(answered.result);
  return true;
}

function answerOf(thread: Worker, asked: Asked, withinMs: number): Promise<Answered | Error> {
  return new Promise((resolve) => {
    const end = (answered: Answered | Error) => {
      clearTimeout(timer);
      thread.off('message', end).off('error', lost).off('exit', ended);
      resolve(answered);
    };
    const lost = (error: unknown) => end(lostThread(error));
    const ended = () => end(new Error(`the thread of ${asked.name} ended`));
    const limit = `${withinMs / 1_000} s`;
    const timer = setTimeout(
      () => end(new Refusal('too-heavy', { needs: 'time', limit })),
      withinMs,
    );
    thread.once('message', end).once('error', lost).once('exit', ended);
    thread.postMessage(asked);
  });
}

function lostThread(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Refusal('too-heavy', { needs: 'memory', limit: `${mostHeapMb} MB` });
}
