import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import { officeWorkKinds } from '#domain/strategy/office-work.ts';
import type { OpeningTask } from '#domain/strategy/protection.ts';
import { processShapes } from '#domain/strategy/shapes.ts';

const ofEvents: Readonly<Record<OpeningTask['task'], true>> = {
  'correct-data': true,
  'resend-invoice': true,
  'propose-terms': true,
  'open-arrangement': true,
};

test('every kind of task that the process, holds, effects and events open has a name', () => {
  const steps = Object.values(processShapes).flatMap(({ lanes }) =>
    Object.values(lanes).flatMap((lane) =>
      lane.filter(({ action }) => action === 'task' || action === 'review').map(({ step }) => step),
    ),
  );
  const holds = Object.values(holdTerms).map(({ task }) => task);
  const kinds = new Set([...steps, ...holds, ...officeWorkKinds, ...Object.keys(ofEvents)]);
  for (const language of ['en', 'es', 'he']) {
    const file = new URL(`../../ui/locales/${language}/office.json`, import.meta.url);
    const { task } = JSON.parse(readFileSync(file, 'utf8'));
    const nameless = [...kinds].filter((kind) => task.kinds[kind] === undefined);
    assert.deepEqual(nameless, [], language);
  }
});
