import { isConsumerDebt } from '#domain/gate/checks/debtors.ts';
import { givesWhatIsOwed, hold, standing } from '#domain/gate/checks/holds.ts';
import { type EvaluationContext, mainZone } from '#domain/gate/evaluation-context.ts';
import { NOT_CONTACT } from '#domain/gate/facts/channels.ts';
import type { Finding, Pack, Rule } from '#domain/gate/pack.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { statements } from './statements.ts';

/** Answering the person about their own rights, and claims before a court (GDPR art. 18 (2)). */
const OPEN_PURPOSES = [
  'gdpr_answer',
  'pleading',
  'court_permitted',
  'court_ordered_communication_active_litigation',
];

/** Kinds of credit a bank grants; an unknown kind may be one. */
const NOT_BANK_CREDIT = ['utility', 'medical', 'telecom', 'rent', 'fine', 'tax'];

const common = {
  since: '2018-05-25',
  confidence: 'high',
  basis: 'unread',
  enforcement: 'hard',
} as const satisfies Partial<Rule>;

/** The transfer of a bank's credit after which nobody has written to the person yet. */
function unannounced(moment: EvaluationContext): Finding | null {
  const [transfer] = standing(moment, ['credit_transferred'], ['transfer_notice']);
  if (!transfer) return null;
  const known = Number.isFinite(transfer.ms);
  const details = known
    ? { transferred_on: dateOfDay(localDay(mainZone(moment), transfer.ms)) }
    : {};
  return {
    details: { send: 'first_communication_after_transfer', before: 'collection', ...details },
  };
}

const isBankCredit = ({ debts }: EvaluationContext) =>
  debts.length === 0 || debts.some(({ type }) => !NOT_BANK_CREDIT.includes(type ?? ''));

/** Credit to a consumer; a mortgage has a directive of its own, and no credit is in none of these. */
const isConsumerCredit = (moment: EvaluationContext) =>
  isConsumerDebt(moment) &&
  isBankCredit(moment) &&
  !(moment.debts.length > 0 && moment.debts.every(({ type }) => type === 'mortgage'));

/** A synthetic voice that converses, or a conversation that a machine leads in writing. */
const isMachine = ({ facts: { proposed }, channel }: EvaluationContext) =>
  proposed.voice === 'ai_generated_conversational' ||
  (proposed.automated === true && ['chat', 'messaging'].includes(channel));

const restricted = hold({
  set: ['gdpr_restriction'],
  released: ['gdpr_restriction_ended'],
  releasing: ['restriction_lifted'],
  exceptPurposes: OPEN_PURPOSES,
  unless: givesWhatIsOwed,
});

const objected = hold({
  set: ['gdpr_objection'],
  released: ['gdpr_objection_ended'],
  releasing: ['objection_decided'],
  exceptPurposes: OPEN_PURPOSES,
  unless: givesWhatIsOwed,
});

/** The directive sets no day for the notice but the beginning of collection. */
const TRANSFER_NOTICE_DAYS = 5;

/** European Union: data protection and the transfer of bank credits. */
export default {
  id: 'EU',
  name: 'European Union',
  version: '1.1.0',
  asOf: '2026-11-01',
  territory: ['IE', 'DE', 'ES', 'IT'],
  alsoCalled: ['EU-GDPR', 'EU-NPL'],
  statements,
  duties: [
    {
      on: 'credit_transferred',
      kind: 'transfer_notice',
      rule: 'EU-NPL',
      within: { days: TRANSFER_NOTICE_DAYS },
      queue: 'back-office',
      metBy: ['transfer_notice'],
      exceptDebts: NOT_BANK_CREDIT,
    },
  ],
  rules: [
    {
      ...common,
      id: 'EU-GDPR',
      about: ['channels'],
      title: 'The person restricted or objected to the use of their data',
      citation: 'Regulation (EU) 2016/679 (GDPR) arts. 18, 21',
      source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
      applies: { notChannels: NOT_CONTACT },
      check: (moment) => restricted(moment) ?? objected(moment),
    },
    {
      ...common,
      id: 'EU-NPL',
      title: 'After the transfer of a bank’s credit the person is written to before collection',
      citation: 'Directive (EU) 2021/2167 art. 10',
      source: 'https://eur-lex.europa.eu/eli/dir/2021/2167/oj',
      since: '2023-12-29',
      confidence: 'medium',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: isBankCredit },
      requires: (moment) =>
        unannounced(moment)
          ? [
              'date_of_transfer',
              'identity_of_purchaser_and_servicer',
              'authorisation_of_servicer',
              'amounts_due_by_kind',
              'where_to_complain',
            ]
          : [],
      check: unannounced,
    },
    {
      ...common,
      id: 'EU-CCD2-FORBEARANCE',
      title: 'Before enforcement of consumer credit, forbearance is considered',
      citation: 'Directive (EU) 2023/2225 art. 35; the laws of the states were not read',
      source: 'https://eur-lex.europa.eu/eli/dir/2023/2225/oj',
      since: '2026-11-20',
      confidence: 'medium',
      basis: 'secondary',
      enforcement: 'duty',
      applies: { channels: ['lawsuit', 'debt_transfer'], when: isConsumerCredit },
      check: (moment) =>
        standing(moment, ['forbearance_considered', 'hardship_ended']).length > 0
          ? null
          : { details: { consider: 'forbearance', before: 'enforcement' } },
    },
    {
      ...common,
      id: 'EU-AI-50',
      title: 'A machine that talks or writes says in its first words that it is one',
      citation: 'Regulation (EU) 2024/1689 (AI Act) art. 50(1)',
      source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
      since: '2026-08-02',
      basis: 'secondary',
      enforcement: 'duty',
      applies: { notChannels: NOT_CONTACT, when: isMachine },
      requires: () => ['ai_disclosure_in_first_words'],
      check: () => ({ details: { say: 'ai_disclosure', when: 'first_words' } }),
    },
  ],
} satisfies Pack;
