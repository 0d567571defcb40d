import { voicemailPlan, voicemailWords } from '#domain/contact/voicemail.ts';
import { decide } from '#domain/gate/decide.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import {
  attempt,
  type Change,
  changed,
  consentAt,
  eventAt,
  stateCase,
} from '#domain/gate/pack-examples.ts';
import { limitsOf } from '#domain/gate-facts/build-gate-facts.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import de from '#rulepacks/de/index.ts';
import eu from '#rulepacks/eu/index.ts';
import gb from '#rulepacks/gb/index.ts';
import { ordinaryCase as british } from '#rulepacks/gb/ordinary-case.ts';
import it from '#rulepacks/it/index.ts';
import { ordinaryCase as american, email } from '#rulepacks/us-fed/examples/ordinary-case.ts';
import usFed from '#rulepacks/us-fed/index.ts';
import type { PureRows } from './policy-row.ts';

const packs = [gb, usFed, de, eu, it];

/** Germany names no hours. */
const german = { ...stateCase('DE', 'DE', 'Europe/Berlin'), packs: ['DE'] };

/** The members of the Italian association talk to nobody twice in a day. */
const italian = {
  ...stateCase('IT', 'IT', 'Europe/Rome', '2026-06-10T16:00:00+02:00'),
  packs: ['IT'],
};

/** The rules that speak against a contact under the policy. */
const reasons =
  (base: Facts, change: Change) =>
  ({ gate }: PortfolioPolicy) =>
    decide({ ...changed(base, change), policy: limitsOf(gate, packs) }, packs).reasons.map(
      ({ rule }) => rule,
    );

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** No day is open. */
const shut = Object.fromEntries(days.map((day) => [day, null]));

/** Noon in London on each day of one week in June; the Monday is the 15th. */
const noonOn = (index: number) => ({
  proposed: { at: `2026-06-${15 + index}T12:00:00+01:00` },
});

/** What would be said to the machine of a customer who reads that language. */
const messageIn =
  (language: string) =>
  ({ gate: { voicemail } }: PortfolioPolicy) => [
    voicemailPlan({ ...voicemail, leave: true }, language),
    voicemailWords(voicemail, language),
  ];

/** What a portfolio asks of the gate beyond the law. */
export const gateRows: PureRows = {
  'gate.voicemail.leave': {
    to: true,
    seen: ({ gate: { voicemail } }) => voicemailPlan(voicemail, 'en'),
  },
  'gate.voicemail.businessName': { to: 'Harbour', seen: messageIn('en') },
  'gate.voicemail.callbackNumber': { to: '+12125550100', seen: messageIn('en') },
  'gate.voicemail.texts.en': { to: 'Please call {number}', seen: messageIn('en') },
  'gate.voicemail.texts.es': { to: 'Por favor, llame', seen: messageIn('es-MX') },
  'gate.voicemail.texts.he': { to: 'נא להתקשר', seen: messageIn('he') },
  'gate.safeHarboursBind': {
    to: true,
    seen: reasons(american, { proposed: email }),
  },
  'gate.stopMeansEverything': {
    to: false,
    seen: reasons(american, {
      consents: [consentAt('tcpa_prior_express', '2026-01-05T10:00:00-05:00', { address: 'm1' })],
      events: [
        eventAt('tcpa_revocation', '2026-06-01T10:00:00-04:00', { address: 'm1', debts: ['d2'] }),
      ],
      proposed: { mode: 'prerecorded' },
    }),
  },
  'gate.rulesOn': {
    to: ['GB-OFCOM-ABANDON'],
    seen: reasons(british, {
      contact_log: [attempt('2026-06-16T10:00:00+01:00', { result: 'abandoned' })],
      proposed: { mode: 'predictive' },
    }),
  },
  'gate.adviceOnly': {
    to: ['IT-UNIREC-DAY'],
    seen: reasons(italian, {
      contact_log: [attempt('2026-06-10T10:00:00+02:00', { result: 'conversation' })],
    }),
  },
  'gate.ruleHours': {
    to: { 'GB-POLICY-HOURS': { week: shut, shutOnHolidays: false } },
    seen: reasons(british, noonOn(0)),
  },
  'gate.attorneyResponseDays': {
    to: 5,
    seen: reasons(american, {
      events: [
        eventAt('attorney_notice', '2026-05-20T10:00:00-04:00', { attorney_known: true }),
        eventAt('attorney_asked', '2026-06-01T10:00:00-04:00'),
      ],
    }),
  },
  ...Object.fromEntries(
    days.map((day, index) => [
      `gate.houseHours.${day}`,
      {
        to: day === 'sun' ? ['10:00', '18:00'] : null,
        seen: reasons(german, noonOn(index)),
      },
    ]),
  ),
};
