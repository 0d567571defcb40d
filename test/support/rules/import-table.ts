/** What each folder may import, from the bottom up: see docs/architecture.md. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/kernel': ['temporal-polyfill', 'libphonenumber-js', 'date-holidays'],
  'src/domain': ['#kernel', 'fastest-levenshtein', 'iso-3166'],
  'src/contract': ['#kernel', '#domain', 'zod'],
  'src/ports': ['#kernel', '#domain', 'zod'],
  'src/storage': ['#kernel', '#domain', 'kysely', 'pg', 'pg-copy-streams', 'node:*'],
  'src/readers': ['#kernel', '#domain', 'csv-parse', '@e965/xlsx', 'saxes', 'node:*'],
  'src/usecases': ['#kernel', '#domain', '#ports', '#storage', '#readers', 'kysely', 'node:*'],
  'src/http': [
    '#kernel',
    '#domain',
    '#contract',
    '#ports',
    '#storage',
    '#usecases',
    'zod',
    'node:*',
    'fastify',
    '@fastify/*',
  ],
  'src/realtime': ['#kernel', '#domain', '#ports', '#storage', '#usecases', 'fastify'],
  'src/jobs': ['#kernel', '#domain', '#ports', '#storage', '#usecases', 'pino', 'node:*'],
  'src/rulepacks': ['#kernel', '#domain'],
  'src/demo': ['#kernel', '#domain', '#ports', '#storage', '#usecases', 'kysely', 'node:*'],
  'src/adapters': ['#kernel', '#domain', '#ports', 'zod', 'node:*', 'pdfmake*'],
};

/** What one area of a folder may import besides. */
export const mayImportToo: Readonly<Record<string, readonly string[]>> = {
  // The facts of events have schemas: tests and readers parse what lies in the log.
  'src/domain/events': ['zod'],
  // A policy is one value with one schema: the door, the store and the screen parse by it.
  'src/domain/policy': ['zod'],
};
