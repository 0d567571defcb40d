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

/** The first word of a kind: `promise` of `promise.made`. */
type EventArea = EventKind extends `${infer Area}.${string}` ? Area : never;

const groupOfArea: Readonly<Record<EventArea, HistoryGroup>> = {
  note: 'note',
  document: 'note',
  promise: 'agreement',
  plan: 'agreement',
  callback: 'agreement',
  payment: 'money',
  credit: 'money',
  method: 'money',
  invoice: 'money',
  hold: 'hold',
  call: 'contact',
  contact: 'contact',
  'contact-point': 'contact',
  floor: 'contact',
  message: 'contact',
  notice: 'contact',
  'opt-out': 'contact',
  party: 'contact',
  refusal: 'contact',
  account: 'case',
  approval: 'case',
  attempt: 'case',
  case: 'case',
  connection: 'case',
  consent: 'case',
  evidence: 'case',
  fact: 'case',
  flag: 'case',
  import: 'case',
  'key-event': 'case',
  keys: 'case',
  obligation: 'case',
  people: 'case',
  person: 'case',
  portfolio: 'case',
  retention: 'case',
  rule: 'case',
  task: 'case',
  user: 'case',
  agent: 'case',
  alarm: 'case',
  map: 'case',
  run: 'case',
};

/** The group of an event by its kind; what is not found under another belongs to the case. */
export function groupOf(kind: EventKind): HistoryGroup {
  return groupOfArea[kind.slice(0, kind.indexOf('.')) as EventArea];
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
