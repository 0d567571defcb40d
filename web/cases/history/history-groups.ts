import type { EventKind } from '#domain/events/event-kinds.ts';
import type { HistoryLine } from '../case-shape.ts';

/** What a history can be narrowed to. */
export const historyGroups = [
  'all',
  'contact',
  'agreement',
  'money',
  'hold',
  'note',
  'case',
] as const;
/** One of `historyGroups`. */
export type HistoryGroup = (typeof historyGroups)[number];

const groupOfStart: readonly (readonly [RegExp, HistoryGroup])[] = [
  [/^note\b/, 'note'],
  [/^(promise|plan|callback)\b/, 'agreement'],
  [/^(payment|credit|method|invoice)\b/, 'money'],
  [/^hold\b/, 'hold'],
  [/^(call|contact|contact-point|floor|message|notice|opt-out|party|refusal)\b/, 'contact'],
];

/** The group of an event by its kind (`promise.made`); what fits nowhere belongs to the case. */
export function groupOf(kind: EventKind): HistoryGroup {
  return groupOfStart.find(([start]) => start.test(kind))?.[1] ?? 'case';
}

/** The lines of a group by one person; `all` and an empty name keep every line. */
export function narrowed(
  lines: readonly HistoryLine[],
  group: HistoryGroup,
  who: string,
): readonly HistoryLine[] {
  return lines.filter(
    (line) => (group === 'all' || groupOf(line.kind) === group) && (who === '' || line.who === who),
  );
}

/** Everyone who did something, by name. */
export function peopleIn(lines: readonly HistoryLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ who }) => who ?? []))].sort();
}

/** Places of the lines under which a conversation opens: the newest line of each. */
export function opensConversation(lines: readonly HistoryLine[]): ReadonlySet<HistoryLine> {
  const seen = new Set<string>();
  const first = lines.filter(({ conversationId }) => {
    if (conversationId === null || seen.has(conversationId)) return false;
    seen.add(conversationId);
    return true;
  });
  return new Set(first);
}
