import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';

const files = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: projectFolder }).filter(
  (file) => !file.endsWith('.test.ts'),
);

/** What is known of places beside their law, which the packs bring (`docs/decisions/0035`). */
const ofPlaces = [
  // Names, towns, postal codes and clocks.
  'src/domain/gate/places/',
  // What a postal code looks like.
  'src/domain/intake/places.ts',
  // Public holidays that the calendar has wrong.
  'src/kernel/country-holidays.ts',
  // Services that advise people on debts.
  'src/domain/strategy/free-advice.ts',
  // Examples by which the packs of states are proved.
  'src/domain/gate/pack-examples.ts',
  // The clock of a new portfolio of a country.
  'src/boot/commands/import.ts',
  // What the form of a new portfolio starts with.
  'web/office/new-portfolio.tsx',
];

test('no code outside the packs names a country or a region', () => {
  const codes = 'AR|AU|BR|CA|CL|CO|DE|ES|FR|GB|ID|IE|IL|IN|IT|MX|MY|NY|PE|PH|SG|UK|US|ZA';
  const named = [
    new RegExp(`['"\`](${codes})(-[A-Z0-9]{1,4}){0,2}['"\`]`),
    new RegExp(`(^|[{,(])\\s*(${codes}): `, 'm'),
  ];
  const sins = files.filter((file) => {
    if (/^src\/(rulepacks|demo)\//.test(file) || ofPlaces.some((one) => file.startsWith(one))) {
      return false;
    }
    const code = readFileSync(join(projectFolder, file), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm,
      '',
    );
    return named.some((pattern) => pattern.test(code));
  });
  assert.deepEqual(sins, []);
});

test('statements to the database stand in storage; what makes a database is beside them', () => {
  const above = /^src\/(?:boot|http|realtime|jobs|contract|kernel)\//;
  const statement =
    /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\.query(?:<[^(]*>)?\(|\bsql`/;
  const sins = files
    .filter((file) => above.test(file) && !file.startsWith('src/boot/postgres/'))
    .filter((file) => statement.test(readFileSync(join(projectFolder, file), 'utf8')));
  assert.deepEqual(sins, []);
});
