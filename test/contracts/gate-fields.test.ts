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
const content = (field: string) => `Content.${field}`;
const text = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

/**
 * What only those tell who ask the gate from outside, though rules ask for it: the gaps. A use case
 * that can tell one takes it off this list.
 */
const outside = [
  ...['optout_requires', 'identifies_as_debt_collector', 'states_confirming_location'].map(content),
  ...['states_seeking_person_handling_estate', 'names_employer', 'employer_requested'].map(content),
  ...['visibility', 'recipient_verified', 'format', 'envelope_text', 'other'].map(content),
  ...['envelope_reveals_debt', 'threatens_suit', 'threatens_harm', 'abusive'].map(content),
  ...['humiliates', 'resembles_court_document', 'overshadows_rights'].map(content),
  ...['demands_payment', 'disclosure_language', 'validation_information'].map(content),
  ...['health_detail', 'uses_alias', 'names_representative', 'notice_given'].map(content),
  ...['Proposed.voice', 'Proposed.in_live_session'],
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
};
const isSetIn = (path: string, key: string) =>
  new RegExp(`[{,]\\s*(?:\\.\\.\\.\\{\\s*)?(?:[^{}]*,\\s*)?${key}\\s*[:,}]`).test(
    text(join('src', path)),
  );

const isThere: Readonly<Record<string, (name: string) => boolean>> = {
  import: (name) => Object.hasOwn(bookFields, name),
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
