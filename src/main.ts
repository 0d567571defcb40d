import { CannotStart } from './boot/cannot-start.ts';

/** Each command and the module that runs it; loaded when asked, so that small ones start fast. */
const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
  start: async (args) => (await import('./boot/commands/start.ts')).runStart(args),
  import: async (args) => (await import('./boot/commands/import.ts')).runImport(args),
  decide: async () => (await import('./boot/commands/decide.ts')).runDecideCommand(),
  'read-statement': async (args) =>
    (await import('./boot/commands/read-statement.ts')).runReadStatement(args, process),
};

const [name = 'start', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command) throw new CannotStart(`There is no command ${name}.`);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
