import { z } from 'zod';

/** How a setting is entered. */
export const fieldTypes = ['text', 'secret', 'number', 'whole', 'yes-no', 'list'] as const;

/** What a setting may hold. */
export type SettingValue = string | number | boolean | readonly string[];

/** One setting of an adapter, as its form needs it. */
export type SettingField = {
  readonly name: string;
  readonly type: (typeof fieldTypes)[number];
  /** Whether there is no default. */
  readonly required: boolean;
  /** Bounds of a number; null for none. */
  readonly min: number | null;
  readonly max: number | null;
  readonly usual: SettingValue | null;
};

type Property = {
  readonly type?: string;
  readonly secret?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: SettingField['usual'];
};

const typeOf = ({ type, secret }: Property): SettingField['type'] => {
  if (secret) return 'secret';
  if (type === 'boolean') return 'yes-no';
  if (type === 'integer') return 'whole';
  if (type === 'number') return 'number';
  return type === 'array' ? 'list' : 'text';
};

/** The settings that a schema checks, in their order. */
export function settingFields(settings: z.ZodObject): readonly SettingField[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input' });
  return Object.entries(properties as Readonly<Record<string, Property>>).map(
    ([name, property]) => ({
      name,
      type: typeOf(property),
      required: property.default === undefined,
      min: property.minimum ?? null,
      max: property.maximum ?? null,
      usual: property.secret ? null : (property.default ?? null),
    }),
  );
}
