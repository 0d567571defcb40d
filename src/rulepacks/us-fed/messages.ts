import { closedMedium, isConfirmation } from '#domain/gate/checks/opt-outs.ts';
import { isPostcard, showsTrade } from '#domain/gate/checks/papers.ts';
import { mayBeAddress } from '#domain/gate/checks/unnamed-address.ts';
import {
  debtsBeside,
  type EvaluationContext,
  eventsOf,
  type Given,
  isAddress,
  logWhere,
  mainZone,
  standingConsents,
  touchesDebts,
} from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, NOT_CONTACT, SOCIAL } from '#domain/gate/facts/channels.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { dateOfDay, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { regulationF } from './coverage.ts';

/** When the person wrote from this address about the debt, in days, newest last. */
function wroteOn(moment: EvaluationContext): number[] {
  const zone = mainZone(moment);
  return logWhere(
    moment,
    (entry) =>
      entry.dir === 'inbound' &&
      entry.about_debt !== false &&
      entry.automated !== true &&
      isAddress(moment, entry.from) &&
      touchesDebts(entry.debts, moment),
  )
    .filter(({ channel, ms }) => channel === moment.channel && ms <= moment.ms)
    .map(({ ms }) => localDay(zone, ms))
    .toSorted((a, b) => a - b);
}

function directConsents(moment: EvaluationContext, kind: 'email' | 'text'): Given[] {
  return standingConsents(moment, kind).filter(
    ({ consent }) =>
      consent.given_to === moment.facts.actor.id &&
      (!consent.address || isAddress(moment, consent.address)) &&
      debtsBeside([consent.debts], moment).length === 0,
  );
}

/**
 * The ways of 1006.6(d)(4) by which an address may first have been obtained, in letters and digits:
 * `1006.6(d)(4)(i)`, `6(d)(4)(ii)(C)`, `(i)`, `procedure_i`.
 */
const PROPER_ROUTE =
  /^(?:12cfr|part|reg(?:ulation)?f|section|sec|para(?:graph)?|under|procedures?)*(?:(?:1006)?6?d?4)?ii?[a-e]?$/;

const isProperRoute = (under: string | null | undefined) =>
  PROPER_ROUTE.test((under ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, ''));

function priorCollectorUsed(moment: EvaluationContext): boolean {
  return eventsOf(moment, 'email_chain').some(
    ({ event }) =>
      isAddress(moment, event.address) &&
      event.opted_out !== true &&
      isProperRoute(event.under) &&
      Boolean(event.immediately_prior_collector) &&
      (event.used_by ?? []).includes(event.immediately_prior_collector ?? ''),
  );
}

/** 1006.6(d)(4)(ii)(C): an opt-out period of at least 35 days after the creditor's notice. */
const CREDITOR_NOTICE_DAYS = 35;

const hasFlaw = (event: CaseEvent) =>
  event.opted_out === true || event.domain_public === false || event.names_collector === false;

/** When the last open opt-out period of a creditor's notice is over; infinite without a notice. */
function creditorNoticeOpensMs(moment: EvaluationContext): number {
  const zone = mainZone(moment);
  const opens = eventsOf(moment, 'creditor_email_notice').flatMap(({ event, ms }) => {
    if ((event.address && !isAddress(moment, event.address)) || hasFlaw(event)) return [];
    const sent = localDay(zone, ms);
    const named = event.optout_deadline;
    const end = named ? dayOf(named) : sent + CREDITOR_NOTICE_DAYS;
    return end - sent >= CREDITOR_NOTICE_DAYS ? [instantOfLocal(zone, end + 1, 0)] : [];
  });
  return Math.min(...opens, Number.POSITIVE_INFINITY);
}

function emailProcedure(moment: EvaluationContext): Finding | null {
  const leaked = eventsOf(moment, 'third_party_disclosure').some(({ event }) =>
    mayBeAddress(moment, event.address),
  );
  if (leaked) return { releasing: ['another_address'] };
  const known =
    wroteOn(moment).length > 0 ||
    directConsents(moment, 'email').length > 0 ||
    priorCollectorUsed(moment);
  const untilMs = creditorNoticeOpensMs(moment);
  if (known || untilMs <= moment.ms) return null;
  if (Number.isFinite(untilMs)) return { untilMs };
  return { releasing: ['consumer_writes', 'email_consent'] };
}

/** 1006.6(d)(5)(ii): a sign of life of the number within sixty days of the text. */
const NUMBER_CHECK_DAYS = 60;

/** Days on which the database of reassigned numbers knew the number as still the person's. */
const databaseChecks = (moment: EvaluationContext) =>
  eventsOf(moment, 'number_check')
    .filter(({ event }) => isAddress(moment, event.address) && event.check_ok !== false)
    .map(({ ms }) => localDay(mainZone(moment), ms));

function textProcedure(moment: EvaluationContext): Finding | null {
  const zone = mainZone(moment);
  const today = localDay(zone, moment.ms);
  const consents = directConsents(moment, 'text');
  const signs = [...wroteOn(moment), ...consents.map(({ ms }) => localDay(zone, ms))];
  if (signs.length === 0) return { releasing: ['consumer_texts', 'text_consent'] };
  const latest = Math.max(...signs);
  const checks = consents
    .flatMap(({ consent: { reassigned_checks_ok: dates } }) =>
      dates === true ? [today] : (dates || []).map(dayOf),
    )
    .concat(databaseChecks(moment))
    .filter((day) => day >= latest && day <= today);
  const freshest = Math.max(latest, ...checks);
  if (today - freshest <= NUMBER_CHECK_DAYS) return null;
  return {
    releasing: ['consumer_texts', 'text_consent', 'number_checked'],
    // A consent without a date is a consent whose age nobody knows.
    ...(Number.isFinite(freshest) && { details: { lastChecked: dateOfDay(freshest) } }),
  };
}

function employersAddress(moment: EvaluationContext): Finding | null {
  const { point } = moment;
  const told = eventsOf(moment, 'employer_email').some(({ event }) =>
    mayBeAddress(moment, event.address),
  );
  const known =
    point?.place === 'work' ||
    point?.owner === 'employer' ||
    point?.employer_provided_known === true;
  if (!told && !known) return null;
  const used = wroteOn(moment).length > 0 || directConsents(moment, 'email').length > 0;
  return used || priorCollectorUsed(moment) ? null : { releasing: ['email_consent'] };
}

/** Words for what an opt-out may have to give: the wish, and the address it is for. */
const WISH_AND_ADDRESS: ReadonlySet<string> = new Set(
  `preference wish opt out optout reply stop unsubscribe keyword
  address email electronic mobile cell phone telephone text number the your of and or`.split(/\s+/),
);

const isWishOrAddress = (word: string) =>
  [word, word.replace(/s$/, ''), word.replace(/es$/, '')].some((one) => WISH_AND_ADDRESS.has(one));

/** The words of one part, however they are joined: `e-mail address`, `emailAddress`. */
const wordsOf = (text: string) =>
  text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/\be[\s_-]?mail/g, 'email')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A part that asks for a word we do not know asks for too much. */
function asksTooMuch(part: string): boolean {
  const words = wordsOf(part);
  return words.length === 0 || !words.every(isWishOrAddress);
}

/** 1006.6(e): the way to stop costs nothing and asks for nothing but the wish and the address. */
function burdensOptOut({ content }: EvaluationContext): boolean {
  const asked = content?.optout_requires ?? [];
  const parts = typeof asked === 'string' ? [asked] : asked;
  return parts.some(asksTooMuch);
}

export const messages: readonly Rule[] = [
  regulationF({
    id: 'USF-14H-MEDIUM',
    about: ['channels'],
    title: 'The person closed this medium or address',
    citation: '12 CFR 1006.14(h) and commentary',
    section: '14',
    applies: { notChannels: NOT_CONTACT },
    check: closedMedium,
  }),
  regulationF({
    id: 'USF-6E-OPTOUT-NOTICE',
    about: ['channels'],
    title: 'Every electronic message says simply how to stop messages to that address',
    citation: '12 CFR 1006.6(e)',
    section: '6',
    applies: { channels: ELECTRONIC },
    requires: () => ['opt_out_notice'],
    check: (moment) =>
      isConfirmation(moment) || (moment.content?.optout_notice === true && !burdensOptOut(moment))
        ? null
        : { releasing: ['content_corrected'] },
  }),
  regulationF({
    id: 'USF-6D4-EMAIL-PROC',
    about: ['channels'],
    title: 'The e-mail address was obtained in a way that keeps the defence of honest error',
    citation: '12 CFR 1006.6(d)(3)-(4) and comments',
    section: '6',
    enforcement: 'safe_harbour',
    applies: { channels: ['email'] },
    check: emailProcedure,
  }),
  regulationF({
    id: 'USF-6D5-TEXT-PROC',
    about: ['channels'],
    title: 'The number was obtained and checked in a way that keeps the defence of honest error',
    citation: '12 CFR 1006.6(d)(3), (5) and comments',
    section: '6',
    enforcement: 'safe_harbour',
    applies: { channels: ['sms'] },
    check: textProcedure,
  }),
  regulationF({
    id: 'USF-22F3-WORK-EMAIL',
    about: ['channels'],
    title: 'An e-mail address known to come from the employer',
    citation: '12 CFR 1006.22(f)(3)',
    section: '22',
    applies: { channels: ['email'] },
    check: employersAddress,
  }),
  regulationF({
    id: 'USF-22F4-SOCIAL-PUBLIC',
    about: ['channels'],
    title: 'Nothing on social media where others can see it',
    citation: '12 CFR 1006.22(f)(4)',
    section: '22',
    applies: { channels: SOCIAL },
    check: (moment) => {
      const { visibility, recipient_verified } = moment.content ?? {};
      const shown = (visibility ?? 'private') !== 'private' || recipient_verified === false;
      const open = moment.channel === 'social_public' || shown;
      return open ? { releasing: ['content_corrected'] } : null;
    },
  }),
  regulationF({
    id: 'USF-18D-SOCIAL-IDENTITY',
    title: 'A contact request says that it comes from a debt collector',
    citation: '12 CFR 1006 Supp. I, comment 18(d)-1',
    section: '18',
    applies: { channels: SOCIAL, purposes: ['contact_request'] },
    requires: () => ['identifies_as_debt_collector'],
    check: (moment) =>
      moment.content?.identifies_as_debt_collector === true
        ? null
        : { releasing: ['content_corrected'] },
  }),
  regulationF({
    id: 'USF-22F1-POSTCARD',
    about: ['channels'],
    title: 'No postcards',
    citation: '12 CFR 1006.22(f)(1)',
    section: '22',
    applies: { channels: ['letter'] },
    check: (moment) => (isPostcard(moment) ? { releasing: ['content_corrected'] } : null),
  }),
  regulationF({
    id: 'USF-22F2-ENVELOPE',
    title: 'An envelope does not show that it comes from a debt collector',
    citation: '12 CFR 1006.22(f)(2)',
    section: '22',
    applies: { channels: ['letter'] },
    check: (moment) => (showsTrade(moment) ? { releasing: ['content_corrected'] } : null),
  }),
  regulationF({
    id: 'USF-14G-IDENTITY',
    title: 'A caller says meaningfully who is calling',
    citation: '12 CFR 1006.14(g)',
    section: '14',
    applies: { channels: CALLS },
    requires: () => ['caller_identity'],
    check: (moment) =>
      moment.content?.identity_disclosed === false ? { releasing: ['content_corrected'] } : null,
  }),
];
