import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventWord } from '#domain/gate/facts/event-kinds.ts';
import { operatorPack } from '#domain/gate/operator-holds.ts';
import { isPrivateLine } from './private-lines.ts';

const prefix = 'DUNLIN-HOLD-';

test('a history hides the facts whose holds the gate names to nobody, and shows the others', () => {
  const holds = operatorPack.rules
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id, discreet = false }) => ({
      fact: id.slice(prefix.length).toLowerCase().replaceAll('-', '_'),
      discreet,
    }))
    .filter(({ fact }) => eventWord(fact) === fact);
  const hidden = holds.filter(({ fact }) => isPrivateLine('fact.recorded', { fact }));
  assert.deepEqual(
    hidden.map(({ fact }) => fact),
    holds.filter(({ discreet }) => discreet).map(({ fact }) => fact),
  );
  assert.ok(hidden.length > 5 && hidden.length < holds.length);
});
