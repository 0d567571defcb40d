import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { howOf } from '#domain/contact/contact-how.ts';
import { consentFields } from '#domain/gate/facts/consent-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import { fieldSources } from '#domain/gate-facts/field-sources/gate-fields.ts';
import { bookFields } from '#domain/intake/fields.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import { factsRead } from '#test/support/rules/facts-read.ts';

const read = factsRead();
const all = Object.entries(fieldSources).flatMap(([type, fields]) =>
  Object.entries(fields).map(([field, source]) => ({ name: `${type}.${field}`, source })),
);
const byName = new Map(all.map(({ name, source }) => [name, source]));
const text = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

/** What only those tell who ask the gate from outside, though rules ask for it. */
const outside = [
  'Facts.incomplete',
  'Debt.obtained_before_default',
  'Proposed.already_furnished',
  'Consumer.current_place',
];

test('the compiler finds what rules ask for', () => {
  for (const name of ['Debt.time_barred', 'Proposed.voicemail_plan', 'CaseEvent.chapter']) {
    assert.ok(read.has(name), name);
  }
});

test('no rule asks for a field that nobody can supply', () => {
  const missing = [...read.keys()].filter((name) => {
    const source = byName.get(name);
    return !source || ('outside' in source && !outside.includes(name));
  });
  assert.deepEqual(missing, []);
});

test('what the gate is told and no rule asks for says why it is told', () => {
  const unexplained = all.filter(
    ({ name, source }) => 'kept' in source && !source.unasked && !read.has(name),
  );
  assert.deepEqual(
    unexplained.map(({ name }) => name),
    [],
  );
  const asked = all.filter(
    ({ name, source }) => 'kept' in source && source.unasked && read.has(name),
  );
  assert.deepEqual(
    asked.map(({ name }) => name),
    [],
    'a rule does ask',
  );
});

test('what is told by another field is told by one that is there', () => {
  for (const { name, source } of all) {
    if (!('by' in source)) continue;
    const isPart = Object.hasOwn(fieldSources, source.by);
    const other = byName.get(source.by);
    assert.ok(isPart || (other && 'kept' in other), `${name} by ${source.by}`);
  }
});

test('every column that is named is there', () => {
  const tables = globSync('src/storage/migrations/*.sql', { cwd: projectFolder })
    .map(text)
    .join('\n');
  for (const { name, source } of all) {
    for (const column of 'kept' in source ? source.kept : []) {
      const [table, field] = column.split('.');
      const body = new RegExp(`create table ${table} \\((.*?)\\n\\)`, 's').exec(tables)?.[1];
      assert.match(body ?? '', new RegExp(`^  ${field} `, 'm'), `${name}: ${column}`);
    }
  }
});

const endpoints = new Set(
  globSync('src/contract/**/*.ts', { cwd: projectFolder }).flatMap((path) =>
    [...text(path).matchAll(/^ {2}name: '([\w.-]+)'/gm)].map(([, name]) => name),
  ),
);
const factFields = new Set(Object.values(FACT_KINDS).flatMap(({ fields }) => fields as string[]));

const isThere: Readonly<Record<string, (name: string) => boolean>> = {
  import: (name) => Object.hasOwn(bookFields, name),
  endpoint: (name) => endpoints.has(name),
  fact: (name) => factFields.has(name),
  consent: (name) => consentFields.some((field) => field === name),
  setting: (name) => Object.hasOwn(defaultSettings.gate, name.replace('gate.', '')),
  how: (name) => Object.hasOwn(howOf({}), name),
  product: (name) => existsSync(join(projectFolder, 'src', name)),
};

test('every way into the book that is named is there', () => {
  for (const { name, source } of all) {
    for (const way of 'kept' in source ? source.ways : []) {
      const [kind = '', target = ''] = way.split(' ');
      assert.ok(isThere[kind]?.(target), `${name}: ${way}`);
    }
  }
});
