import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blocked } from '#domain/cases/holds.ts';
import { checkCase, nextAction } from '#domain/cases/next-action.ts';
import { noticeProblems } from '#domain/cases/notices.ts';
import {
  type AnnouncedStage,
  announcedStages,
  type CaseState,
  caseStates,
} from '#domain/cases/states.ts';
import { isProtected } from '#domain/key-events/events.ts';
import { protection } from '#domain/strategy/protection.ts';
import { processShapes } from '#domain/strategy/shapes.ts';
import { history, type Move } from './case-history.ts';
import { happen } from './case-moves.ts';
import { dailyRun } from './case-run.ts';
import { isOpen, newWorld, snapshot, type World } from './case-world.ts';
import { addItem, bridgeCloses } from './money-world.ts';

const shape = fc.constantFrom(...Object.values(processShapes));
const runs = { seed: 20_260_302, numRuns: 150 };

/** Plays a history and looks at the world after every move. */
function play(moves: readonly Move[], world: World, look: (world: World) => void): World {
  for (const move of moves) {
    happen(world, move);
    look(world);
  }
  return world;
}

function always(look: (world: World) => void): void {
  const property = fc.property(history, shape, (moves, drawn) => {
    play(moves, newWorld(drawn, '2026-03-02'), look);
  });
  fc.assert(property, runs);
}

function atTheEnd(look: (world: World) => void): void {
  const property = fc.property(history, shape, (moves, drawn) => {
    look(play(moves, newWorld(drawn, '2026-03-02'), () => undefined));
  });
  fc.assert(property, { ...runs, numRuns: 400 });
}

function isStage(state: CaseState): state is AnnouncedStage {
  return (announcedStages as readonly CaseState[]).includes(state);
}

test('rule 1: every open case has one queue and a dated next action, or a hold under review', () => {
  always((world) => {
    if (world.state === null) return;
    assert.deepEqual(checkCase(snapshot(world)), [], `${world.state} on ${world.today}`);
    const next = nextAction(snapshot(world), world.today);
    assert.equal(next === null, !isOpen(world));
    assert.notEqual(next?.from, 'rescue');
  });
});

test('rule 2: no contact without an asked gate, under a hold or against a protection', () => {
  atTheEnd((world) => {
    for (const contact of world.contacts) {
      assert.equal(contact.permitted, contact.rule === null);
      const { step, holds, events } = contact;
      assert.equal(blocked(holds, step.kind, contact.freeMinor).blocked, false, step.step);
      assert.equal(protection(events).forbids.includes(step.kind), false, step.step);
    }
  });
});

test('rule 3: no stage without the notice that announced it and the wait it promised', () => {
  atTheEnd((world) => {
    for (const { to, trigger, on, notices } of world.moves) {
      const free = ['payment-reversed', 'classified', 'service-solved', 'hold-set', 'hold-lifted'];
      if (!isStage(to) || free.includes(trigger)) continue;
      if (trigger === 'recalled' || trigger === 'returned') continue;
      const told = notices.find(
        (n) => n.announces === to && n.cancelledOn === null && n.promisedOn <= on,
      );
      assert.ok(told?.sentOn && told.recordedBy, `${to} on ${trigger}`);
    }
    for (const notice of world.notices) {
      assert.deepEqual(noticeProblems(notice, world.shape), []);
    }
  });
});

test('rule 4: no pressure grows from a no-fault event that never became an ordinary debt', () => {
  atTheEnd((world) => {
    const pressure = ['warned', 'restricted', 'final', 'agency', 'legal', 'woff-proposed'];
    for (const move of world.moves) {
      if (!pressure.includes(move.to) || move.trigger === 'payment-reversed') continue;
      if (move.to === move.from) continue;
      assert.equal(move.events.some(isProtected), false, `${move.from} to ${move.to}`);
    }
    for (const event of world.events) {
      if (event.ordinarySince === null || event.reason === 'payment-reversed') continue;
      assert.ok(
        world.moves.some((m) => m.on === event.ordinarySince && m.trigger === 'service-used-up'),
        event.eventId,
      );
      assert.notEqual(event.type, 'C');
    }
  });
});

test('rule 5: the debt bridge closes to the cent on every day', () => {
  always((world) => assert.ok(bridgeCloses(world.money)));
});

test('rule 6: what a live promise covers is not chased', () => {
  atTheEnd((world) => {
    for (const { step, coveredMinor, freeMinor } of world.contacts) {
      if (step.kind !== 'chase-call' || coveredMinor === 0n) continue;
      assert.ok(coveredMinor < freeMinor, step.step);
    }
  });
});

test('rule 7: a second daily run changes nothing', () => {
  always((world) => {
    if (world.moves.length % 3 !== 0) return;
    dailyRun(world);
    const once = structuredClone(world);
    dailyRun(world);
    assert.deepEqual(world, once);
  });
});

test('rule 7: paying all ends what was pending, reversing it restores state, step and notices', () => {
  const property = fc.property(history, shape, (moves, drawn) => {
    const world = play(moves, newWorld(drawn, '2026-03-02'), () => undefined);
    addItem(world.money, 5_000n, '2026-01-02', world.today);
    dailyRun(world);
    const before = structuredClone(world);
    const movable = isOpen(before) && before.state !== 'watch' && !before.events.some(isProtected);
    happen(world, { do: 'pay', percent: 100 });
    if (!movable) return;
    assert.equal(isOpen(world), false, String(before.state));
    assert.equal(world.next, null);
    happen(world, { do: 'reverse' });
    assert.equal(world.state, before.state);
    assert.equal(world.lastStep, before.lastStep);
    const live = (w: World) => w.notices.filter((n) => n.cancelledOn === null);
    assert.ok(live(world).length >= live(before).length);
    assert.deepEqual(checkCase(snapshot(world)), []);
  });
  fc.assert(property, runs);
});

test('rule 8: restriction, placement and write-off carry a name and a reason', () => {
  atTheEnd((world) => {
    const decided = ['restricted', 'agency', 'legal', 'woff-proposed', 'written-off'];
    for (const { to, from, trigger, decision } of world.moves) {
      if (!decided.includes(to) || to === from || trigger === 'payment-reversed') continue;
      assert.ok(decision?.by && decision.reason, `${from} to ${to}`);
    }
  });
});

test('rule 9: nothing about the debt is said before the right person is verified', () => {
  atTheEnd((world) => {
    for (const contact of world.contacts) {
      assert.ok(!contact.debtSaid || (contact.verified && contact.permitted));
    }
  });
});

test('rule 10: the same history gives the same world', () => {
  const property = fc.property(history, shape, (moves, drawn) => {
    const one = play(moves, newWorld(drawn, '2026-03-02'), () => undefined);
    const two = play(moves, newWorld(drawn, '2026-03-02'), () => undefined);
    assert.deepEqual(one, two);
  });
  fc.assert(property, { ...runs, numRuns: 40 });
});

test('the random histories are long and reach every state', () => {
  const seen = new Map<CaseState, number>();
  let steps = 0;
  const property = fc.property(history, shape, (moves, drawn) => {
    const world = play(moves, newWorld(drawn, '2026-03-02'), () => undefined);
    steps += moves.length;
    for (const { to } of world.moves) seen.set(to, (seen.get(to) ?? 0) + 1);
  });
  fc.assert(property, { ...runs, numRuns: 400 });
  const unseen = caseStates.filter((state) => !seen.has(state));
  assert.deepEqual(unseen, [], JSON.stringify([...seen]));
  assert.ok(steps > 20_000, String(steps));
});
