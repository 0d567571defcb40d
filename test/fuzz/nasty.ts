import fc from 'fast-check';
import type { FuzzWorld } from './fuzz-world.ts';

/** Texts that have broken programs before. */
const known = [
  ...['', ' ', '\0', '\u202Eabc', '\u2066x', '\uD800', '\uFFFD', '\uFEFF', '\r\n', '"', "'", '\\'],
  ...['__proto__', 'constructor', 'toString', 'null', 'NaN', '-0', '1e999', '0x10', '%00', '../..'],
  ...['=cmd()', '@a.', '<a>', '{{x}}', '%{x}', "'; select 1; --", '2026-02-30', '9999-12-31'],
  ...[
    '10.00',
    '-1',
    '99999999999999999999',
    '0.00001',
    '1,5',
    '٣',
    'İ',
    'ﷺ',
    '👩‍👩‍👧',
    'en',
    'USD',
  ],
];

/** A text: known trouble, anything at all, or something long. */
export const nastyText = fc
  .oneof(
    fc.constantFrom(...known),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 20 }),
    fc.tuple(fc.constantFrom(...known), fc.nat(60_000)).map(([text, times]) => text.repeat(times)),
  )
  .map((text) => text.slice(0, 100_000));

/** Any value that JSON can say, with names that mean something to JavaScript. */
export const nastyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nastyText,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(nastyText, tie('value'), { maxKeys: 4 }),
  ),
})).value;

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
};

const plausible = fc.constantFrom(
  ...['2026-11-18', '2026-11-18T15:00:00Z', '10.00', '0.01', 'USD', 'US', 'America/New_York', '1'],
  ...['+12025550123', 'a@example.test', 'Ana', 'A remark of a few words', 'sms', 'phone'],
);

/** Values that come near what a schema asks for: the further in, the more of the product is met. */
export function near(schema: Schema, { ids }: Pick<FuzzWorld, 'ids'>): fc.Arbitrary<unknown> {
  const inner = (each: Schema) => near(each, { ids });
  const right = (): fc.Arbitrary<unknown> => {
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map(inner));
    switch (schema.type) {
      case 'object':
        return objectNear(schema, inner);
      case 'array':
        return fc.array(inner(schema.items ?? {}), { maxLength: 4 });
      case 'integer':
      case 'number':
        return fc.integer({
          min: Math.max(schema.minimum ?? -5, -1_000_000),
          max: Math.min(schema.maximum ?? 500, 1_000_000),
        });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return schema.format === 'uuid'
          ? fc.constantFrom(...ids)
          : fc.oneof({ weight: 3, arbitrary: plausible }, { weight: 1, arbitrary: nastyText });
    }
  };
  return fc.oneof({ weight: 24, arbitrary: right() }, { weight: 1, arbitrary: nastyJson });
}

function objectNear(
  { properties = {}, additionalProperties }: Schema,
  inner: (each: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, inner(each)]),
  );
  const rest = typeof additionalProperties === 'object' ? inner(additionalProperties) : fc.string();
  const isOpen = additionalProperties !== false && additionalProperties !== undefined;
  if (!isOpen)
    return fc.oneof(
      { weight: 6, arbitrary: fc.record(fields) },
      { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    );
  return fc
    .tuple(fc.record(fields), fc.dictionary(nastyText, rest, { maxKeys: 4 }))
    .map(([own, more]) => ({ ...more, ...own }));
}
