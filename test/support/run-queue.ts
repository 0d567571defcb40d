import { Server } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '#boot/config.ts';
import { takeNext } from './test-queue.ts';

/**
 * Runs the test files of a queue one after the other in this process, each as a test with the name
 * of the file: what it opened closes when it ends, and its failure names it.
 */
export async function runQueue(folder: string): Promise<void> {
  for (let next = takeNext(folder); next; next = takeNext(folder)) {
    const { file, isDone } = next;
    await test(file, async () => {
      await import(pathToFileURL(join(projectFolder, file)).href);
    });
    closeLeftServers(file);
    isDone();
  }
}

/** A server that a file left listening would keep the process for ever; it is closed, and named. */
function closeLeftServers(file: string): void {
  const { _getActiveHandles: handles } = process as unknown as {
    readonly _getActiveHandles: () => readonly unknown[];
  };
  for (const handle of handles()) {
    if (!(handle instanceof Server) || !handle.listening) continue;
    console.error(`${file} left a server listening.`);
    handle.close();
  }
}
