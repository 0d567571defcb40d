import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const size = '1500m';
const chunkBytes = 1_048_576;
const smallestBytes = 512;

/** A folder with little room, which can be filled and emptied; null where none can be made. */
export type SmallDisk = {
  readonly fill: () => void;
  readonly free: () => void;
  readonly unmount: () => void;
};

/** Mounts a small memory file system on the folder; only the machine's root may. */
export function mountSmallDisk(folder: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  const options = `size=${size},mode=0755`;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]).status !== 0) return null;
  const filler = join(folder, 'filler');
  return {
    fill: () => fillUp(filler),
    free: () => rmSync(filler, { force: true }),
    unmount: () => {
      spawnSync('umount', ['-l', folder]);
    },
  };
}

/** Writes until nothing more fits, then smaller pieces. */
function fillUp(path: string): void {
  const file = openSync(path, 'a');
  for (let bytes = chunkBytes; bytes >= smallestBytes; ) {
    try {
      writeSync(file, Buffer.alloc(bytes));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      bytes /= 2;
    }
  }
  closeSync(file);
}
