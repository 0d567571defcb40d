import type { Facts } from '#domain/gate/facts/facts.ts';
import type { LogEntry } from '#domain/gate/facts/history-facts.ts';
import { seeded } from '#kernel/random.ts';
import { instantOf } from '#kernel/time.ts';

const dayMs = 86_400_000;
const results = ['no_answer', 'no_answer', 'voicemail_none', 'busy', 'no_answer', 'conversation'];
const fourDebts = ['d1', 'd2', 'd3', 'd4'];
const threeZones = ['America/New_York', 'America/Chicago', 'America/Los_Angeles'];

/**
 * The facts of a call, unless told otherwise about four debts to a person who may be in any of three
 * zones, with a log of `entries` calls and messages of the last `days`, the newest a second old.
 */
export function loggedFacts(
  at: string,
  days: number,
  entries: number,
  seed: number,
  { debts = fourDebts, zones = threeZones }: { debts?: string[]; zones?: string[] } = {},
): Facts {
  const random = seeded(seed);
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? '';
  const atMs = Date.parse(at);
  const log = Array.from({ length: entries }, (_, i): LogEntry => {
    const inbound = random() < 0.1;
    const result = pick(results);
    const about = [pick(debts)];
    return {
      id: `l${i}`,
      at: instantOf(Math.round(atMs - 1000 - ((i + random()) / entries) * days * dayMs)),
      dir: inbound ? 'inbound' : 'outbound',
      channel: random() < 0.2 ? 'email' : 'phone_call',
      ...(inbound ? { from: 'm1' } : { to: pick(['m1', 'h1']) }),
      person: 'consumer',
      result,
      debts: about,
      conversation_debts: result === 'conversation' ? about : [],
      mode: 'live_agent',
    };
  });
  return {
    packs: ['US-FED'],
    actor: { type: 'third_party_collector', id: 'agency-A' },
    consumer: { id: 'c', location_signals: [{ kind: 'address', tz: zones }] },
    contact_points: [
      { id: 'm1', kind: 'mobile' },
      { id: 'h1', kind: 'landline', place: 'home' },
    ],
    debts: debts.map((id) => ({ id })),
    contact_log: log,
    consents: [],
    events: [],
    proposed: { channel: 'phone_call', at, to: 'm1', debts },
  };
}
