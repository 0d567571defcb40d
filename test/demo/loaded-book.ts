import type { sql } from 'kysely';
import { loadExampleBook } from '#demo/load-example-book.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

/** A part of the book is enough to see everything in it. */
export const share = 0.35;

/** A world in which a part of the example book was loaded, and what the loader printed. */
export type LoadedBook = {
  readonly world: World;
  readonly manager: Actor;
  readonly printed: readonly string[];
  /** The rows of a statement. */
  readonly rowsOf: <T>(statement: ReturnType<typeof sql<T>>) => Promise<readonly T[]>;
};

const agents = ['agent', 'agent', 'agent', 'agent'] as const;

/** Loads a part of the example book into a new world. */
export async function loadedBook(): Promise<LoadedBook> {
  const world = await freshWorld();
  for (const role of [...agents, 'back_office', 'supervisor', 'compliance'] as const) {
    await world.user(role);
  }
  const manager = await world.user('manager');
  const printed: string[] = [];
  await loadExampleBook(world.app, (sentence) => printed.push(sentence), share);
  const rowsOf: LoadedBook['rowsOf'] = async (statement) =>
    (await statement.execute(world.db)).rows;
  return { world, manager, printed, rowsOf };
}
