/** Other words for a value, each with the one that stands for it. */
export type Words = Readonly<Record<string, string>>;

/** What is done with one field of an object: another name, other words, or an object of its own. */
type Treatment = {
  readonly is?: string;
  readonly words?: ReadonlyMap<string, string>;
  readonly holds?: Shape;
};
/** What is done with the fields of an object. */
export type Shape = ReadonlyMap<string, Treatment>;

type Parts = {
  /** Other names of a field: `{ dir: ['direction'] }`. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Other words of a field's value. */
  readonly words?: Readonly<Record<string, Words | ReadonlyMap<string, string>>>;
  /** Fields that hold an object, or a list of them. */
  readonly holds?: Readonly<Record<string, Shape>>;
};

/** A table of one object, ready to be used. */
export function shape({ names = {}, words = {}, holds = {} }: Parts): Shape {
  const own = new Map<string, Treatment>();
  for (const [field, table] of Object.entries(words)) {
    own.set(field, { words: table instanceof Map ? table : new Map(Object.entries(table)) });
  }
  for (const [field, of] of Object.entries(holds)) own.set(field, { holds: of });
  for (const [field, others] of Object.entries(names)) {
    for (const other of others) own.set(other, { ...own.get(field), is: field });
  }
  return own;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const wordIn = (words: ReadonlyMap<string, string>, value: unknown): unknown =>
  typeof value === 'string' ? (words.get(value) ?? value) : value;

/** A list with its items translated; the list itself when there is nothing to translate. */
function eachOf<T>(list: readonly T[], translate: (item: T) => T): readonly T[] {
  let other: T[] | undefined;
  for (const [index, item] of list.entries()) {
    const translated = translate(item);
    if (translated === item) continue;
    other ??= [...list];
    other[index] = translated;
  }
  return other ?? list;
}

function treated({ words, holds }: Treatment, value: unknown): unknown {
  if (words) {
    return Array.isArray(value)
      ? eachOf(value, (item) => wordIn(words, item))
      : wordIn(words, value);
  }
  if (!holds) return value;
  return Array.isArray(value)
    ? eachOf(value, (item) => translated(item, holds))
    : translated(value, holds);
}

/** An object under its own names and words; the object itself when it has them already. */
export function translated(value: unknown, of: Shape): unknown {
  if (!isObject(value)) return value;
  let other: Record<string, unknown> | undefined;
  for (const key in value) {
    const treatment = of.get(key);
    if (!treatment) continue;
    const before = value[key];
    const after = treated(treatment, before);
    // A name given beside the field's own is left where it stands: nobody can say which is meant.
    const name = treatment.is !== undefined && !(treatment.is in value) ? treatment.is : key;
    if (after === before && name === key) continue;
    other ??= { ...value };
    if (name !== key) delete other[key];
    other[name] = after;
  }
  return other ?? value;
}
