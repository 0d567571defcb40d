import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Facts } from '#domain/gate/facts/facts.ts';

/** The facts of a decision as they are kept. */
export type PackedFacts = {
  /** The JSON text, compressed; what it shares with the text of the base is left out. */
  readonly bytes: Buffer;
  /** SHA-256 of the JSON text, hexadecimal. */
  readonly hash: string;
  readonly baseId: string | null;
};

/** A kept decision that another one repeats for the most part, and the text of its facts. */
export type FactsBase = { readonly id: string; readonly text: string };

/** As stored: the bytes, and those of the base where there is one. A base has no base itself. */
export type StoredFacts = { readonly facts: Buffer; readonly baseFacts: Buffer | null };

/** Least effort: the log of a contact repeats itself so much that more gains little. */
const level = 1;

/** Packs the facts of a decision; those that repeat the base's take a few hundred bytes. */
export function packFacts(facts: Facts, base: FactsBase | null = null): PackedFacts {
  const text = JSON.stringify(facts);
  const dictionary = base === null ? {} : { dictionary: Buffer.from(base.text) };
  const bytes = deflateRawSync(text, { level, ...dictionary });
  return { bytes, hash: factsHash(text), baseId: base?.id ?? null };
}

/** Whether the facts were erased: their hash stays, and so does what was decided on them. */
export function areErased({ facts }: Pick<StoredFacts, 'facts'>): boolean {
  return facts.length === 0;
}

/**
 * The JSON text of stored facts, as it was hashed; an empty object for those that were erased. Throws
 * when the bytes are not what was kept.
 */
export function unpackedText({ facts, baseFacts }: StoredFacts): string {
  if (areErased({ facts })) return '{}';
  if (baseFacts === null) return inflateRawSync(facts).toString();
  return inflateRawSync(facts, { dictionary: inflateRawSync(baseFacts) }).toString();
}

/** The facts of a decision. */
export function unpackFacts(stored: StoredFacts): Facts {
  return JSON.parse(unpackedText(stored));
}

/** Whether the stored bytes still give the text whose hash was kept. */
export function factsHold(stored: StoredFacts & { readonly factsHash: string }): boolean {
  try {
    return factsHash(unpackedText(stored)) === stored.factsHash;
  } catch {
    return false;
  }
}

function factsHash(text: string): string {
  return hash('sha256', text);
}
