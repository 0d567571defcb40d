import { parse } from 'libpg-query';
import { customerColumn, placements } from '#storage/placement.ts';
import { writesTwice } from './cluster-writes.ts';
import {
  addFrom,
  amongGiven,
  anyNode,
  columnOf,
  conditionsOf,
  equalityOf,
  type From,
  inner,
  isGiven,
  isNode,
  type Node,
  nodesOf,
  pairsOf,
  queryKinds,
  Sets,
  type Table,
  walk,
} from './sql-tree.ts';

/** What a statement does that a cluster sharded by customer refuses, or answers otherwise. */
export type ClusterRule =
  /** Rows of several customers are locked at once, or the customer is not named. */
  | 'lock'
  /** A recursive query stands beside sharded tables. */
  | 'recursive'
  /** Sharded tables of one `from` do not meet on the customer. */
  | 'join'
  /** A subquery on a sharded table meets no sharded table around it on the customer. */
  | 'subquery'
  /** Grouping sets over sharded tables. */
  | 'grouping'
  /** `on conflict` does not name the customer. */
  | 'conflict'
  /** A subselect in `values`. */
  | 'values'
  /** A table is written twice, or read by a part that need not run before its writing. */
  | 'written'
  /** A row is looked for by its id, on all shards. */
  | 'by-id';

const placeOf = (table: string): string | undefined =>
  (placements as Readonly<Record<string, string>>)[table];
const isSharded = (table: string): boolean => placeOf(table) === 'customer';
const isLocal = (table: string): boolean => placeOf(table) === 'here';

/** What surrounds a query: the sharded aliases it may refer to, and all other aliases. */
type Around = { readonly sharded: readonly string[]; readonly other: readonly string[] };
type Context = {
  readonly ctes: ReadonlySet<string>;
  readonly around: Around;
  readonly found: Set<ClusterRule>;
};

const given = '= given';

function judgeQuery(wrapped: Node, context: Context): void {
  const kind = queryKinds.find((one) => isNode(wrapped[one]));
  const query = kind === undefined ? null : inner(wrapped, kind);
  if (!query || kind === undefined) return;
  const ctes = judgeParts(query, context);
  const within = { ...context, ctes };
  for (const side of ['larg', 'rarg']) {
    if (kind === 'SelectStmt' && isNode(query[side])) {
      judgeQuery({ SelectStmt: query[side] }, within);
    }
  }
  const from: From = {
    tables: [],
    calls: [],
    conditions: conditionsOf(query['whereClause']),
    derived: [],
  };
  for (const one of nodesOf(query['fromClause'] ?? query['usingClause'])) addFrom(one, from);
  const target = isNode(query['relation']) ? { RangeVar: query['relation'] } : null;
  if (target && kind !== 'InsertStmt') addFrom(target, from);
  judgeFrom(kind, query, from, within);
  if (kind === 'InsertStmt') judgeInsert(query, within);
}

/** The parts named by `with`: each is judged; answers the names that are no tables. */
function judgeParts(query: Node, context: Context): ReadonlySet<string> {
  const names = new Set(context.ctes);
  const parts = inner(query, 'withClause');
  for (const part of nodesOf(parts?.['ctes'])) {
    const cte = inner(part, 'CommonTableExpr');
    if (!cte || !isNode(cte['ctequery'])) continue;
    if (parts?.['recursive'] === true) names.add(String(cte['ctename']));
    judgeQuery(cte['ctequery'], { ...context, ctes: new Set(names) });
    names.add(String(cte['ctename']));
  }
  return names;
}

function judgeFrom(kind: string, query: Node, from: From, context: Context): void {
  const { ctes, around, found } = context;
  const tables = from.tables.filter(({ name }) => !ctes.has(name));
  const sharded = tables.filter(({ name }) => isSharded(name));
  const here = new Set([
    ...from.tables.map(({ alias }) => alias),
    ...from.derived.map((d) => d.alias),
    ...from.calls,
  ]);
  const customers = new Set(sharded.map(({ alias, name }) => `${alias}.${customerColumn(name)}`));
  const sets = new Sets();
  const alone = new Set<string>();
  /** Aliases whose customers are given as a list: such a look goes to the shards of these alone. */
  const listed = new Set<string>();
  const keyOf = (node: unknown): string | null => {
    const column = columnOf(node);
    if (!column) return null;
    const { alias } = column;
    if (alias !== '' || sharded.length !== 1) return `${alias}.${column.column}`;
    return `${sharded[0]?.alias}.${column.column}`;
  };
  for (const condition of from.conditions) {
    if (condition['using'] === true) {
      for (const { alias, name } of sharded) sets.join(`${alias}.${customerColumn(name)}`, 'using');
      continue;
    }
    const among = keyOf(amongGiven(condition));
    if (among && customers.has(among)) listed.add(among.slice(0, among.lastIndexOf('.')));
    for (const [left, right] of pairsOf(equalityOf(condition) ?? [null, null])) {
      const [a, b] = [keyOf(left), keyOf(right)];
      if (a && b) sets.join(a, b);
      else if (a && isGiven(right)) sets.join(a, given);
      else if (b && isGiven(left)) sets.join(b, given);
      const byId = a && isGiven(right) ? a : b && isGiven(left) ? b : null;
      if (byId?.endsWith('.id') && !customers.has(byId)) alone.add(byId.slice(0, -3));
    }
  }
  const outer = around.sharded.find((key) =>
    [...customers].some((c) => sets.root(c) === sets.root(key)),
  );
  if (outer !== undefined) for (const key of around.sharded) sets.join(key, 'outer');
  const roots = new Set([...customers].map((key) => sets.root(key)));
  const named = [...customers].every((key) => sets.root(key) === sets.root(given));
  if (roots.size > 1) found.add('join');
  for (const alias of listed) alone.delete(alias);
  judgeLook(query, { sharded, named, alone, sets }, found);
  const names = (alias: string): boolean => !here.has(alias);
  if (isInner(context) && !(named && sharded.length > 0)) {
    const outside = referred(query, names);
    const met = around.sharded.some((key) =>
      [...customers].some((c) => sets.root(c) === sets.root(key)),
    );
    const correlated = outside.size > 0;
    if (correlated && sharded.length > 0 && !met) found.add('subquery');
    const besides = around.sharded.length > 0;
    const local = tables.some(({ name }) => isLocal(name) || placeOf(name) === undefined);
    const parts = sharded.length === 0 && from.tables.some(({ name }) => ctes.has(name));
    if (correlated && besides && (local || parts)) found.add('subquery');
  }
  judgeInside(kind, query, from, {
    ...context,
    around: {
      sharded: [...around.sharded, ...customers],
      other: [...around.other, ...here],
    },
  });
}

const isInner = ({ around }: Context): boolean =>
  around.sharded.length > 0 || around.other.length > 0;

function judgeLook(
  query: Node,
  looked: {
    readonly sharded: readonly Table[];
    readonly named: boolean;
    readonly alone: ReadonlySet<string>;
    readonly sets: Sets;
  },
  found: Set<ClusterRule>,
): void {
  if (looked.sharded.length === 0) return;
  if (nodesOf(query['lockingClause']).length > 0 && !looked.named) found.add('lock');
  if (nodesOf(query['groupClause']).some((one) => isNode(one['GroupingSet'])))
    found.add('grouping');
  const unnamed = looked.sharded.filter(
    ({ alias, name }) =>
      looked.alone.has(alias) &&
      looked.sets.root(`${alias}.${customerColumn(name)}`) !== looked.sets.root(given),
  );
  if (unnamed.length > 0 && !asksWhose(query)) found.add('by-id');
}

/** Asks by its id where a row belongs, and nothing else: the one question for all shards. */
function asksWhose(query: Node): boolean {
  const columns = nodesOf(query['targetList']).map(
    (target) => columnOf(inner(target, 'ResTarget')?.['val'])?.column ?? '',
  );
  const locks = nodesOf(query['lockingClause']).length > 0;
  return (
    !locks && columns.includes('customer_id') && columns.every((name) => /^(.*_)?id$/.test(name))
  );
}

/** Aliases that a query speaks of and that are not its own. */
function referred(query: Node, isOutside: (alias: string) => boolean): ReadonlySet<string> {
  const outside = new Set<string>();
  const visit = (node: Node) => {
    const column = columnOf(node);
    if (column && column.alias !== '' && isOutside(column.alias)) outside.add(column.alias);
  };
  for (const [key, value] of Object.entries(query)) {
    if (key !== 'withClause' && key !== 'larg' && key !== 'rarg')
      walk(value, visit, () => undefined);
  }
  return outside;
}

/** Judges the subqueries of a query: in its `from`, and wherever a value or a test stands. */
function judgeInside(kind: string, query: Node, from: From, context: Context): void {
  const alone: Context = { ...context, around: { sharded: [], other: [] } };
  for (const { query: sub, lateral } of from.derived) judgeQuery(sub, lateral ? context : alone);
  for (const [key, value] of Object.entries(query)) {
    if (['withClause', 'larg', 'rarg', 'fromClause', 'usingClause'].includes(key)) continue;
    if (kind === 'InsertStmt' && key === 'selectStmt') continue;
    walk(
      value,
      () => undefined,
      (sub) => judgeQuery(sub, context),
    );
  }
  for (const key of ['fromClause', 'usingClause']) {
    for (const one of nodesOf(query[key])) judgeJoins(one, context);
  }
}

/** Subqueries in the conditions of joins and in functions of a `from`. */
function judgeJoins(node: unknown, context: Context): void {
  const join = inner(node, 'JoinExpr');
  if (join) {
    judgeJoins(join['larg'], context);
    judgeJoins(join['rarg'], context);
    walk(
      join['quals'],
      () => undefined,
      (sub) => judgeQuery(sub, context),
    );
  }
  const call = inner(node, 'RangeFunction');
  if (call)
    walk(
      call,
      () => undefined,
      (sub) => judgeQuery(sub, context),
    );
}

function judgeInsert(query: Node, context: Context): void {
  const table = String(inner(query, 'relation')?.['relname']);
  if (isNode(query['selectStmt'])) judgeQuery(query['selectStmt'], context);
  const select = inner(query['selectStmt'], 'SelectStmt');
  const values = select?.['valuesLists'];
  if (isSharded(table) && values !== undefined) {
    walk(
      values,
      () => undefined,
      () => context.found.add('values'),
    );
  }
  const infer = inner(inner(query, 'onConflictClause'), 'infer');
  const columns = nodesOf(infer?.['indexElems']).map((one) => inner(one, 'IndexElem')?.['name']);
  if (isSharded(table) && columns.length > 0 && !columns.includes(customerColumn(table))) {
    context.found.add('conflict');
  }
}

/** Which rules a statement breaks. Throws for a text that is no statement. */
export async function brokenRules(text: string): Promise<readonly ClusterRule[]> {
  const found = new Set<ClusterRule>();
  const parsed: unknown = await parse(text);
  for (const one of nodesOf(isNode(parsed) ? parsed['stmts'] : null)) {
    const statement = one['stmt'];
    if (!isNode(statement) || !queryKinds.some((kind) => isNode(statement[kind]))) continue;
    if (writesTwice(statement)) found.add('written');
    if (isRecursive(statement) && namesSharded(statement)) found.add('recursive');
    judgeQuery(statement, { ctes: new Set(), around: { sharded: [], other: [] }, found });
  }
  return [...found];
}

const isRecursive = (statement: Node): boolean =>
  anyNode(statement, (node) => inner(node, 'withClause')?.['recursive'] === true);

const namesSharded = (statement: Node): boolean =>
  anyNode(statement, (node) => {
    const table = node['relname'];
    return typeof table === 'string' && isSharded(table);
  });
