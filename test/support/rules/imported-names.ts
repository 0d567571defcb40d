const importPattern = /(?:^|\n)import\s+(type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g;

/** A value (not a type) that a file imports by name, and the module it names. */
export type ImportedValue = { readonly name: string; readonly from: string };

/** The values that a file imports by name. */
export function importedValues(text: string): ImportedValue[] {
  return [...text.matchAll(importPattern)].flatMap(([, isType, names = '', from = '']) =>
    isType ? [] : namesOf(names).map((name) => ({ name, from })),
  );
}

function namesOf(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('type '))
    .map((entry) => entry.split(' as ')[0] ?? entry);
}

/** The values that a file exports by name. */
export function exportedValues(text: string): string[] {
  const found = text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm);
  return [...found].map(([, name = '']) => name);
}

/** The modules that a file imports, in any form. */
export function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)[^'";]*?from\s+'([^']+)'/g);
  const dynamic = text.matchAll(/import\('([^']+)'\)/g);
  const bare = text.matchAll(/(?:^|\n)import\s+'([^']+)'/g);
  return [...found, ...dynamic, ...bare].map(([, name = '']) => name);
}
