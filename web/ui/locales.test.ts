import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fieldProblems } from '#contract/field-problems.ts';
import type { RefusalCode } from '#kernel/refusal.ts';
import { cataloguesOf } from './catalogues.ts';

type Words = { readonly [key: string]: string | Words };

const folder = new URL('./locales/', import.meta.url);
const languages = readdirSync(folder).sort();
const areas = readdirSync(new URL('en/', folder)).sort();
const plural = /_(zero|one|two|few|many|other)$/;

function entriesOf(words: Words, before = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[before + key, value] as [string, string]]
      : entriesOf(value, `${before}${key}.`),
  );
}

function read(language: string, area: string): Map<string, string> {
  const text = readFileSync(new URL(`${language}/${area}`, folder), 'utf8');
  return new Map(entriesOf(JSON.parse(text)));
}

/** The gaps of a text, which a translation has to keep. */
const gapsOf = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g))].sort();

test('every language has the same catalogues', () => {
  assert.deepEqual(languages, ['en', 'es', 'he']);
  for (const language of languages) {
    assert.deepEqual(readdirSync(new URL(`${language}/`, folder)).sort(), areas, language);
  }
});

for (const area of areas) {
  const english = read('en', area);
  const bare = (words: Map<string, string>) =>
    [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].sort();

  for (const language of languages) {
    const words = read(language, area);

    test(`${language}/${area} has the keys of English, none of them empty`, () => {
      assert.deepEqual(bare(words), bare(english));
      for (const [key, text] of words) assert.notEqual(text.trim(), '', key);
    });

    test(`${language}/${area} has every plural form that the language needs`, () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const counted = [...words.keys()].filter((key) => plural.test(key));
      for (const base of new Set(counted.map((key) => key.replace(plural, '')))) {
        for (const form of forms) assert.ok(words.has(`${base}_${form}`), `${base}_${form}`);
      }
    });

    test(`${language}/${area} keeps the gaps of the English texts`, () => {
      for (const [key, text] of words) {
        const original = english.get(key);
        if (original === undefined || plural.test(key)) continue;
        assert.deepEqual(gapsOf(text), gapsOf(original), key);
      }
    });
  }
}

test('every rule pack has a name in every language', () => {
  const packs = readdirSync(new URL('../../src/rulepacks/', import.meta.url), {
    withFileTypes: true,
  }).filter((entry) => entry.isDirectory());
  assert.ok(packs.length > 0);
  for (const language of languages) {
    const words = read(language, 'ui.json');
    for (const { name } of packs) {
      assert.ok(words.has(`pack.${name.toUpperCase()}`), `${language}: ${name}`);
    }
  }
});

test('every refusal code has words', () => {
  const codes: Record<RefusalCode, true> = {
    'not-signed-in': true,
    'wrong-credentials': true,
    'second-factor-needed': true,
    'wrong-code': true,
    'wrong-passkey': true,
    'provider-needed': true,
    'provider-away': true,
    'too-many-tries': true,
    'not-allowed': true,
    'not-found': true,
    'invalid-input': true,
    conflict: true,
    'contact-refused': true,
    'not-verified': true,
    'already-done': true,
    'transition-not-allowed': true,
    'authority-exceeded': true,
    'beyond-accounts': true,
    'not-the-customer': true,
    'amount-mismatch': true,
    'step-missing': true,
    'too-large': true,
    'too-heavy': true,
    'storage-full': true,
    busy: true,
    unreadable: true,
    'cannot-undo': true,
    'taken-by-another': true,
    'second-person-needed': true,
    'gate-unavailable': true,
    'clock-in-doubt': true,
    'connection-failed': true,
  };
  const words = read('en', 'ui.json');
  for (const code of Object.keys(codes)) assert.ok(words.has(`problem.${code}`), code);
});

test('every code that a schema gives for a wrong field has words', () => {
  const words = read('en', 'ui.json');
  for (const code of fieldProblems) assert.ok(words.has(`field.${code}`), code);
});

test('words of another catalogue are read only where that catalogue is loaded', () => {
  const web = new URL('../', import.meta.url);
  const found = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => {
      const source = readFileSync(new URL(file, web), 'utf8');
      const own = [...source.matchAll(/useWords\('([a-z-]+)'\)/g)].map(([, area = '']) => area);
      const loaded = own.flatMap(cataloguesOf);
      const asked = [...source.matchAll(/\bt\(\[?[`']([a-z-]+):/g)].map(([, area = '']) => area);
      // A file without words of its own is handed those of a screen.
      if (own.length === 0) return [];
      return asked
        .filter((area) => !loaded.includes(area) && area !== 'ui')
        .map((a) => `${file}: ${a}`);
    });
  assert.deepEqual(found, []);
});

/** The files of a layer, without its tests. */
function sourcesOf(layer: string): readonly string[] {
  const place = new URL(`../../src/${layer}/`, import.meta.url);
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, place), 'utf8'));
}

test('what a refusal says to be missing or in the way has words', () => {
  const words = read('en', 'ui.json');
  const refusal = /new Refusal\(\s*'([a-z-]+)',\s*\{([^}]*)\}/g;
  const fact = /\b(needs|reason|what): ([^,}]+)/g;
  const codes = ['usecases', 'domain', 'http']
    .flatMap(sourcesOf)
    .flatMap((source) => [...source.matchAll(refusal)])
    .flatMap(([, code = '', facts = '']) =>
      [...facts.matchAll(fact)]
        .filter(([, name]) => words.get(`problem.${code}`)?.includes(`{{${name}}}`))
        .flatMap(([, , value = '']) => [...value.matchAll(/'([a-z-]+)'/g)].map(([, one]) => one)),
    );
  assert.ok(codes.length > 50);
  assert.deepEqual(
    [...new Set(codes)].filter((code) => !words.has(`problemFact.${code}`)),
    [],
  );
});

test('every problem that a use case finds with a field has words', () => {
  const sources = ['usecases', 'domain'].flatMap(sourcesOf);
  const problem = /path(?:: [^,}]+)?, message: (?:\w+ \? '([a-z-]+)' : )?'([a-z-]+)'/g;
  const codes = sources.flatMap((source) =>
    [...source.matchAll(problem)].flatMap(([, one, other]) => [one ?? [], other ?? []].flat()),
  );
  assert.ok(codes.length > 10);
  const words = read('en', 'ui.json');
  assert.deepEqual(
    codes.filter((code) => !words.has(`field.${code}`)),
    [],
  );
});
