import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';

/** One place of an input that takes text, or anything at all: `note`, `debts[].reference`, `map{}`. */
export type TextLeaf = { readonly place: string; readonly schema: z.core.$ZodType };

type Walk = (schema: z.core.$ZodType, place: string, outer: z.core.$ZodType) => TextLeaf[];

/**
 * The places of an endpoint's input that take text. `schema` is all that is done with the text at that
 * place: what cleans it behind its check too.
 */
export function textLeaves({ input }: Pick<Endpoint, 'input'>): readonly TextLeaf[] {
  return leavesOf(input as z.core.$ZodType, '', input as z.core.$ZodType);
}

/** Where one is within another, both are one place: `outer` is the widest that is still of this text. */
const leavesOf: Walk = (schema, place, outer) => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const within = (each: z.core.$ZodType) => leavesOf(each, place, outer);
  switch (def.type) {
    case 'string':
    case 'unknown':
    case 'any':
    case 'template_literal':
      return [{ place, schema: outer }];
    case 'object':
      return Object.entries(def.shape).flatMap(([name, each]) =>
        leavesOf(each, place === '' ? name : `${place}.${name}`, each),
      );
    case 'array':
      return leavesOf(def.element, `${place}[]`, def.element);
    case 'record':
      return [
        ...leavesOf(def.keyType, `${place}{name}`, def.keyType),
        ...leavesOf(def.valueType, `${place}{}`, def.valueType),
      ];
    case 'union':
      return def.options.flatMap(within);
    case 'intersection':
      return [...within(def.left), ...within(def.right)];
    case 'tuple':
      return def.items.flatMap((each) => leavesOf(each, `${place}[]`, each));
    case 'pipe':
      return within(def.in);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return within(def.innerType);
    case 'lazy':
      return within(def.getter());
    default:
      return notText.has(def.type) ? [] : [{ place: `${place} (${def.type})`, schema: outer }];
  }
};

const notText: ReadonlySet<string> = new Set([
  ...['number', 'int', 'boolean', 'bigint', 'date', 'null', 'undefined', 'void', 'never'],
  ...['enum', 'literal', 'transform'],
]);
