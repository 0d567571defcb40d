import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { linesOf, runDecide } from '#boot/commands/decide.ts';
import { ordinaryCase } from '#rulepacks/us-fed/examples/ordinary-case.ts';

async function* lines(...of: readonly string[]) {
  yield* of;
}

async function run(...of: readonly string[]) {
  const written: string[] = [];
  const exitCode = await runDecide(lines(...of), (text) => {
    written.push(text);
  });
  return { exitCode, answers: written.map((text) => JSON.parse(text)) };
}

const good = JSON.stringify({ id: 'a', facts: ordinaryCase });

test('each line of facts is answered by one decision with its id', async () => {
  const { exitCode, answers } = await run(good, '', good);
  assert.equal(exitCode, 0);
  assert.equal(answers.length, 2);
  assert.equal(answers[0].id, 'a');
  assert.equal(answers[0].decision.permitted, true);
  assert.equal(answers[0].decision.nextKind, 'now');
});

test('a bad line is answered in its place, the rest goes on, and the exit code is 1', async () => {
  const bad = JSON.stringify({ id: 'b', facts: { ...ordinaryCase, proposed: { channel: 'sms' } } });
  const { exitCode, answers } = await run('{', bad, JSON.stringify({ facts: {} }), '[]', good);
  assert.equal(exitCode, 1);
  assert.deepEqual(
    answers.map(({ id }) => id),
    [null, 'b', null, null, 'a'],
  );
  assert.equal(answers[1].error.path, 'facts.proposed.at');
  assert.equal(answers[2].error.path, 'id');
  assert.equal(answers[4].decision.permitted, true);
});

test('lines that wait while the packs are loaded are all heard', async () => {
  const waiting = linesOf(Readable.from(['a\nb\n', 'c\n']));
  for (let turn = 0; turn < 10; turn++) await setImmediate();
  const heard: string[] = [];
  for await (const line of waiting) heard.push(line);
  assert.deepEqual(heard, ['a', 'b', 'c']);
});

const from = (region: string) => ({
  ...ordinaryCase,
  consumer: {
    ...ordinaryCase.consumer,
    location_signals: [{ kind: 'residential_address', region, tz: ['America/New_York'] }],
  },
});

test('a place that nobody knows refuses and is named; usual names of known ones are read', async () => {
  for (const region of ['Narnia', 'US-Narnia', 'XX']) {
    const { answers } = await run(JSON.stringify({ id: 'p', facts: from(region) }));
    const { permitted, reasons } = answers[0].decision;
    assert.equal(permitted, false, region);
    assert.deepEqual(
      reasons.map((reason: { rule: string; details: object }) => [reason.rule, reason.details]),
      [
        [
          'DUNLIN-PLACE-UNKNOWN',
          { country: region.startsWith('US') ? 'US' : region === 'XX' ? 'XX' : '', region },
        ],
      ],
    );
  }
  for (const region of ['US-OH', 'us-oh', 'US-Ohio', 'US-NY-NYC', 'U.S.A.', 'GB-EAW']) {
    const { answers } = await run(JSON.stringify({ id: 'p', facts: from(region) }));
    assert.equal(answers[0].decision.permitted, true, region);
  }
});

test('a name that countries share is read by the country of the packs, where they are of one', async () => {
  const read = async (region: string, ...packs: readonly string[]) => {
    const { answers } = await run(JSON.stringify({ id: 'p', facts: { ...from(region), packs } }));
    const { reasons } = answers[0].decision;
    return reasons.every(({ rule }: { rule: string }) => rule !== 'DUNLIN-PLACE-UNKNOWN');
  };
  for (const [region, ...packs] of [
    ['WA', 'US-FED', 'US-WA'],
    ['Georgia', 'US-FED'],
    ['SP', 'BR'],
    ['Distrito Federal', 'BR'],
    ['DF', 'MX'],
    ['Córdoba', 'AR'],
    ['La Rioja', 'ES'],
  ] as const) {
    assert.ok(await read(region, ...packs), region);
  }
  assert.ok(!(await read('Córdoba', 'AR', 'ES')));
  assert.ok(!(await read('Narnia', 'US-FED')));
});

test('a place and a zone that contradict each other are both kept', async () => {
  const at = '2026-06-10T08:30:00-04:00';
  const early = { ...from('US-CA'), proposed: { ...ordinaryCase.proposed, at } };
  const { answers } = await run(JSON.stringify({ id: 'p', facts: early }));
  const { reasons } = answers[0].decision;
  assert.deepEqual(
    reasons.map(({ rule }: { rule: string }) => rule),
    ['USF-6B1-HOURS'],
  );
});
