import { z } from 'zod';

/** The facts of an event as they lie in the log, and the version of that form. */
export type EventForm<Version extends number, Shape extends z.ZodRawShape> = {
  readonly v: Version;
  readonly facts: z.ZodObject<Shape, z.core.$strict>;
};

/**
 * The form of one kind's facts: every fact is named, and what is not named is refused. Raise the
 * version when the meaning or the shape changes; rows already written keep theirs.
 */
export function form<const Version extends number, Shape extends z.ZodRawShape>(
  v: Version,
  facts: Shape,
): EventForm<Version, Shape> {
  return { v, facts: z.strictObject(facts) };
}

/** Id of a row: which kind of row is said by the name of the fact. */
export const id = z.guid();

/** A local date, `2026-11-18`. */
export const date = z.iso.date();

/** An instant, ISO 8601 with `Z` or an offset. */
export const instant = z.iso.datetime({ offset: true });

/** An amount in minor units: a `bigint` in the program, plain digits in the log. */
export const minor = z.codec(z.string().regex(/^-?\d+$/), z.bigint(), {
  decode: (digits) => BigInt(digits),
  encode: (amount) => amount.toString(),
});

/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** A number of things. */
export const count = z.int().min(0);

/**
 * A code from a list that is data and not part of the program, such as the id of a rule or a step.
 * Its form keeps words that somebody typed out of the log.
 */
export const code = z.string().regex(/^[\p{L}\d][\p{L}\d_.:/-]{0,99}$/u);

/** Several codes. */
export const codes = z.array(code).readonly();

/** A SHA-256 in hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
