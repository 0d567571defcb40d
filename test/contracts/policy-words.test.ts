import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { policyReason } from '#contract/admin/policy.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import { policySettings } from '#domain/policy/policy-settings.ts';
import { settingProblems } from '#domain/policy/settings-checks.ts';
import { settingWords } from '#web/admin/policy/setting-words.ts';

type Words = { readonly [key: string]: string | Words };

function catalogue(language: string, area: string) {
  const file = new URL(`../../web/ui/locales/${language}/${area}.json`, import.meta.url);
  const words = JSON.parse(readFileSync(file, 'utf8')) as Words;
  return (key: string): string | undefined => {
    const parts = key.split('.');
    const found = parts.reduce<string | Words | undefined>(
      (branch, name) => (typeof branch === 'object' ? branch[name] : undefined),
      words,
    );
    return typeof found === 'string' ? found : undefined;
  };
}

/** Every leaf of the schema by its path, a list and a record each being one. */
function leavesOf(schema: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([name, part]) => leavesOf(part, [...path, name]));
}

function withLeaf(tree: object, [name = '', ...rest]: readonly string[], value: unknown): object {
  const branch = (tree as Record<string, unknown>)[name];
  return { ...tree, [name]: rest.length === 0 ? value : withLeaf(branch as object, rest, value) };
}

const range = { upTo: 1, points: 1 };
const numbers = [-5e9, 5e9, 1.5];
const texts = ['', 'x', '0', '5', '1.234'];
/** Too few, too many, not in order; times that are none or the wrong way round. */
const lists = [[], [range, range], Array(500).fill('x'), ['x', '9'], ['20:00', '08:00']];
const badValues: readonly unknown[] = [null, ...numbers, ...texts, ...lists];

/** The codes that the schema and the checks across fields answer to what cannot be. */
function codesOfPolicy(): Set<string> {
  const messages = leavesOf(policySettings).flatMap((path) =>
    badValues.flatMap((value) => {
      const parsed = policySettings.safeParse(withLeaf(defaultSettings, path, value));
      return parsed.success
        ? settingProblems(parsed.data, 'USD').map(({ message }) => message)
        : parsed.error.issues.map(({ message }) => message);
    }),
  );
  for (const reason of ['', 'x'.repeat(501), 'turned \u202earound']) {
    const { error } = policyReason.safeParse(reason);
    messages.push(...(error?.issues ?? []).map(({ message }) => message));
  }
  const codes = messages.flatMap(
    (text) => /^([a-z]+(?:-[a-z]+)+)(?: -?\d+)?$/.exec(text)?.[1] ?? [],
  );
  return new Set(codes);
}

for (const language of ['en', 'es', 'he']) {
  test(`${language} has words for every field of a policy`, () => {
    const admin = catalogue(language, 'admin');
    for (const path of leavesOf(policySettings)) {
      const missing: string[] = [];
      const t = (key: string) => {
        const words = key.startsWith('ui:') ? catalogue(language, 'ui')(key.slice(3)) : admin(key);
        if (words === undefined) missing.push(key);
        return words ?? key;
      };
      settingWords(t as never, language, path.join('.'), (rule) => rule);
      assert.deepEqual(missing, [], path.join('.'));
    }
  });

  test(`${language} has words for everything that can be wrong with a policy`, () => {
    const ui = catalogue(language, 'ui');
    const codes = codesOfPolicy();
    for (const code of [
      'at-most',
      'not-ascending',
      'finer-than-currency',
      'not-below-entry',
      'not-shown',
    ]) {
      assert.ok(codes.has(code), `${code} was not found`);
    }
    for (const code of codes) assert.ok(ui(`field.${code}`), code);
  });
}
