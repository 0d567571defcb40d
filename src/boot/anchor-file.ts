import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { instantOf } from '#kernel/time.ts';
import type { Anchor, Anchors } from '#ports/anchors.ts';
import { CannotStart, codeOf } from './cannot-start.ts';

const line = z.strictObject({
  at: z.iso.datetime().transform((at) => instantOf(Date.parse(at))),
  block: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * The ends of the chain of seals that a file holds, oldest first, a JSON object a line.
 *
 * @throws CannotStart when the file cannot be read or holds something else.
 */
export function readAnchors(path: string): readonly Anchor[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new CannotStart(`The file of anchors ${path} cannot be read (${codeOf(error)}).`, {
      cause: error,
    });
  }
  const lines = text.split('\n').filter((each) => each.trim() !== '');
  return lines.map((each, place) => {
    const read = line.safeParse(jsonOf(each));
    if (read.success) return read.data;
    throw new CannotStart(
      `Line ${place + 1} of the file of anchors ${path} is not one of Dunlin's.`,
    );
  });
}

/** Anchors in a file that only its owner reads. */
export function anchorFile(path: string): Anchors {
  return {
    last: () => Promise.resolve(readAnchors(path).at(-1) ?? null),
    keep: async (anchor) => {
      appendFileSync(path, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true });
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
