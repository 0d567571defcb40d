import { CannotStart } from './boot/cannot-start.ts';
import { MigrationError } from './storage/migrate.ts';

/** Each command and the module that runs it; loaded when asked, so that small ones start fast. */
const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
  start: async (args) => (await import('./boot/commands/start.ts')).runStart(args),
  import: async (args) => (await import('./boot/commands/import.ts')).runImport(args),
  decide: async () => (await import('./boot/commands/decide.ts')).runDecideCommand(),
  'read-statement': async (args) => {
    const { runReadStatement } = await import('./boot/commands/read-statement.ts');
    return runReadStatement(args, {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      today: new Date().toISOString().slice(0, 10),
    });
  },
};

const [name = 'start', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command) throw new CannotStart(`There is no command ${name}.`);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof MigrationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
