import { setTimeout as sleep } from 'node:timers/promises';
import { stopOnSignals } from '#boot/stop-signals.ts';

/** A process that needs a moment to stop and tells each time it begins to. */
const stopTakesMs = 300;

stopOnSignals(
  async () => {
    console.log('stopping');
    await sleep(stopTakesMs);
    console.log('stopped');
  },
  (error) => console.error(error),
);
setInterval(() => undefined, 1_000);
console.log('ready');
