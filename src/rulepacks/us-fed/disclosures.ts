import { isLimitedContent } from '#domain/gate/checks/limited-content.ts';
import {
  isOthersPoint,
  isPlainConfirmation,
  leavesWords,
} from '#domain/gate/checks/third-parties.ts';
import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { CALLS, ELECTRONIC, NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Content, VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { SUING, WITHOUT_DISCLOSURE } from '#domain/gate/facts/purposes.ts';
import type { Finding, Rule } from '#domain/gate/pack.ts';
import { isConsumer, isProfessional, regulationF, seeksLocation } from './coverage.ts';

const NEEDED = { releasing: ['content_corrected'] } satisfies Finding;

/** What is said has to be told first: whoever may be past suing may not leave it open. */
const UNTOLD_SUIT = {
  releasing: ['content_told'],
  details: { content: 'threatens_suit' },
} satisfies Finding;

type Disclosure = VoicemailPlan['debt_collector_disclosure'];

const isGiven = (disclosure: Disclosure, initial: boolean) =>
  initial
    ? disclosure === 'initial' || disclosure === true
    : Boolean(disclosure) && disclosure !== 'none';

const isInitial = (moment: EvaluationContext) =>
  moment.facts.consumer.initial_communication_made === false;

/** The disclosures are made in the language in which the rest is said (1006.18(e)(4)). */
function inAnotherLanguage({ content }: EvaluationContext): boolean {
  const spoken = content?.language;
  const disclosed = content?.disclosure_language;
  return Boolean(spoken && disclosed && spoken !== disclosed);
}

function disclosure(moment: EvaluationContext): Finding | null {
  if (inAnotherLanguage(moment)) return NEEDED;
  const initial = isInitial(moment);
  const plan = moment.facts.proposed.voicemail_plan;
  if (plan && !isLimitedContent(plan) && !isGiven(plan.debt_collector_disclosure, initial)) {
    return NEEDED;
  }
  const { content } = moment;
  const electronic = ELECTRONIC.some((channel) => channel === moment.channel);
  const said = content?.debt_collector_disclosure;
  // Of a letter or a talk nothing said means not yet written; a message is sent as it stands.
  if (!electronic && said === undefined) return null;
  return isGiven(said, initial) ? null : NEEDED;
}

const isTold = (content: Content | undefined) =>
  content !== undefined &&
  Object.values(content).some((said) => said !== null && said !== undefined);

/**
 * Whether nobody told of words about a debt that they threaten no suit: of those that are left, and of
 * those of which other things are told. Of a talk that nobody has worded there is nothing to tell yet.
 */
function leavesSuitUntold(moment: EvaluationContext): boolean {
  const { content, channel } = moment;
  const plan = moment.facts.proposed.voicemail_plan;
  const isSilent =
    content?.mentions_debt === false ||
    isPlainConfirmation(moment) ||
    (plan && isLimitedContent(plan));
  if (isSilent || NOT_CONTACT.some((other) => other === channel)) return false;
  const isWorded = isTold(content) || leavesWords(moment);
  return isWorded && typeof content?.threatens_suit !== 'boolean';
}

function notLimitedContent(moment: EvaluationContext): Finding | null {
  const plan = moment.facts.proposed.voicemail_plan;
  if (!plan) return null;
  const heardByOthers = isOthersPoint(moment) || !(isConsumer(moment) || isProfessional(moment));
  if (heardByOthers) return NEEDED;
  if (isLimitedContent(plan)) return null;
  return isGiven(plan.debt_collector_disclosure, isInitial(moment)) ? null : NEEDED;
}

export const disclosures: readonly Rule[] = [
  regulationF({
    id: 'USF-2J-LCM',
    title: 'A limited-content message is an attempt, not a communication',
    citation: '12 CFR 1006.2(j) and commentary',
    section: '2',
    enforcement: 'definition',
  }),
  regulationF({
    id: 'USF-2J-NOT-LCM',
    title: 'The planned voicemail is no limited-content message',
    citation: '12 CFR 1006.2(j), comments 2(j)-1 and -2',
    section: '2',
    applies: { channels: ['phone_call', 'ringless_voicemail'] },
    check: notLimitedContent,
  }),
  regulationF({
    id: 'USF-18E-DISCLOSURE',
    title: 'Every communication says that it comes from a debt collector',
    citation: '12 CFR 1006.18(e); 15 USC 1692e(11)',
    section: '18',
    applies: {
      notChannels: NOT_CONTACT,
      when: (moment) =>
        !WITHOUT_DISCLOSURE.includes(moment.purpose) &&
        isConsumer(moment) &&
        !seeksLocation(moment),
    },
    requires: (moment) => [
      isInitial(moment) ? 'debt_collector_initial' : 'debt_collector_subsequent',
    ],
    check: disclosure,
  }),
  regulationF({
    id: 'USF-18F-ALIAS',
    title: 'An agent’s alias is used consistently and can be traced',
    citation: '12 CFR 1006.18(f)',
    section: '18',
    enforcement: 'duty',
    applies: { channels: CALLS },
    check: (moment) => (moment.content?.uses_alias ? {} : null),
  }),
  regulationF({
    id: 'USF-26-TIMEBARRED-THREAT',
    title: 'No suit, and no threat of one, on a time-barred debt',
    citation: '12 CFR 1006.26',
    section: '26',
    applies: {},
    check: (moment) => {
      const sues = moment.channel === 'lawsuit' || SUING.includes(moment.purpose);
      const threatens = moment.content?.threatens_suit || sues;
      const isBarred = moment.debts.some((debt) => debt.time_barred);
      // The rule asks for no knowledge: who does not know whether the debt is barred must not sue.
      const mayBeBarred = isBarred || moment.debts.some((debt) => debt.time_barred === null);
      if (!mayBeBarred) return null;
      if (threatens) return isBarred ? NEEDED : { releasing: ['limitation_known'] };
      return leavesSuitUntold(moment) ? UNTOLD_SUIT : null;
    },
  }),
];
