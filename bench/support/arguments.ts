/** The size a bench runs at: `--size=100000` on the command line, else the size of the budget. */
export function sizeOf(usual: number): number {
  const given = process.argv.find((arg) => arg.startsWith('--size='));
  const size = given ? Number(given.slice('--size='.length)) : usual;
  if (!Number.isSafeInteger(size) || size < 1) throw new Error('--size= must be a whole number');
  return size;
}
