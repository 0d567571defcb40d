import { ownValue } from '#kernel/own-value.ts';

/** Catalogues whose words an area's screens use beside their own. */
const alongside: Readonly<Record<string, readonly string[]>> = {
  admin: ['compliance'],
  agent: ['contact-log'],
  cases: ['agent', 'contact-log'],
  compliance: ['agent', 'contact-log'],
  'contact-log': ['agent'],
};

/** Every catalogue that an area's screens read, its own first. */
export function cataloguesOf(area: string): readonly string[] {
  return [area, ...(ownValue(alongside, area) ?? []), 'ui'];
}
