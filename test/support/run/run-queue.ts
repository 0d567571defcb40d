import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '#boot/config.ts';
import { closeAll, closeAtEndOfEachFile } from './at-end.ts';
import { takeNext } from './test-queue.ts';

/** How long what a test left open may keep the process. */
const graceMs = 30_000;

/**
 * Runs the test files of a queue one after the other in this process, each as a test with the name
 * of the file: what it opened closes when it ends, and its failure names it.
 */
export async function runQueue(folder: string): Promise<void> {
  closeAtEndOfEachFile();
  for (let next = takeNext(folder); next; next = takeNext(folder)) {
    const { file, isDone } = next;
    await test(file, async (t) => {
      t.after(closeAll);
      await import(pathToFileURL(join(projectFolder, file)).href);
    });
    isDone();
  }
  setTimeout(endByForce, graceMs).unref();
}

/** A test that left a server or a connection open would keep the whole run waiting. */
function endByForce(): never {
  console.error(`Tests left open: ${process.getActiveResourcesInfo().join(', ')}.`);
  process.exit(1);
}
