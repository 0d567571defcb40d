import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { projectFolder, readProcessConfig } from '../config.ts';
import { type OpenWorld, openWorld } from '../open-world.ts';
import { stopOnSignals } from '../stop-signals.ts';

/** Starts Dunlin and keeps it running until a signal asks it to stop. Throws `CannotStart`. */
export async function runStart(args: readonly string[]): Promise<number> {
  const config = readProcessConfig(args);
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const webFolder = join(projectFolder, 'dist', 'web');
  const opening = openWorld({
    config,
    log,
    webFolder: existsSync(webFolder) ? webFolder : null,
    print: (sentence) => process.stdout.write(`${sentence}\n`),
  });
  // Asked to stop during a long first start, it stops as soon as it is open.
  stopOnSignals(
    async () => (await opening).close(),
    (error) => log.error({ err: error }, 'stopping failed'),
  );
  const world = await opening;
  printAddress(config.baseUrl, world);
  return 0;
}

/** Tells where it is open; passwords only when they were drawn in this very start. */
function printAddress(baseUrl: string, { logins, loginsFile, freshLogins }: OpenWorld): void {
  const width = Math.max(...freshLogins.map(({ email }) => email.length), 0);
  const lines = freshLogins.map(
    ({ role, email, password }) => `  ${email.padEnd(width)}  ${password}  ${role}`,
  );
  const first = `First logins, shown this once and kept in ${loginsFile}:\n${lines.join('\n')}`;
  const kept =
    logins.length > 0 ? `The ${logins.length} first logins are in ${loginsFile}\n\n` : '';
  const told = lines.length > 0 ? `${first}\n\n` : kept;
  process.stdout.write(
    `\nDunlin is open at ${baseUrl}\n\n${told}` +
      'The telephone network is simulated. Ctrl-C stops; starting again finds the same data.\n',
  );
}
