import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contentProblems } from '#domain/contact/message-content.ts';
import { lateReasons } from '#domain/contact/results.ts';
import { questions } from '#domain/contact/verification.ts';
import { intents } from '#domain/simulation/speech.ts';
import { objections, type ScriptFacts, scriptLines } from './script-lines.ts';

type Words = { readonly [key: string]: string | Words };

const script: Words = JSON.parse(
  readFileSync(new URL('../../ui/locales/en/script.json', import.meta.url), 'utf8'),
);

function wordsOf(key: string): string | Words | undefined {
  return key
    .split('.')
    .reduce<string | Words | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      script,
    );
}

const facts: ScriptFacts = {
  stage: 'verify',
  eventType: 'D',
  tone: 'neutral',
  lateReason: null,
  parts: ['debt_collector_disclosure', 'reason_unpaid'],
  customerKind: 'person',
  voicemail: null,
  questions: questions.map((question) => ({ question, passed: null })),
  full: { kind: 'full', amount: '80.00', date: '2026-11-21' },
  agreed: null,
  isHeld: false,
};

const stages = [
  'before',
  'ringing',
  'machine',
  'verify',
  'not-verified',
  'reason',
  'agree',
  'wrap-up',
] as const;

test('every line that can be shown has words and an intent that the line understands', () => {
  for (const stage of stages) {
    for (const eventType of ['A', 'B', 'C', 'D', null] as const) {
      for (const tone of ['service', 'neutral', 'firm'] as const) {
        for (const lateReason of [null, ...lateReasons]) {
          for (const agreed of [null, facts.full]) {
            const told = { ...facts, stage, eventType, tone, lateReason, agreed };
            const lines = [
              ...scriptLines(told),
              ...scriptLines({ ...told, isHeld: true }),
              ...scriptLines({ ...told, customerKind: 'company' }),
            ];
            for (const { key, intent } of lines) {
              assert.equal(typeof wordsOf(key), 'string', key);
              assert.ok((intents as readonly string[]).includes(intent), intent);
            }
          }
        }
      }
    }
  }
});

test('every objection has what is said, a reply and a next question', () => {
  for (const { code } of objections) {
    for (const part of ['says', 'reply', 'next']) {
      assert.equal(typeof wordsOf(`objection.${code}.${part}`), 'string', `${code}.${part}`);
    }
  }
});

test('no line before verification names an amount or the creditor', () => {
  for (const stage of ['before', 'ringing', 'machine', 'verify', 'not-verified'] as const) {
    for (const { key, terms } of scriptLines({ ...facts, stage })) {
      assert.equal(terms, undefined, key);
      assert.doesNotMatch(String(wordsOf(key)), /\{\{(amount|creditor|date)\}\}/, key);
    }
  }
});

test('a disclosure that a law wants comes first once the person is verified', () => {
  const [first] = scriptLines({ ...facts, stage: 'reason' });
  assert.deepEqual(first, { key: 'disclosure', intent: 'state-purpose', isFixed: true });
  const without = scriptLines({ ...facts, stage: 'reason', parts: ['reason_unpaid'] });
  assert.ok(without.every(({ key }) => key !== 'disclosure'));
});

test('a company is asked for whoever looks after its invoices, with words of its own', () => {
  const company: ScriptFacts = { ...facts, customerKind: 'company', parts: ['reason_unpaid'] };
  assert.equal(scriptLines(company)[1]?.key, 'ask-identity-company');
  const purpose = scriptLines({ ...company, stage: 'reason' }).map(({ key }) => key);
  assert.deepEqual(purpose.slice(0, 2), ['purpose.D-company', 'ask-reason-company']);
});

test('the script holds what the gate is told of a call, in every language', () => {
  for (const language of ['en', 'es', 'he']) {
    const file = new URL(`../../ui/locales/${language}/script.json`, import.meta.url);
    const texts: Record<string, string & Record<string, string>> = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    assert.match(texts['greet'] ?? '', /\{\{agent\}\}/, 'the agent gives a name');
    for (const [key, words] of Object.entries(texts['purpose'] ?? {})) {
      assert.match(words, /\{\{creditor\}\}/, `${language}: ${key} says for whom`);
    }
    const declared = { debt_collector_disclosure: 'initial' };
    const text = {
      words: texts['disclosure'] ?? '',
      lang: language,
      declaredBy: 'person',
    } as const;
    assert.deepEqual(contentProblems(text, declared), []);
  }
});

test('nobody is asked why nothing was paid where a law has it left out', () => {
  const intentsWith = (parts: ScriptFacts['parts']) =>
    scriptLines({ ...facts, stage: 'reason', parts }).map(({ intent }) => intent);
  assert.ok(intentsWith(['reason_unpaid']).includes('ask-reason'));
  assert.ok(!intentsWith([]).includes('ask-reason'));
});
