import type { LocationSignal } from '#domain/gate/facts/facts.ts';
import { consentAt, eventAt, workedOn } from '#domain/gate/pack-examples.ts';
import { email, letter, ordinaryCase, text } from './ordinary-case.ts';

const on = workedOn(ordinaryCase);
const june = (day: number, clock: string) =>
  `2026-06-${String(day).padStart(2, '0')}T${clock}:00-04:00`;
const at = (day: number, clock: string, other: object = {}) => ({
  proposed: { at: june(day, clock), ...other },
});
const signal = (kind: string, ...tz: string[]) => ({ kind, tz });
const lives = (region: string, ...tz: string[]) => ({ kind: 'residential_address', region, tz });
const in_ = (...location_signals: LocationSignal[]) => ({ consumer: { location_signals } });
const eastern = signal('mobile_area_code', 'America/New_York');
const pacific = lives('US-CA', 'America/Los_Angeles');
const ohio = lives('US-OH', 'America/New_York');
const mobile = { id: 'm1', kind: 'mobile', number: '+16145550141' };
/** Phones of the person: their mobile and a landline elsewhere, or one mobile of that place. */
const withLandline = (number: string) => ({
  contact_points: [mobile, { id: 'h1', kind: 'landline', number }],
});
const withMobile = (number: string) => ({ contact_points: [{ ...mobile, number }] });
const utahLandline = {
  ...in_(eastern, signal('landline_area_code', 'America/Denver'), ohio),
  ...withLandline('+18015550142'),
};
const schoolRun = {
  consumer: {
    inconvenient: [
      { weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], from: '15:00', to: '17:00' },
      { weekdays: ['Sat', 'Sun'], from: '00:00', to: '24:00' },
    ],
  },
};
const nights = {
  consumer: { inconvenient: [{ from: '08:00', to: '12:00', valid_until: '2026-06-10' }] },
};
const home = { consumer: { inconvenient_places: ['home'] } };
const forbidden = { consumer: { employer_prohibits: true } };
const lateConsent = consentAt('contact_time', june(1, '14:00'), {
  from: '21:00',
  to: '23:00',
  during_compliant_communication: true,
});
const hours = ['USF-6B1-HOURS'];
const stated = ['USF-6B1-STATED-TIME'];

/** Comments 6(b)(1), 6(b)(3) and 6(b)(4): times and places, and consent to them. June 10 is a Wednesday. */
export const workedTimes = on([
  [
    '6(b)(1)(i)-1',
    'USF-6B1-HOURS',
    'an e-mail counts when it is sent, not when it is read',
    at(10, '20:59', email),
  ],
  [
    '6(b)(1)(i)-1',
    'USF-6B1-HOURS',
    'sent at nine sharp it is late',
    at(10, '21:00', email),
    hours,
    june(11, '08:00'),
  ],
  [
    '6(b)(1)(i)-1',
    'USF-6B1-HOURS',
    'a text in the night waits for eight',
    at(10, '03:00', text),
    hours,
    june(10, '08:00'),
  ],
  ['6(b)(1)(i)-1', 'USF-6B1-HOURS', 'a letter has no hour', at(10, '23:00', letter)],
  [
    '6(b)(1)(i)-2.i',
    'USF-6B1-HOURS',
    'eastern mobile, Pacific address: eight in the east is five in the west',
    { ...in_(eastern, pacific), ...at(10, '08:00') },
    hours,
    june(10, '11:00'),
  ],
  [
    '6(b)(1)(i)-2.i',
    'USF-6B1-HOURS',
    'nine in the east ends the day for both',
    { ...in_(eastern, pacific), ...at(10, '21:00') },
    hours,
    june(11, '11:00'),
  ],
  [
    '6(b)(1)(i)-2.ii',
    'USF-6B1-HOURS',
    'numbers of two zones: open where both are',
    { ...utahLandline, ...at(10, '10:00') },
  ],
  [
    '6(b)(1)(i)-2.ii',
    'USF-6B1-TZ',
    'and the disagreement is told',
    { ...utahLandline, ...at(10, '09:59') },
    ['USF-6B1-TZ', ...hours],
    june(10, '10:00'),
  ],
  [
    '6(b)(1)(i)-2.iii',
    'USF-6B1-HOURS',
    'one code in two zones counts for both',
    {
      ...in_(
        signal('landline_area_code', 'America/New_York', 'America/Chicago'),
        lives('US-FL', 'America/New_York'),
      ),
      ...withLandline('+18505550142'),
      ...at(10, '08:30'),
    },
    hours,
    june(10, '09:00'),
  ],
  [
    '6(b)(1)(i)-2',
    'USF-6B1-HOURS',
    'a known place settles it',
    {
      consumer: { location_signals: [eastern, pacific], confirmed_tz: 'America/New_York' },
      ...at(10, '08:00'),
    },
  ],
  [
    '6(b)(1)-1.i',
    'USF-6B1-STATED-TIME',
    'mornings only until the tenth',
    { ...nights, ...at(10, '09:00') },
    stated,
    june(10, '12:00'),
  ],
  [
    '6(b)(1)-1.i',
    'USF-6B1-STATED-TIME',
    'afterwards they are open again',
    { ...nights, ...at(11, '09:00') },
  ],
  [
    '6(b)(1)-1.ii',
    'USF-6B1-STATED-TIME',
    'while the children are fetched',
    { ...schoolRun, ...at(10, '15:00') },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-1.ii',
    'USF-6B1-STATED-TIME',
    'an e-mail then is no better',
    { ...schoolRun, ...at(10, '16:59', email) },
    stated,
    june(10, '17:00'),
  ],
  [
    '6(b)(1)-1.ii',
    'USF-6B1-STATED-TIME',
    'a Saturday waits for Monday at eight',
    { ...schoolRun, ...at(13, '11:00') },
    stated,
    june(15, '08:00'),
  ],
  [
    '6(b)(1)-1.ii',
    'USF-6B1-STATED-TIME',
    'a letter may go out',
    { ...schoolRun, ...at(13, '11:00', letter) },
  ],
  [
    '6(b)(1)(ii)-1',
    'USF-6B1-PLACE',
    'home is shut for its telephone',
    { ...home, ...at(10, '10:00', { to: 'h1' }) },
    ['USF-6B1-PLACE'],
  ],
  [
    '6(b)(1)(ii)-1',
    'USF-6B1-PLACE',
    'and for letters to it',
    { ...home, proposed: letter },
    ['USF-6B1-PLACE'],
  ],
  [
    '6(b)(1)(ii)-1',
    'USF-6B1-PLACE',
    'a mobile and an e-mail address are tied to no place',
    { ...home, proposed: email },
  ],
  [
    '6(b)(1)(ii)-1',
    'USF-6B1-PLACE',
    'unless one knows that the person is there now',
    { consumer: { inconvenient_places: ['home'], current_place: 'home' } },
    ['USF-6B1-PLACE'],
  ],
  [
    '6(b)(1)(ii)-1',
    'USF-6B1-PLACE',
    'the line at work stays open',
    { ...home, ...at(10, '10:00', { to: 'w1' }) },
  ],
  [
    '6(b)(3)-1',
    'USF-6B3-EMPLOYER',
    'no personal calls at work',
    { ...forbidden, ...at(10, '10:00', { to: 'w1' }) },
    ['USF-6B3-EMPLOYER'],
  ],
  [
    '6(b)(3)-1',
    'USF-6B3-EMPLOYER',
    'told by somebody, as an event',
    {
      events: [{ kind: 'employer_prohibits', at: june(9, '10:00') }],
      ...at(10, '10:00', { to: 'w1' }),
    },
    ['USF-6B3-EMPLOYER'],
  ],
  ['6(b)(3)-1', 'USF-6B3-EMPLOYER', 'the mobile is not the workplace', forbidden],
  [
    '6(b)(4)(i)-1',
    'USF-6B1-HOURS',
    'consent to calls until eleven at night',
    { consents: [lateConsent], ...at(10, '22:59') },
  ],
  [
    '6(b)(4)(i)-1',
    'USF-6B1-HOURS',
    'at eleven it ends',
    { consents: [lateConsent], ...at(10, '23:00') },
    hours,
    june(11, '08:00'),
  ],
  [
    '6(b)(4)(i)-2',
    'USF-6B1-HOURS',
    'given to the creditor it is not direct',
    { consents: [{ ...lateConsent, given_to: 'Example Bank' }], ...at(10, '22:00') },
    hours,
    june(11, '08:00'),
  ],
  [
    '6(b)(4)(i)-1',
    'USF-6B1-HOURS',
    'asked for inside a call at night it is none',
    { consents: [{ ...lateConsent, during_compliant_communication: false }], ...at(10, '22:00') },
    hours,
    june(11, '08:00'),
  ],
  [
    '6(b)(4)(ii)',
    'USF-6B1-HOURS',
    'a court permits it',
    { events: [eventAt('court_permission', june(1, '10:00'))], ...at(10, '22:00') },
  ],
  [
    '6(b)(1)(i)',
    'USF-6B1-HOURS',
    'the hour that spring leaves out changes nothing',
    { proposed: { at: '2026-03-07T21:30:00-05:00' } },
    hours,
    '2026-03-08T08:00:00-04:00',
  ],
  [
    '6(b)(1)(i)',
    'USF-6B1-HOURS',
    'nor the one that autumn gives twice',
    { proposed: { at: '2026-10-31T21:30:00-04:00' } },
    hours,
    '2026-11-01T08:00:00-05:00',
  ],
  [
    '6(b)(1)(i)',
    'USF-6B1-HOURS',
    'Arizona keeps its clock',
    {
      ...in_(lives('US-AZ', 'America/Phoenix')),
      ...withMobile('+16025550141'),
      proposed: { at: '2026-07-10T07:59:00-07:00' },
    },
    hours,
    '2026-07-10T08:00:00-07:00',
  ],
  [
    '6(b)(1)(i)',
    'USF-6B1-HOURS',
    'the Navajo Nation inside it does not',
    {
      ...in_(lives('US-AZ', 'America/Denver')),
      ...withMobile('+15055550141'),
      proposed: { at: '2026-07-10T07:30:00-07:00' },
    },
  ],
]);
