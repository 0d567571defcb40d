import { type DebtType, debtTypeOf } from '#domain/debts/debt-types.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { CellReader, IntakeDefaults } from './cells.ts';
import { bookFields } from './fields.ts';
import type { ImportMap } from './import-map.ts';

/**
 * The kind of debt of a row: what its own column says, else what was answered for its product. Null
 * where the product's name tells it, or somebody said that it is not known; a product about which
 * nobody said anything refuses the row, since many rules hold for one kind of debt alone.
 */
export function readDebtType(
  reader: CellReader,
  map: ImportMap,
  defaults: IntakeDefaults,
): DebtType | null {
  const said = reader.choice('debtType', bookFields.debtType.choices);
  if (said !== null || reader.raw('debtType') !== null) return said;
  const product = reader.raw('product')?.text ?? defaults.product;
  if (product === undefined || defaults.product === undefined) return null;
  if (debtTypeOf(product) !== null) return null;
  const name = product.toLowerCase();
  // A product may be named as what every object has: `constructor`.
  const answered = ownValue(map.debtTypes, name);
  if (answered !== undefined) return answered === 'unknown' ? null : answered;
  return reader.refuse('product', 'unknown-product', { value: product.slice(0, 200) });
}
