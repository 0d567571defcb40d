import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { loadGate } from '#boot/open-app.ts';
import { howOf } from '#domain/contact/contact-how.ts';
import { consentFields } from '#domain/gate/facts/consent-kinds.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { fieldSources } from '#domain/gate-facts/field-sources/gate-fields.ts';
import { sheetKinds, specOf } from '#domain/intake/fields.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import { factsRead } from '#test/support/rules/facts-read.ts';
import { everyExample } from '#test/support/through-the-door/examples.ts';

const read = factsRead();
const all = Object.entries(fieldSources).flatMap(([type, fields]) =>
  Object.entries(fields).map(([field, source]) => ({ name: `${type}.${field}`, source })),
);
const byName = new Map(all.map(({ name, source }) => [name, source]));
const text = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

/**
 * What only those tell who ask the gate from outside, though rules ask for it: the gaps. A use case
 * that can tell one takes it off this list.
 */
const outside: readonly string[] = [];

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

test('what is not told because that is the stricter opens no example of a pack', async () => {
  const gate = await loadGate();
  const untold = all.filter(({ source }) => 'stricter' in source).map(({ name }) => name);
  assert.ok(untold.length > 0);
  const opened: string[] = [];
  for (const { name, facts } of await everyExample()) {
    for (const field of untold) {
      const bare = withoutField(facts, field);
      if (bare === facts || gate.decide(facts).permitted === true) continue;
      if (gate.decide(bare).permitted === true) opened.push(`${name}: ${field}`);
    }
  }
  assert.deepEqual(opened, []);
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

/** Facts in which nobody tells a field; the same facts where nobody does anyway. */
function withoutField(facts: Facts, name: string): Facts {
  const [type, field = ''] = name.split('.');
  const bare = <T extends object>(part: T): T =>
    Object.hasOwn(part, field)
      ? (Object.fromEntries(Object.entries(part).filter(([key]) => key !== field)) as T)
      : part;
  if (type === 'Facts') return bare(facts);
  if (type === 'Proposed') {
    const proposed = bare(facts.proposed);
    return proposed === facts.proposed ? facts : { ...facts, proposed };
  }
  assert.equal(type, 'Debt', `${name}: take it out of the examples here`);
  const debts = facts.debts.map(bare);
  return debts.every((debt, index) => debt === facts.debts[index]) ? facts : { ...facts, debts };
}

/** The file that sets what a use case says of a contact; a key without one is set by nobody. */
const writers: Readonly<Record<string, string>> = {
  channel: 'usecases/messages/steps/send-message.ts',
  mode: 'usecases/messages/steps/confirm-opt-out.ts',
  purpose: 'usecases/messages/steps/confirm-opt-out.ts',
  inResponseTo: 'usecases/messages/steps/confirm-opt-out.ts',
  unsolicited: 'domain/contact/contact-how.ts',
  countDebts: 'usecases/calls/start-call.ts',
  team: 'domain/contact/training.ts',
  voicemailPlan: 'usecases/gate/steps/evaluate-contact.ts',
  voice: 'domain/contact/contact-how.ts',
};
const isSetIn = (path: string, key: string) =>
  new RegExp(`[{,]\\s*(?:\\.\\.\\.\\{\\s*)?(?:[^{}]*,\\s*)?${key}\\s*[:,}]`).test(
    text(join('src', path)),
  );

const isThere: Readonly<Record<string, (name: string) => boolean>> = {
  import: (name) => sheetKinds.some((sheet) => specOf(sheet, name) !== undefined),
  endpoint: (name) => endpoints.has(name),
  fact: (name) => factFields.has(name),
  consent: (name) => consentFields.some((field) => field === name),
  setting: (name) => Object.hasOwn(defaultSettings.gate, name.replace('gate.', '')),
  how: (name) => Object.hasOwn(howOf({}), name) && isSetIn(writers[name] ?? '', name),
  product: (name) => existsSync(join(projectFolder, 'src', name)),
};

test('what a text is told to contain is set by the file that words it', () => {
  for (const { name, source } of all) {
    const [type, field = ''] = name.split('.');
    if (type !== 'Content') continue;
    for (const way of 'kept' in source ? source.ways : []) {
      assert.ok(isSetIn(way.replace('product ', ''), field), `${name}: ${way}`);
    }
    if (!('outside' in source)) continue;
    const set = globSync('src/{usecases,domain/contact}/**/*.ts', { cwd: projectFolder })
      .filter((path) => !/(?:\.test|ask-why-not)\.ts$/.test(path))
      .filter((path) =>
        new RegExp(`^\\s+(?:\\.\\.\\.\\{ )?${field}: (?:true|false|')`, 'm').test(text(path)),
      );
    if (field.includes('_')) assert.deepEqual(set, [], `${name} is told by a file: name it`);
  }
});

test('every way into the book that is named is there', () => {
  for (const { name, source } of all) {
    for (const way of 'kept' in source ? source.ways : []) {
      const [kind = '', target = ''] = way.split(' ');
      assert.ok(isThere[kind]?.(target), `${name}: ${way}`);
    }
  }
});
