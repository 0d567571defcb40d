import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventKind, eventKinds } from '#domain/events/event-kinds.ts';
import type { HistoryLine } from '../case-shape.ts';
import {
  groupOf,
  type HistoryGroup,
  historyGroups,
  narrowed,
  opensConversation,
  peopleIn,
} from './history-groups.ts';

const line = (kind: EventKind, who: string | null, conversationId: string | null = null) =>
  ({
    at: '2026-11-20T10:00:00Z',
    kind,
    who,
    facts: {},
    conversationId,
    words: null,
  }) as HistoryLine;

test('an event belongs to what a reader would look for it under', () => {
  const expected = {
    'promise.made': 'agreement',
    'plan.judged': 'agreement',
    'payment.received': 'money',
    'contact.refused': 'contact',
    'contact-point.marked': 'contact',
    'hold.lifted': 'hold',
    'note.written': 'note',
    'case.moved': 'case',
    'key-event.recorded': 'case',
  } satisfies Partial<Record<EventKind, HistoryGroup>>;
  for (const [kind, group] of Object.entries(expected)) {
    assert.equal(groupOf(kind as EventKind), group, kind);
  }
  for (const kind of eventKinds) assert.ok(historyGroups.includes(groupOf(kind)), kind);
  // @ts-expect-error: a kind that nobody writes does not compile
  assert.equal(groupOf('desk.opened'), undefined);
});

test('a history is narrowed by kind and by person, and by neither is whole', () => {
  const lines = [line('note.written', 'Ada'), line('hold.set', 'Bo'), line('note.written', null)];
  assert.equal(narrowed(lines, 'all', '').length, 3);
  assert.deepEqual(narrowed(lines, 'note', 'Ada'), [lines[0]]);
  assert.deepEqual(peopleIn(lines), ['Ada', 'Bo']);
});

test('a conversation opens under its newest line only', () => {
  const lines = [
    line('contact.finished', 'Ada', 'x'),
    line('contact.ended', null, 'x'),
    line('contact.ended', null, 'y'),
  ];
  assert.deepEqual([...opensConversation(lines)], [lines[0], lines[2]]);
});
