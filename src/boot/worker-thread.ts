import { parentPort } from 'node:worker_threads';

/** What a thread is asked: which function of which module, and with what. */
export type Asked = {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
};

/** What it answers: the result, or what was thrown in words. */
export type Answered = { readonly result: unknown } | { readonly error: string };

const port = parentPort;
if (!port) throw new Error('cannot happen: a worker runs as a thread');
port.on('message', ({ module, name, args }: Asked) => {
  const answer = async (): Promise<Answered> => {
    try {
      const found = (await import(module)) as Record<string, (...args: unknown[]) => unknown>;
      const run = found[name];
      if (!run) throw new Error(`cannot happen: ${module} has no ${name}`);
      return { result: await run(...args) };
    } catch (error) {
      return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  void answer().then((answered) => port.postMessage(answered));
});
