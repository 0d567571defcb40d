import type { AnnouncedStage } from '#domain/cases/states.ts';
import { disclosureGiven, type ScriptParts, saysDisclosure } from '#domain/contact/call-script.ts';
import { closedEnvelope, ownText } from '#domain/contact/own-text.ts';
import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import type { LetterEffect } from './letters.ts';

/** What a letter or notice of the office is for and says, in the words of the gate. */
export type OfficeContact = {
  readonly purpose: string | null;
  readonly content: Content;
  /** What a claimed purpose rests on. */
  readonly reference?: string;
  /** Whom it goes to: the customer unless told. */
  readonly to?: 'customer' | 'attorney';
};

/** What every letter of the office is, unless it says otherwise. */
export const commonContent: Content = {
  ...ownText,
  ...closedEnvelope,
  identity_disclosed: true,
  other_content: false,
  demands_payment: false,
};

/** Each template of a letter declares what its words say; a test reads the words against it. */
const letters: Readonly<Record<LetterEffect, OfficeContact>> = {
  'confirm-agreement': {
    purpose: 'agreement_confirmation',
    content: { ...commonContent, mentions_debt: true },
  },
  thank: { purpose: 'payment_receipt', content: { ...commonContent, mentions_debt: true } },
  'offer-automatic-payment': {
    purpose: 'payment_method_offer',
    content: { ...commonContent, mentions_debt: true },
  },
  'contact-before-cancelling': {
    purpose: null,
    content: { ...commonContent, mentions_debt: true, demands_payment: true },
  },
};

/** The letter of an effect, as the gate is asked about it. */
export function letterContact(effect: LetterEffect, parts: ScriptParts): OfficeContact {
  const { purpose, content } = letters[effect];
  return { purpose, content: { ...content, ...disclosed(parts) } };
}

/**
 * A notice of the process. Its words are the operator's own: what it must do is ask for payment and
 * name what it announces. The one before the legal review speaks of a suit.
 */
export function noticeContact(announces: AnnouncedStage, parts: ScriptParts): OfficeContact {
  const content = {
    ...commonContent,
    mentions_debt: true,
    demands_payment: true,
    ...disclosed(parts),
  };
  return {
    purpose: null,
    content: announces === 'review' ? { ...content, threatens_suit: true } : content,
  };
}

/** An invoice that did not arrive, sent again. */
export const invoiceContact: OfficeContact = {
  purpose: 'invoice_copy',
  content: { ...commonContent, mentions_debt: true },
};

/** The disclosure that a letter gives where the law of the place asks for it. */
export function disclosed(parts: ScriptParts): Content {
  return saysDisclosure(parts) ? disclosureGiven : {};
}
