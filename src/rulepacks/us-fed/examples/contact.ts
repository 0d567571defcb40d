import type { Example } from '#domain/gate/pack.ts';
import {
  attempt,
  eventAt,
  examplesOn,
  inbound,
  locationWords,
} from '#domain/gate/pack-examples.ts';
import { email, ordinaryCase } from './ordinary-case.ts';

const on = examplesOn(ordinaryCase);
const at = (time: string) => ({ proposed: { at: time } });
const callTo = (to: string) => ({ to });

const twoZones = [
  { kind: 'mobile_area_code', tz: ['America/New_York'] },
  { kind: 'residential_address', region: 'US-UT', tz: ['America/Denver'] },
];
const attorney = eventAt('attorney_notice', '2026-05-20T10:00:00-04:00', { attorney_known: true });
const cease = eventAt('cease_notice', '2026-06-10T09:00:00-04:00', {
  medium: 'letter',
  mailed_at: '2026-06-05T09:00:00-04:00',
});
const afternoons = [{ weekdays: ['Wed'], from: '15:00', to: '17:00' }];
const asked = { person: 'third_party:neighbour', to: 'n1', purpose: 'location_information' };
const neighbour = { ...asked, content: locationWords };
const sevenCalls = ['03', '04', '05', '06', '07', '08', '09'].map((day) =>
  attempt(`2026-06-${day}T10:00:00-04:00`),
);
const talk = attempt('2026-06-04T18:00:00-04:00', {
  result: 'conversation',
  conversation_debts: ['d1'],
});

export const contactExamples: readonly Example[] = [
  ...on('USF-6B1-HOURS', {
    inside: ['mid-morning is open', {}],
    edge: ['eight sharp is open', at('2026-06-10T08:00:00-04:00')],
    outside: [
      'nine in the evening is shut until eight, over the change to summer time',
      at('2026-03-07T21:00:00-05:00'),
      ['USF-6B1-HOURS'],
      '2026-03-08T08:00:00-04:00',
    ],
  }),
  ...on('USF-6B1-TZ', {
    inside: ['two hints of one zone agree', {}],
    edge: [
      'a known zone settles the conflict',
      {
        consumer: {
          location_signals: [...twoZones, { kind: 'confirmed_tz', tz: ['America/Denver'] }],
        },
      },
    ],
    outside: [
      'Ohio mobile, Utah address',
      { consumer: { location_signals: twoZones }, ...at('2026-06-10T12:00:00-04:00') },
    ],
  }),
  ...on('USF-6B1-STATED-TIME', {
    inside: ['mornings were not named', { consumer: { inconvenient: afternoons } }],
    edge: [
      'open again at the end of the named time',
      { consumer: { inconvenient: afternoons }, ...at('2026-06-10T17:00:00-04:00') },
    ],
    outside: [
      'inside the named time',
      { consumer: { inconvenient: afternoons }, ...at('2026-06-10T15:00:00-04:00') },
      ['USF-6B1-STATED-TIME'],
      '2026-06-10T17:00:00-04:00',
    ],
  }),
  ...on('USF-6B1-PLACE', {
    inside: ['no place was named', { proposed: callTo('h1') }],
    edge: ['the mobile is tied to no place', { consumer: { inconvenient_places: ['home'] } }],
    outside: [
      'the line at home',
      { consumer: { inconvenient_places: ['home'] }, proposed: callTo('h1') },
    ],
  }),
  ...on('USF-6B2-ATTORNEY', {
    inside: ['represented on another debt', { events: [{ ...attorney, debts: ['d2'] }] }],
    edge: [
      'one reply to what the person wrote',
      {
        events: [attorney],
        contact_log: [inbound('IN1', '2026-06-10T09:00:00-04:00', {})],
        proposed: { ...email, in_response_to: 'IN1' },
      },
    ],
    outside: ['represented on this debt', { events: [attorney] }],
  }),
  ...on('USF-6B3-EMPLOYER', {
    inside: ['work may be called when nobody forbids it', { proposed: callTo('w1') }],
    edge: ['the mobile stays open', { consumer: { employer_prohibits: true } }],
    outside: [
      'the line at work',
      { consumer: { employer_prohibits: true }, proposed: callTo('w1') },
    ],
  }),
  ...on('USF-6C-CEASE', {
    inside: ['the notice names another debt', { events: [{ ...cease, debts: ['d2'] }] }],
    edge: ['posted but not yet received', { events: [cease], ...at('2026-06-10T08:59:59-04:00') }],
    outside: ['received', { events: [cease] }],
  }),
  ...on('CEASE-ON-OTHER-DEBT', {
    inside: ['no notice', {}],
    edge: [
      'not yet received',
      {
        events: [{ ...cease, debts: ['d2'] }],
        ...at('2026-06-10T08:59:59-04:00'),
      },
    ],
    outside: ['a notice on the other debt', { events: [{ ...cease, debts: ['d2'] }] }],
  }),
  ...on('USF-6D-THIRD-PARTY', {
    inside: ['the person', {}],
    edge: ['the spouse counts as the consumer', { proposed: { person: 'spouse' } }],
    outside: ['a flatmate', { proposed: { person: 'third_party:flatmate' } }],
  }),
  ...on('USF-10-LOCATION-ONCE', {
    inside: ['first question to a neighbour', { proposed: neighbour }],
    edge: [
      'an unanswered call was no communication',
      {
        proposed: neighbour,
        contact_log: [attempt('2026-06-01T10:00:00-04:00', { person: neighbour.person })],
      },
    ],
    outside: [
      'asked and answered before',
      {
        proposed: neighbour,
        contact_log: [
          attempt('2026-05-01T10:00:00-04:00', {
            person: neighbour.person,
            result: 'conversation',
          }),
        ],
      },
    ],
  }),
  ...on('USF-10-LOCATION-CONTENT', {
    inside: ['asking where the person is', { proposed: neighbour }],
    edge: [
      'for whom one works, to whoever asked',
      {
        proposed: {
          ...neighbour,
          content: { ...locationWords, names_employer: true, employer_requested: true },
        },
      },
    ],
    outside: [
      'saying that a debt is owed',
      {
        proposed: { ...neighbour, content: { mentions_debt: true } },
      },
    ],
  }),
  ...on('USF-14B-7IN7', {
    inside: ['six calls', { contact_log: sevenCalls.slice(0, 6) }],
    edge: [
      'seven calls, the oldest on the seventh day back, which is out of the span',
      { contact_log: sevenCalls },
    ],
    outside: [
      'eighth call in seven days',
      { contact_log: sevenCalls, ...at('2026-06-09T18:00:00-04:00') },
      ['USF-14B-7IN7'],
      '2026-06-10T08:00:00-04:00',
    ],
  }),
  ...on('USF-14B-POSTCONV', {
    inside: ['ten days after a talk', { contact_log: [talk], ...at('2026-06-14T10:00:00-04:00') }],
    edge: [
      'first free day at eight, though not seven times 24 hours later',
      { contact_log: [talk], ...at('2026-06-11T08:00:00-04:00') },
    ],
    outside: [
      'seventh day, the day of the talk being the first',
      { contact_log: [talk] },
      ['USF-14B-POSTCONV'],
      '2026-06-11T08:00:00-04:00',
    ],
  }),
  ...on('USF-14B-CONCENTRATION', {
    inside: ['one call yesterday', { contact_log: [attempt('2026-06-09T10:00:00-04:00')] }],
    edge: ['one call an hour ago', { contact_log: [attempt('2026-06-10T09:00:00-04:00')] }],
    outside: ['a call two minutes ago', { contact_log: [attempt('2026-06-10T09:58:00-04:00')] }],
  }),
  ...on('USF-14B-REBUTTAL', {
    inside: ['no factor named', {}],
    edge: [
      'a discount of the collector’s own is no factor',
      {
        proposed: { rebuttal_factor: 'discount_ends' },
      },
    ],
    outside: ['the law requires the call', { proposed: { rebuttal_factor: 'required_by_law' } }],
  }),
  ...on('USF-14A-CUMULATIVE', {
    inside: ['nothing yet', {}],
    edge: [
      'seven letters in a week',
      {
        contact_log: Array.from({ length: 7 }, (_, hour) =>
          attempt(`2026-06-08T0${hour}:00:00-04:00`, {
            channel: 'letter',
            to: 'a1',
            result: 'sent',
          }),
        ),
      },
    ],
    outside: [
      'eight in a week',
      {
        contact_log: Array.from({ length: 8 }, (_, hour) =>
          attempt(`2026-06-08T0${hour}:00:00-04:00`, {
            channel: 'letter',
            to: 'a1',
            result: 'sent',
          }),
        ),
      },
    ],
  }),
];
