import { shownLineOf } from '#kernel/shown-text.ts';

/** An element of the part of a file that is held: local name, text, children, its line. */
export type Element = {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
};

/** The first element down the path of local names, or null. */
export function find(from: Element, ...path: readonly string[]): Element | null {
  let at: Element | undefined = from;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at ?? null;
}

/** All elements at the end of the path, through every branch. */
export function findAll(from: Element, ...path: readonly string[]): Element[] {
  let level = [from];
  for (const name of path) {
    level = level.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return level;
}

/** The schemas allow 500 characters at most. */
const maxText = 1_000;

/** The text at the end of the path as it can be shown; null when there is none or it is empty. */
export function textAt(from: Element, ...path: readonly string[]): string | null {
  const text = shownLineOf(
    find(from, ...path)
      ?.text.replace(/\s+/g, ' ')
      .slice(0, maxText) ?? '',
  );
  return text === '' ? null : text;
}
