import { everyDay } from '#domain/gate/checks/open-hours.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { eventAt } from '#domain/gate/pack-examples.ts';

/** The ordinary case of the pack's examples: an agency's call on a Wednesday morning in June. */
export const ordinaryCase: Facts = {
  packs: ['GB'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [{ kind: 'residential_address', region: 'GB-ENG', tz: ['Europe/London'] }],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+447700900123' },
    { id: 'w1', kind: 'landline', number: '+442079460123', place: 'work' },
    { id: 'a1', kind: 'mail', place: 'home' },
  ],
  debts: [{ id: 'd1', type: 'personal_loan', creditor: 'Example Bank' }],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-17T10:00:00+01:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

/** The operator keeps eight to nine in the evening. */
export const open = { rule_hours: { 'GB-POLICY-HOURS': everyDay('08:00', '21:00') } };

/** An event of a kind about the first debt, received on a morning of summer time. */
export const start = (kind: string, day: string, other: object = {}) => ({
  events: [eventAt(kind, `${day}T09:00:00+01:00`, other)],
});
