/** A node of a parsed statement. */
export type Node = { readonly [key: string]: unknown };
/** A table in a `from`, and the name it has there. */
export type Table = { readonly name: string; readonly alias: string };

/** Whether a value is a node, or a list of them. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null;
/** The nodes in a list; none for anything else. */
export const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.filter(isNode) : [];
/** The node of one kind inside a wrapping node, null when it is of another kind. */
export const inner = (node: unknown, kind: string): Node | null => {
  const found = isNode(node) ? node[kind] : undefined;
  return isNode(found) ? found : null;
};
/** The parts of a statement that are queries of their own: they are judged apart. */
export const queryKinds = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt'] as const;

/** Visits what lies in a query, without going into the queries inside it; those go to `query`. */
export function walk(
  value: unknown,
  visit: (node: Node) => void,
  query: (node: Node) => void,
): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, visit, query);
    return;
  }
  if (!isNode(value)) return;
  for (const kind of queryKinds) {
    if (isNode(value[kind])) {
      query(value);
      return;
    }
  }
  visit(value);
  for (const one of Object.values(value)) walk(one, visit, query);
}

/** `alias.column`, or `.column` where no alias is given. */
export function columnOf(
  node: unknown,
): { readonly alias: string; readonly column: string } | null {
  const fields = nodesOf(inner(node, 'ColumnRef')?.['fields']).map((field) =>
    String(inner(field, 'String')?.['sval'] ?? '*'),
  );
  const column = fields.at(-1);
  return column === undefined ? null : { alias: fields.at(-2) ?? '', column };
}

/** A parameter or a constant, cast or not. */
export function isGiven(node: unknown): boolean {
  if (inner(node, 'ParamRef') || inner(node, 'A_Const')) return true;
  const cast = inner(node, 'TypeCast');
  return cast !== null && isGiven(cast['arg']);
}

/** The conditions that all hold: the parts of an `and`. */
export function conditionsOf(node: unknown): Node[] {
  const bool = inner(node, 'BoolExpr');
  if (bool?.['boolop'] === 'AND_EXPR') return nodesOf(bool['args']).flatMap(conditionsOf);
  return isNode(node) ? [node] : [];
}

/** Both sides of an equality, null for anything else. */
export function equalityOf(node: Node): readonly [unknown, unknown] | null {
  const expression = inner(node, 'A_Expr');
  if (expression?.['kind'] !== 'AEXPR_OP') return null;
  const [operator] = nodesOf(expression['name']);
  return inner(operator, 'String')?.['sval'] === '='
    ? [expression['lexpr'], expression['rexpr']]
    : null;
}

/** The column in `column = any(given)`, null for anything else. */
export function amongGiven(node: Node): unknown {
  const expression = inner(node, 'A_Expr');
  const isAmong = expression?.['kind'] === 'AEXPR_OP_ANY' && isGiven(expression['rexpr']);
  return isAmong ? expression['lexpr'] : null;
}

/** Both sides of an equality of rows, part by part. */
export function pairsOf([left, right]: readonly [unknown, unknown]): (readonly [
  unknown,
  unknown,
])[] {
  const lefts = inner(left, 'RowExpr')?.['args'];
  const rights = inner(right, 'RowExpr')?.['args'];
  if (!Array.isArray(lefts) || !Array.isArray(rights)) return [[left, right]];
  return lefts.map((one, i) => [one, rights[i]] as const);
}

/** The tables of a `from`, the conditions of its joins, and the subqueries in it. */
export type From = {
  readonly tables: Table[];
  /** Names of functions that answer rows. */
  readonly calls: string[];
  readonly conditions: Node[];
  readonly derived: { readonly alias: string; readonly query: Node; readonly lateral: boolean }[];
};

/** Adds what one entry of a `from` holds. */
export function addFrom(node: unknown, from: From): void {
  const table = inner(node, 'RangeVar');
  if (table) {
    const name = String(table['relname']);
    from.tables.push({ name, alias: String(inner(table, 'alias')?.['aliasname'] ?? name) });
  }
  const sub = inner(node, 'RangeSubselect');
  if (sub && isNode(sub['subquery'])) {
    from.derived.push({
      alias: String(inner(sub, 'alias')?.['aliasname'] ?? ''),
      query: sub['subquery'],
      lateral: sub['lateral'] === true,
    });
  }
  const call = inner(node, 'RangeFunction');
  if (call) from.calls.push(String(inner(call, 'alias')?.['aliasname'] ?? ''));
  const join = inner(node, 'JoinExpr');
  if (!join) return;
  addFrom(join['larg'], from);
  addFrom(join['rarg'], from);
  from.conditions.push(...conditionsOf(join['quals']));
  for (const column of nodesOf(join['usingClause'])) {
    if (inner(column, 'String')?.['sval'] === 'customer_id') from.conditions.push({ using: true });
  }
}

/** Whether a node or one inside it passes a test. */
export function anyNode(value: unknown, test: (node: Node) => boolean): boolean {
  if (Array.isArray(value)) return value.some((one) => anyNode(one, test));
  return isNode(value) && (test(value) || Object.values(value).some((one) => anyNode(one, test)));
}

/** Which aliases stand for the same customer: a set each, `given` for a customer that is named. */
export class Sets {
  readonly #parents = new Map<string, string>();
  root(key: string): string {
    const parent = this.#parents.get(key);
    return parent === undefined ? key : this.root(parent);
  }
  join(a: string, b: string): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.#parents.set(x, y);
  }
}
