import {
  type CountKey,
  coolOff,
  debtsDiscussed,
  type Exclusion,
  frequency,
  isOwnAttempt,
  keysByDebt,
} from '#domain/gate/checks/frequency.ts';
import { roleOf } from '#domain/gate/checks/third-parties.ts';
import {
  dateZones,
  type EvaluationContext,
  type Given,
  type Logged,
  once,
  recentLog,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, isConversation } from '#domain/gate/facts/channels.ts';
import { REBUTTALS } from '#domain/gate/facts/purposes.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { DAY_MS, dayOf, dayReader, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { isConsumer, isProfessional, regulationF } from './coverage.ts';

/** 1006.14(b)(2)(i): more than seven in seven days; seven days after a talk. */
const LIMIT = 7;
const DAYS = 7;
/** Far enough back for the talks that ended consents which excluded calls still in the window. */
const CONSENT_LOG_DAYS = 3 * DAYS;

const debtKeys = (moment: EvaluationContext) =>
  keysByDebt(moment, 'student-group', (debt) =>
    debt.student_account_group ? `student:${debt.student_account_group}` : debt.id,
  );

/** Whether a number of the file turned out to be somebody else's. */
const isAnothers = (owner: string | null | undefined) => roleOf(owner ?? '') === 'third_party';

/** Numbers learned not to be the person's: calls to them leave the count (1006.14(b)(3)(iii)). */
function wrongNumbers(moment: EvaluationContext): ReadonlySet<string> {
  return once(moment, 'wrong-numbers', () => {
    const learned = moment.events.filter(
      ({ word, ms }) => word === 'wrong_party' && ms <= moment.atMs,
    );
    const named = learned.flatMap(({ event }) => (event.address ? [event.address] : []));
    const points = moment.facts.contact_points.filter(
      ({ id, number, owner }) =>
        named.includes(id) || named.includes(number ?? '') || isAnothers(owner),
    );
    return new Set([...named, ...points.map(({ id }) => id)]);
  });
}

function talksOn(moment: EvaluationContext, key: CountKey): readonly number[] {
  return once(moment, `talks:${key.name}`, () =>
    recentLog(moment, CONSENT_LOG_DAYS)
      .filter(
        ({ entry, channel }) =>
          isConversation(entry.result) &&
          channel === 'phone_call' &&
          (debtsDiscussed(entry)?.some((id) => key.debts?.includes(id)) ?? true),
      )
      .map(({ ms }) => ms),
  );
}

/**
 * Calls under direct consent to more calls on that debt do not count: for seven local days from its
 * receipt at most, less on the consent's own words, its revocation or the next talk on the debt.
 */
function underConsent(moment: EvaluationContext, key: CountKey, zone: string): Exclusion {
  const { actor } = moment.facts;
  const consents = moment.consents.filter(
    ({ consent }) =>
      consent.kind === 'additional_calls' &&
      consent.given_to === actor.id &&
      (!consent.debts || consent.debts.some((id) => key.debts?.includes(id))),
  );
  if (consents.length === 0) return { past: () => false, day: () => false };
  const talks = talksOn(moment, key);
  const covers = ({ consent, ms: givenMs, revokedMs }: Given, ms: number, day: number) => {
    if (ms < givenMs || ms >= revokedMs || day - localDay(zone, givenMs) >= DAYS) return false;
    const dates = consent.only_local_dates;
    if (dates && !dates.some((date) => dayOf(date) === day)) return false;
    if (consent.valid_until && day > dayOf(consent.valid_until)) return false;
    return !talks.some((conversationMs) => conversationMs > givenMs && conversationMs < ms);
  };
  return {
    past: ({ ms }: Logged) => consents.some((given) => covers(given, ms, localDay(zone, ms))),
    day: (day) => {
      const ms = Math.max(moment.ms, instantOfLocal(zone, day, 0));
      return consents.some((given) => covers(given, ms, day));
    },
  };
}

/** Two unanswered tries within five minutes are the comment's own example of a pattern. */
const CLOSE_MS = 5 * 60_000;
const CALLS_A_DAY = 2;

function concentration(moment: EvaluationContext): Finding | null {
  const [zone = 'UTC'] = dateZones(moment);
  const today = localDay(zone, moment.ms);
  const placed = recentLog(moment, 1).filter(
    (logged) =>
      logged.entry.dir === 'outbound' &&
      CALLS.some((channel) => channel === logged.channel) &&
      logged.ms <= moment.ms &&
      isOwnAttempt(logged, moment),
  );
  const dayAt = dayReader(zone);
  const sameDay = placed.filter(({ ms }) => dayAt(ms) === today).length;
  const close = placed.some(({ ms }) => moment.ms - ms <= CLOSE_MS);
  return close || sameDay >= CALLS_A_DAY ? { details: { callsToday: sameDay + 1 } } : null;
}

/** Attempts over all media in a week from which on a person should look at the whole. */
const MANY_ATTEMPTS = 8;
/** Messages on one day of which nobody asked for any (comment 14(a)-2). */
const MANY_MESSAGES = 4;

function cumulative(moment: EvaluationContext): Finding | null {
  const attempts = recentLog(moment, DAYS).filter(
    (logged) =>
      logged.entry.dir === 'outbound' &&
      logged.ms <= moment.ms &&
      moment.ms - logged.ms < DAYS * DAY_MS &&
      isOwnAttempt(logged, moment),
  );
  const messages = attempts.filter(
    ({ entry, channel, ms }) =>
      ELECTRONIC.some((electronic) => electronic === channel) &&
      !entry.in_response_to &&
      moment.ms - ms < DAY_MS,
  ).length;
  const many = attempts.length >= MANY_ATTEMPTS || messages >= MANY_MESSAGES;
  return many ? { details: { attempts: attempts.length + 1 } } : null;
}

/** Factors a supervisor can name; a deadline that the collector itself sets is none. */
const FACTORS = ['required_by_law', 'active_litigation', 'answering_request', 'avoid_harm'];

const calls = { channels: CALLS, when: (moment: EvaluationContext) => !isProfessional(moment) };

export const callFrequency: readonly Rule[] = [
  regulationF({
    id: 'USF-14B-7IN7',
    about: ['frequency'],
    title: 'More than seven calls about a debt within seven days',
    citation: '12 CFR 1006.14(b)(2)(i)(A), (b)(3), (b)(4) and comments',
    section: '14',
    enforcement: 'presumption',
    applies: calls,
    check: frequency({
      name: 'usf-7in7',
      limit: LIMIT,
      days: DAYS,
      channels: CALLS,
      keys: debtKeys,
      counts: (moment) => {
        const wrong = wrongNumbers(moment);
        return (logged) =>
          isOwnAttempt(logged, moment) &&
          !(logged.entry.to && wrong.has(logged.entry.to) && isConsumer(moment));
      },
      excluded: underConsent,
    }),
  }),
  regulationF({
    id: 'USF-14B-POSTCONV',
    about: ['frequency'],
    title: 'A call within seven days of a talk about the debt',
    citation: '12 CFR 1006.14(b)(2)(i)(B) and comments',
    section: '14',
    enforcement: 'presumption',
    applies: calls,
    check: coolOff({
      name: 'usf-postconv',
      days: DAYS,
      channels: ['phone_call'],
      keys: debtKeys,
      excluded: underConsent,
    }),
  }),
  regulationF({
    id: 'USF-14B-CONSENT',
    title: 'Calls under direct consent to more calls do not count, for at most seven days',
    citation: '12 CFR 1006.14(b)(3)(i) and commentary',
    section: '14',
    enforcement: 'definition',
  }),
  regulationF({
    id: 'USF-14B-STUDENT',
    title: 'Student loans under one account number are one debt',
    citation: '12 CFR 1006.14(b)(4)',
    section: '14',
    enforcement: 'definition',
  }),
  regulationF({
    id: 'USF-14B-CONCENTRATION',
    about: ['frequency'],
    title: 'Inside the numbers, but close together',
    citation: '12 CFR 1006 Supp. I, comment 14(b)(2)(i)-2',
    section: '14',
    enforcement: 'advisory',
    applies: calls,
    check: concentration,
  }),
  regulationF({
    id: 'USF-14B-REBUTTAL',
    title: 'A reason against the presumption was named; a supervisor has to weigh it',
    citation: '12 CFR 1006 Supp. I, comment 14(b)(2)(ii)-2',
    section: '14',
    enforcement: 'advisory',
    applies: calls,
    check: (moment) => {
      const factor = moment.facts.proposed.rebuttal_factor ?? moment.purpose;
      return [...FACTORS, ...REBUTTALS].includes(factor) ? { details: { factor } } : null;
    },
  }),
  regulationF({
    id: 'USF-14A-CUMULATIVE',
    about: ['frequency'],
    title: 'Many attempts over all media together',
    citation: '12 CFR 1006.14(a), comments 14(a)-1 and -2',
    section: '14',
    enforcement: 'advisory',
    applies: { notChannels: ['credit_reporting', 'debt_transfer', 'lawsuit'] },
    check: cumulative,
  }),
];
