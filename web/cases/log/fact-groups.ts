import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { factKinds } from '#domain/gate/facts/fact-kinds.ts';

/** Kinds of fact as a person looks for them. What stands in no group is among the others. */
const named = {
  requests: [
    'opt_out',
    'cease',
    'written_only',
    'time_inconvenient',
    'place_inconvenient',
    'work_prohibited',
    'work_request',
    'tcpa_revocation',
    'gdpr_restriction',
    'gdpr_objection',
  ],
  disputes: [
    'dispute',
    'debt_contested',
    'original_creditor_request',
    'substantiation',
    'will_not_pay_barred',
    'identity_theft',
    'coerced_debt',
    'coerced_debt_notice',
    'coerced_debt_reviewed',
  ],
  sent: [
    'validation_notice',
    'letter_about_debt',
    'collection_notice',
    'transfer_notice',
    'creditor_email_notice',
    'dispute_answered',
    'duplicative_notice',
    'default_notice',
    'visit_notice',
    'original_creditor_answered',
    'substantiation_ended',
  ],
  numbers: [
    'wrong_party',
    'number_check',
    'undeliverable',
    'notice_returned',
    'employer_email',
    'third_party_disclosure',
    'email_chain',
    'opt_in',
  ],
  protection: [
    'bankruptcy_petition',
    'discharge',
    'breathing_space',
    'mental_health_moratorium',
    'scottish_moratorium',
    'debt_adviser',
    'debt_review',
    'hardship',
  ],
  person: [
    'attorney',
    'representative',
    'deceased',
    'minor',
    'active_duty',
    'vulnerable',
    'lacks_capacity',
    'not_the_debtor',
  ],
  court: ['litigation', 'court_permission', 'complaint'],
} as const satisfies Record<string, readonly EventWord[]>;

/** A group of kinds under its name in the catalogue. */
export type FactGroup = { readonly name: string; readonly kinds: readonly EventWord[] };

const grouped = new Set<EventWord>(Object.values(named).flat());
const isOver = (kind: EventWord) => /_(ended|released|answered)$|^(debt_paid)$/.test(kind);
const left = factKinds.filter((kind) => !grouped.has(kind));

/** Every kind that can be recorded, each in one group. */
export const factGroups: readonly FactGroup[] = [
  ...Object.entries(named).map(([name, kinds]) => ({ name, kinds })),
  { name: 'over', kinds: left.filter(isOver) },
  { name: 'more', kinds: left.filter((kind) => !isOver(kind)) },
];
