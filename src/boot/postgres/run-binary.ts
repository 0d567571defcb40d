import { execFile } from 'node:child_process';
import type { Account } from './account.ts';

/** How a program ended, and everything it printed. */
export type Ended = { readonly ok: boolean; readonly output: string };

const outputLimitBytes = 1_000_000;

/** Runs one of PostgreSQL's programs to its end, as the given account; never throws. */
export function runBinary(
  program: string,
  args: readonly string[],
  account: Account | null,
): Promise<Ended> {
  const options = {
    // The server's account may not be allowed into our own working folder.
    cwd: '/',
    // Variables such as PGDATA or PGPORT of the caller must not reach our server.
    env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' },
    maxBuffer: outputLimitBytes,
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      resolve({ ok: error === null, output: output === '' && error ? error.message : output });
    });
  });
}
