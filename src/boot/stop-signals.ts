const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Under npm one Ctrl-C arrives several times: from the terminal, which tells the whole process
 * group, and from each parent that passes it on. All of these fall into this time.
 */
const sameKeyPressMs = 1_000;

/** What shells report for a process that Ctrl-C ended. */
const interruptedCode = 130;

/**
 * Runs `stop` at the first request to stop (Ctrl-C, SIGTERM, a closed terminal) and then ends the
 * process: with 0, or with 1 when stopping failed, which `report` is told. Someone who asks again
 * a second or more later does not want to wait: the process ends at once.
 */
export function stopOnSignals(
  stop: (signal: NodeJS.Signals) => Promise<void>,
  report: (error: unknown) => void,
): void {
  let firstAt: number | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (firstAt !== null) {
      if (performance.now() - firstAt > sameKeyPressMs) process.exit(interruptedCode);
      return;
    }
    firstAt = performance.now();
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, onSignal);
}
