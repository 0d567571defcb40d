import { placements } from '#storage/placement.ts';
import { inner, isNode, type Node, nodesOf, queryKinds } from './sql-tree.ts';

/** A part of a statement: what it writes, the tables it reads, and the parts it reads from. */
type Part = {
  readonly name: string;
  readonly writes: string | null;
  /** Only adds rows, so that it changes none that another part wrote. */
  readonly adds: boolean;
  readonly reads: ReadonlySet<string>;
};

/**
 * Whether a statement writes a table twice, or reads it in a part that the writing does not build
 * on. PostgreSQL shows every part the rows from before the statement; a cluster runs the parts one
 * after the other, and a later one sees what an earlier one wrote.
 */
export function writesTwice(statement: Node): boolean {
  const parts = partsOf(statement);
  const byName = new Map(parts.map((part) => [part.name, part]));
  return parts.some((writer) => {
    const table = writer.writes;
    if (table === null || !Object.hasOwn(placements, table)) return false;
    const before = foundations(writer, byName);
    return parts.some(
      (other) =>
        other !== writer &&
        ((other.writes === table &&
          !(writer.adds && before.has(other.name)) &&
          !(other.adds && foundations(other, byName).has(writer.name))) ||
          (other.reads.has(table) && other.writes !== table && !before.has(other.name))),
    );
  });
}

/** The parts that a part reads from, directly or through others. */
function foundations(part: Part, byName: ReadonlyMap<string, Part>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string) => {
    const below = byName.get(name);
    if (!below || found.has(name) || below === part) return;
    found.add(name);
    for (const read of below.reads) add(read);
  };
  for (const read of part.reads) add(read);
  return found;
}

function partsOf(statement: Node): Part[] {
  const kind = queryKinds.find((one) => isNode(statement[one]));
  const query = kind === undefined ? null : inner(statement, kind);
  if (!query || kind === undefined) return [];
  const parts = nodesOf(inner(query, 'withClause')?.['ctes']).flatMap((one) => {
    const cte = inner(one, 'CommonTableExpr');
    return cte && isNode(cte['ctequery']) ? [partOf(String(cte['ctename']), cte['ctequery'])] : [];
  });
  const { withClause: _, ...rest } = query;
  return [...parts, partOf('', { [kind]: rest })];
}

function partOf(name: string, statement: Node): Part {
  const kind = queryKinds.find((one) => isNode(statement[one])) ?? 'SelectStmt';
  const query = inner(statement, kind);
  const target = inner(query, 'relation')?.['relname'];
  const reads = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    if (!isNode(value) || Array.isArray(value)) return;
    const table = inner(value, 'RangeVar')?.['relname'];
    if (typeof table === 'string') reads.add(table);
    for (const one of Object.values(value)) collect(one);
  };
  const { relation: _, ...rest } = query ?? {};
  collect(rest);
  const adds = kind === 'InsertStmt' && query?.['onConflictClause'] === undefined;
  return { name, writes: typeof target === 'string' ? target : null, adds, reads };
}
