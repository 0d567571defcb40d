import type { TFunction } from 'i18next';

/** A rule pack by its name in the reader's language; a pack without words keeps its own name. */
export function packWords(t: TFunction, pack: string, name: string | null): string {
  return t(`ui:pack.${pack}`, { defaultValue: name ?? pack });
}
