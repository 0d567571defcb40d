import { disclosureGiven, type ScriptParts, saysDisclosure } from '#domain/contact/call-script.ts';
import { closedEnvelope, ownText } from '#domain/contact/own-text.ts';
import { isReference, needsReference } from '#domain/contact/purposes.ts';
import type { ObligationKind } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import type { Purpose } from '#domain/gate/facts/purposes.ts';
import { ownValue } from '#kernel/own-value.ts';

/** What a notice or answer is for and says, and what a claimed purpose rests on. */
export type NoticeContact = {
  readonly purpose: string | null;
  readonly reference: string | null;
  readonly content: Content;
  readonly to: 'customer' | 'attorney';
};

/** What a notice is for; `says` is what it says beside that a debt is collected. */
type Notice = {
  readonly purpose: Purpose | null;
  readonly says?: Content;
  readonly to?: NoticeContact['to'];
};

const answers = (purpose: Purpose): Notice => ({ purpose });

const validation: Notice = {
  purpose: 'send_validation_notice',
  says: { validation_information: true },
};

/** What meets a duty, where it goes to the customer; null where it reaches nobody or a bureau. */
const duties: Readonly<Record<ObligationKind, Notice | null>> = {
  validation_notice: validation,
  initial_disclosures: answers('initial_notice'),
  opt_out_confirmation: {
    purpose: 'optout_confirmation',
    says: { mentions_debt: false, confirms_optout: true, optout_notice: true },
  },
  dispute_acknowledgement: answers('dispute_response'),
  debt_verification: answers('send_verification'),
  original_creditor_answer: answers('send_original_creditor'),
  substantiation: answers('send_substantiation'),
  complaint_acknowledgement: answers('complaint_response'),
  complaint_answer: answers('complaint_response'),
  hardship_answer: answers('hardship_response'),
  budget_copy: answers('hardship_response'),
  coerced_debt_instructions: answers('coerced_debt_answer'),
  coerced_debt_bureau_notice: null,
  coerced_debt_review: null,
  coerced_debt_answer: answers('coerced_debt_answer'),
  transfer_notice: answers('statutory_notice'),
};

/**
 * Facts by which it is written down that we sent something. A notice that a law asks for opens what is
 * shut only where its proof names what it rests on.
 */
const facts: Readonly<Partial<Record<EventWord, Notice>>> = {
  validation_notice: validation,
  initial_disclosures: answers('initial_notice'),
  dispute_acknowledged: answers('dispute_response'),
  dispute_answered: answers('send_verification'),
  duplicative_notice: answers('dispute_response'),
  original_creditor_answered: answers('send_original_creditor'),
  substantiation_ended: answers('send_substantiation'),
  complaint_acknowledged: answers('complaint_response'),
  coerced_debt_ended: answers('coerced_debt_answer'),
  letter_about_debt: { purpose: null, says: { demands_payment: true } },
  collection_notice: { purpose: null, says: { demands_payment: true } },
  default_notice: { purpose: 'statutory_notice', says: { demands_payment: true } },
  visit_notice: { purpose: null },
  transfer_notice: answers('statutory_notice'),
  attorney_asked: { purpose: null, to: 'attorney' },
};

/** Whether what meets a duty of a kind is a notice or an answer to a person. */
export const isNoticeOfDuty = (kind: string): boolean => (ownValue(duties, kind) ?? null) !== null;

/** Whether a fact of a kind tells of a notice or an answer of ours. */
export const isNoticeOfFact = (kind: string): boolean => ownValue(facts, kind) !== undefined;

/** What meets a duty, as the gate is asked about it; null when it goes to nobody that is protected. */
export function dutyContact(kind: ObligationKind, parts: ScriptParts): NoticeContact | null {
  const notice = duties[kind];
  return notice && asked(notice, parts, null);
}

/**
 * What a fact says we sent, as the gate is asked about it; `evidence` is where its proof is kept. Null
 * for what is no contact of ours.
 */
export function factContact(
  kind: EventWord,
  parts: ScriptParts,
  evidence: string | null,
): NoticeContact | null {
  const notice = facts[kind];
  return notice ? asked(notice, parts, evidence) : null;
}

function asked(
  { purpose, says, to = 'customer' }: Notice,
  parts: ScriptParts,
  evidence: string | null,
): NoticeContact {
  const claims = purpose !== null && needsReference(purpose);
  const rests = evidence !== null && isReference(evidence);
  return {
    to,
    purpose: claims && !rests ? null : purpose,
    reference: claims && rests ? evidence : null,
    content: {
      ...ownText,
      ...closedEnvelope,
      ...{ identity_disclosed: true, other_content: false },
      ...{ mentions_debt: true, demands_payment: false },
      ...says,
      ...(saysDisclosure(parts) ? disclosureGiven : {}),
    },
  };
}
