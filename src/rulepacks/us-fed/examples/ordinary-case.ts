import type { Facts } from '#domain/gate/facts/facts.ts';

/** A call on a Wednesday morning to a person in Ohio about one card debt: nothing stands against it. */
export const ordinaryCase: Facts = {
  packs: ['US-FED'],
  actor: { type: 'third_party_collector', id: 'agency-A' },
  consumer: {
    id: 'c1',
    location_signals: [
      { kind: 'residential_address', region: 'US-OH', tz: ['America/New_York'] },
      { kind: 'mobile_area_code', value: '+1-614', tz: ['America/New_York'] },
    ],
  },
  contact_points: [
    { id: 'm1', kind: 'mobile', number: '+16145550141' },
    { id: 'h1', kind: 'landline', number: '+16145550142', place: 'home' },
    { id: 'w1', kind: 'landline', number: '+16145550143', place: 'work' },
    { id: 'n1', kind: 'landline', number: '+16145550144', owner: 'third_party:neighbour' },
    { id: 'e1', kind: 'email', address: 'sam@example.org' },
    { id: 'e2', kind: 'email', address: 'sam@employer.example', employer_provided_known: true },
    { id: 's1', kind: 'social' },
    { id: 'a1', kind: 'mail', place: 'home' },
  ],
  debts: [
    { id: 'd1', type: 'credit_card', creditor: 'Example Bank' },
    { id: 'd2', type: 'medical', creditor: 'Example Clinic' },
  ],
  contact_log: [],
  consents: [],
  events: [],
  proposed: {
    channel: 'phone_call',
    at: '2026-06-10T10:00:00-04:00',
    to: 'm1',
    person: 'consumer',
    debts: ['d1'],
    mode: 'live_agent',
  },
};

/** What every electronic message carries to be in order. */
export const inOrder = { optout_notice: true, debt_collector_disclosure: 'subsequent' };

export const email = { channel: 'email', to: 'e1', content: inOrder };
export const text = { channel: 'sms', to: 'm1', content: inOrder };
export const letter = { channel: 'letter', to: 'a1' };
