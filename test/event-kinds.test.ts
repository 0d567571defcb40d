import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '#boot/config.ts';
import { eventKinds, isEventKind, readFacts } from '#domain/events/event-kinds.ts';
import { factsInWords } from '#domain/events/shown-facts.ts';
import { words } from '#domain/events/words/en.ts';

const areas = new Set(eventKinds.map((kind) => kind.split('.')[0] ?? ''));

/** Where statements name kinds as text, which no compiler reads. */
const withStatements = ['src/storage/**/*.ts', 'src/demo/**/*.ts', 'bench/**/*.ts'];

test('a kind that a statement names is one of the kinds', () => {
  const files = globSync(withStatements, { cwd: projectFolder });
  const strangers = files.flatMap((file) => {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    return [...text.matchAll(/'(([a-z-]+)\.(?!ts')[a-z][a-z-]+)'/g)].flatMap(
      ([, kind = '', area = '']) =>
        areas.has(area) && !isEventKind(kind) ? [`${file}: ${kind}`] : [],
    );
  });
  assert.deepEqual(strangers, []);
});

test('facts that are not those of the kind are refused, whatever is missing or too much', () => {
  const noteId = '019aa000-0000-7000-8000-000000000001';
  const facts = { noteId, conversationId: null };
  assert.deepEqual(readFacts('note.written', facts), facts);
  assert.throws(() => readFacts('note.written', { noteId }));
  assert.throws(() => readFacts('note.written', { ...facts, words: 'typed' }));
  assert.throws(() => readFacts('case.opened', { ...facts }));
});

test('amounts are digits in the log and bigint in the program', () => {
  const stored = { on: '2026-11-18', by: 'overdue', overdueMinor: '12050' };
  assert.equal(readFacts('case.opened', stored).overdueMinor, 12_050n);
  assert.throws(() => readFacts('case.opened', { ...stored, overdueMinor: 12_050 }));
});

test('a history shows words, never codes, and leaves out what is not known', () => {
  const facts = { from: 'requested', to: 'final', closeReason: null, nextAction: 're-present' };
  const shown = factsInWords('case.moved', facts, words);
  assert.deepEqual(
    shown.map((fact) => [fact.label, fact.form === 'words' ? fact.text : fact.value]),
    [
      ['from', 'Payment requested'],
      ['to', 'Final notice'],
      ['next', 'The payment is collected again'],
    ],
  );
});
