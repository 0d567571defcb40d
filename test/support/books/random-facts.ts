import fc from 'fast-check';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { CaseEvent, Consent, LogEntry } from '#domain/gate/facts/history-facts.ts';
import { attempt } from '#domain/gate/pack-examples.ts';

const DAY_MS = 86_400_000;
/** Just after the instants of every log and before every proposed attempt. */
export const END_MS = Date.UTC(2026, 10, 4, 15);

const iso = (ms: number) => new Date(ms).toISOString();

/** An attempt of the collector within the last weeks, at an instant of its own. */
export const anyAttempt: fc.Arbitrary<LogEntry> = fc
  .record({
    backMs: fc.integer({ min: 1, max: 20 * DAY_MS }),
    result: fc.constantFrom('no_answer', 'busy', 'voicemail_none', 'conversation', 'sent'),
    channel: fc.constantFrom('phone_call', 'phone_call', 'phone_call', 'email', 'sms', 'letter'),
    debts: fc.constantFrom(['d1'], ['d2'], ['d1', 'd2']),
    to: fc.constantFrom('m1', 'h1'),
  })
  .map(({ backMs, ...entry }) => attempt(iso(END_MS - backMs), { ...entry, id: `L${backMs}` }));

const anyEvent: fc.Arbitrary<CaseEvent> = fc
  .record({
    kind: fc.constantFrom(
      'attorney_notice',
      'attorney_consents',
      'cease_notice',
      'cease_withdrawn',
      'media_optout',
      'media_optin',
      'dispute',
      'verification_sent',
      'bankruptcy_petition',
      'bankruptcy_dismissed',
      'validation_notice_sent',
      'wrong_number',
      'tcpa_revocation',
      'hardship_notice',
    ),
    backMs: fc.integer({ min: 1, max: 40 * DAY_MS }),
    medium: fc.constantFrom('letter', 'sms', 'phone', 'email'),
    address: fc.constantFrom('m1', 'h1', undefined),
    debts: fc.constantFrom(['d1'], ['d2'], undefined),
  })
  .map(({ backMs, ...event }) => ({ ...event, received_at: iso(END_MS - backMs) }));

const anyConsent: fc.Arbitrary<Consent> = fc
  .record({
    kind: fc.constantFrom(
      'additional_calls',
      'contact_time',
      'text',
      'email',
      'tcpa_prior_express',
    ),
    backMs: fc.integer({ min: 1, max: 9 * DAY_MS }),
    given_to: fc.constantFrom('agency-A', 'Example Bank'),
    address: fc.constantFrom('m1', 'e1'),
  })
  .map(({ backMs, ...consent }) => ({
    ...consent,
    from: '06:00',
    to: '22:00',
    received_at: iso(END_MS - backMs),
  }));

/** Media with what a message on them has to carry. */
const inOrder = { optout_notice: true, debt_collector_disclosure: 'subsequent' };
const MEDIA = [
  { channel: 'phone_call', to: 'm1', mode: 'live_agent' },
  { channel: 'phone_call', to: 'h1', mode: 'live_agent' },
  { channel: 'phone_call', to: 'h1', mode: 'prerecorded' },
  { channel: 'sms', to: 'm1', content: inOrder },
  { channel: 'email', to: 'e1', content: inOrder },
  { channel: 'letter', to: 'a1' },
] as const;

const ZONES = ['America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'America/Toronto'];

/** Facts of one intended attempt under the given packs. */
export function anyFacts(packs: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Facts> {
  return fc
    .record({
      packs,
      type: fc.constantFrom('third_party_collector', 'original_creditor'),
      contact_log: fc.array(anyAttempt, { maxLength: 15 }),
      events: fc.array(anyEvent, { maxLength: 2 }),
      consents: fc.array(anyConsent, { maxLength: 3 }),
      zones: fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 2 }),
      inconvenient: fc.constantFrom(
        [],
        [{ from: '20:00', to: '12:00' }],
        [{ weekdays: ['Wed', 'Thu'], from: '00:00', to: '24:00' }],
      ),
      aheadMs: fc.integer({ min: 0, max: 3 * DAY_MS }),
      medium: fc.constantFrom(...MEDIA),
    })
    .map(({ type, zones, inconvenient, aheadMs, medium, ...rest }) => ({
      ...rest,
      actor: { type, id: 'agency-A' },
      consumer: { id: 'c', location_signals: [{ kind: 'address', tz: zones }], inconvenient },
      contact_points: [
        { id: 'm1', kind: 'mobile' },
        { id: 'h1', kind: 'landline', place: 'home' },
        { id: 'e1', kind: 'email' },
        { id: 'a1', kind: 'mail', place: 'home' },
      ],
      debts: [{ id: 'd1', type: 'credit_card', creditor: 'Example Bank' }, { id: 'd2' }],
      proposed: { ...medium, at: iso(END_MS + aheadMs), person: 'consumer', debts: ['d1'] },
    }));
}

/** The same attempt at another instant. */
export const attemptAt = (facts: Facts, ms: number): Facts => ({
  ...facts,
  proposed: { ...facts.proposed, at: iso(ms) },
});
