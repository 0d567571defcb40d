import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The end of the name of a backup that is not whole. */
export const partEnd = '.part';

/** A backup under way writes to its file all the time; one that stood still so long was ended. */
const stillForMs = 3_600_000;

/**
 * Removes what backups to `*.dun` that were killed left in a folder: data of people that nobody looks
 * after. `told` hears of each.
 */
export function sweepParts(folder: string, nowMs: number, told: (sentence: string) => void): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((one) => one.endsWith(`.dun${partEnd}`))) {
    const path = join(folder, name);
    if (nowMs - statSync(path).mtimeMs < stillForMs) continue;
    rmSync(path, { force: true });
    told(`${path} was left by a backup that was ended, and is removed.`);
  }
}
