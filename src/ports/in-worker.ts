/** A function of a module that works on what came from outside, and the time it may take. */
export type WorkerTask = {
  /** Address of the module, as `import.meta.url`. */
  readonly module: string;
  /** Name under which the module exports the function. */
  readonly name: string;
  readonly withinMs: number;
};

/**
 * Runs a function beside the main thread, which goes on answering meanwhile. What it takes and gives
 * is plain data. Throws `too-heavy` when it has taken its time or memory, `busy` when too much waits.
 */
export type InWorker = <Run extends (...args: never[]) => unknown>(
  task: WorkerTask,
  ...args: Parameters<Run>
) => Promise<Awaited<ReturnType<Run>>>;
