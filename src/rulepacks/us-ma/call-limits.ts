import { isWorkPoint, pointOf } from '#domain/gate/checks/contact-places.ts';
import { isFdcpaCollector, isFdcpaConsumer } from '#domain/gate/checks/fdcpa-conduct.ts';
import { coolOff, frequency, isOwnAttempt, keysOfDebts } from '#domain/gate/checks/frequency.ts';
import { everyDay, openHours } from '#domain/gate/checks/open-hours.ts';
import { isHousehold } from '#domain/gate/checks/relatives.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS } from '#domain/gate/facts/channels.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';

const LIMIT = 2;
const PERSONAL_DAYS = 7;
const OTHER_DAYS = 30;

/** Calls, texts and recorded messages; e-mail and letters are not "communications via telephone". */
const TELEPHONE = [...CALLS, 'sms'];

/**
 * Two attempts a debt to numbers of one kind. Everything that rang counts, with or without a message
 * (Armata v. Target); a line that could neither be reached nor take a message does not.
 */
function twoWithin(name: string, days: number, atWork: boolean) {
  return frequency({
    name,
    limit: LIMIT,
    days,
    channels: TELEPHONE,
    keys: keysOfDebts,
    counts: (moment) => (logged) =>
      isOwnAttempt(logged, moment) && isWorkPoint(pointOf(moment, logged.entry)) === atWork,
  });
}

const atWork = (moment: EvaluationContext) => isWorkPoint(moment.point);

const twoAtHome = twoWithin('ma-household-home', PERSONAL_DAYS, false);
const twoElsewhere = twoWithin('ma-household-else', OTHER_DAYS, true);

function household(moment: EvaluationContext): Finding | null {
  if (moment.content?.mentions_debt) return { releasing: ['content_corrected'] };
  return atWork(moment) ? twoElsewhere(moment) : twoAtHome(moment);
}

const common = {
  source: 'https://www.mass.gov/regulations/940-CMR-700-debt-collection-regulations',
  since: '2012-03-02',
  confidence: 'high',
  basis: 'primary',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/**
 * The Attorney General's rules bind creditors and those who collect for them, texts included. The
 * Division of Banks replaced its own on 26 September 2025: who keeps the named sections of
 * Regulation F keeps them, but for the number of calls and the wait after a conversation.
 */
const citation =
  '940 CMR 7.04(1)(f); 209 CMR 18.14 (to 25 September 2025: 18.16(1)(d)); Armata v. Target, 480 Mass. 14 (2018); AG guidance 2013';

export const callLimits: readonly Rule[] = [
  {
    ...common,
    id: 'US-MA-2IN7-PERSONAL',
    about: ['frequency'],
    title: 'More than two calls or texts about a debt to a personal number in seven days',
    citation,
    applies: {
      channels: TELEPHONE,
      when: (moment) => !atWork(moment) && !isHousehold(moment),
    },
    check: twoWithin('ma-2in7', PERSONAL_DAYS, false),
  },
  {
    ...common,
    id: 'US-MA-2IN30-OTHER',
    about: ['frequency'],
    title: 'More than two calls or texts about a debt to work in thirty days',
    citation,
    applies: { channels: TELEPHONE, when: (moment) => atWork(moment) && !isHousehold(moment) },
    check: twoWithin('ma-2in30', OTHER_DAYS, true),
  },
  {
    ...common,
    id: 'US-MA-POSTCONV',
    about: ['frequency'],
    title: 'A collector’s call about a debt within seven days of a talk about it',
    citation: '209 CMR 18.14 as in force since 26 September 2025',
    source: 'https://www.mass.gov/regulations/209-CMR-18-conduct-of-the-business',
    since: '2025-09-26',
    basis: 'secondary',
    applies: {
      channels: CALLS,
      when: (moment) => isFdcpaCollector(moment) && !isHousehold(moment),
    },
    check: coolOff({
      name: 'ma-postconv',
      days: PERSONAL_DAYS,
      channels: CALLS,
      keys: keysOfDebts,
    }),
  },
  {
    ...common,
    id: 'US-MA-HOURS',
    about: ['hours'],
    title: 'Calls only in normal waking hours: 8:00 to 21:00 when others are not known',
    citation: '940 CMR 7.04(1)(e), 7.05(3)(e); 209 CMR 18.06 (to 25 September 2025: 18.16(1)(a))',
    confidence: 'medium',
    applies: { channels: CALLS, when: (moment) => isFdcpaConsumer(moment) || isHousehold(moment) },
    topics: ['hours'],
    check: openHours({
      week: everyDay('08:00', '21:00'),
      consentOpens: true,
      // For members of the household the rule itself names Eastern time.
      zonesOf: (moment) => (isHousehold(moment) ? ['America/New_York'] : moment.zones),
    }),
  },
  {
    ...common,
    id: 'US-MA-HOUSEHOLD',
    about: ['third_parties'],
    title: 'Members of the household hear no hint of the debt, and are called no more often',
    citation: '940 CMR 7.05(3)(d)',
    applies: { channels: TELEPHONE, when: isHousehold },
    check: household,
  },
];
