import { once } from 'node:events';
import { CannotStart } from '#boot/cannot-start.ts';
import { ownValue } from '#kernel/own-value.ts';
import { MigrationError } from '#storage/migrate.ts';

/** Each command and the module that runs it; loaded when asked, so that small ones start fast. */
const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
  start: async (args) => (await import('#boot/commands/start.ts')).runStart(args),
  import: async (args) => (await import('#boot/commands/import.ts')).runImport(args),
  decide: async () => (await import('#boot/commands/decide.ts')).runDecideCommand(),
  'verify-log': async () => {
    const { runVerifyLog } = await import('#boot/commands/verify-log.ts');
    return runVerifyLog((text) => written(process.stdout, text));
  },
  backup: async (args) => (await import('#boot/commands/backup.ts')).runBackup(args, told),
  restore: async (args) => (await import('#boot/commands/backup.ts')).runRestore(args, told),
  'rotate-text-key': async () =>
    (await import('#boot/commands/rotate-text-key.ts')).runRotateTextKey(told),
  'adopt-keys': async (args) =>
    (await import('#boot/commands/adopt-keys.ts')).runAdoptKeys(args, told),
  'reset-password': async (args) => {
    const { runResetPassword } = await import('#boot/commands/reset-password.ts');
    return runResetPassword(args, (text) => written(process.stdout, text));
  },
  'read-statement': async (args) => {
    const { runReadStatement } = await import('#boot/commands/read-statement.ts');
    return runReadStatement(args, {
      out: (text) => written(process.stdout, text),
      err: (text) => written(process.stderr, text),
      today: new Date().toISOString().slice(0, 10),
    });
  },
};

/** Says a sentence to the person who typed the command. */
function told(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Waits while a slow reader catches up. */
async function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

// A reader that has seen enough (`| head`) closes the pipe: no reason to complain.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// What is written holds personal data: other users of the machine have no part in it.
process.umask(0o077);
const [name = 'start', ...args] = process.argv.slice(2);
const command = ownValue(commands, name);
try {
  if (!command) throw new CannotStart(`There is no command ${name}.`);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof MigrationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
