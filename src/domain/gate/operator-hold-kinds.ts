import type { EventWord } from './facts/event-kinds.ts';

/** A hold of the operator's own: what sets and lifts it. What a law asks for goes out under it. */
export type OperatorHold = {
  readonly word: EventWord;
  readonly also?: EventWord;
  readonly title: string;
  readonly ended: readonly EventWord[];
  readonly releasing: string;
  /** Others act for the person: what a law asks for goes to them. */
  readonly theirs?: true;
  /** Its very name tells something private: of health, need, death or who speaks for somebody. */
  readonly discreet?: true;
  /** Stays open for those trained for people in vulnerable circumstances. */
  readonly openToSpecialists?: true;
};

/** Every hold of the operator's own. */
export const HOLDS: readonly OperatorHold[] = [
  {
    word: 'cease',
    title: 'Asked for no contact',
    ended: ['cease_released'],
    releasing: 'cease_withdrawn',
  },
  {
    word: 'attorney',
    discreet: true,
    theirs: true,
    title: 'Represented by an attorney',
    ended: ['attorney_released'],
    releasing: 'representation_ended',
  },
  {
    word: 'dispute',
    title: 'Disputed',
    ended: ['dispute_answered', 'duplicative_notice'],
    releasing: 'dispute_answered',
  },
  {
    word: 'original_creditor_request',
    title: 'Asked for the original creditor',
    ended: ['original_creditor_answered'],
    releasing: 'original_creditor_sent',
  },
  {
    word: 'substantiation',
    title: 'Asked for proof of the debt',
    ended: ['substantiation_ended'],
    releasing: 'substantiation_sent',
  },
  {
    word: 'bankruptcy_petition',
    discreet: true,
    title: 'Insolvent',
    ended: ['bankruptcy_released'],
    releasing: 'bankruptcy_closed',
  },
  {
    word: 'representative',
    discreet: true,
    title: 'A representative speaks for them',
    ended: ['representative_ended'],
    releasing: 'representation_ended',
  },
  {
    word: 'debt_contested',
    title: 'Contested, and for a court to decide',
    ended: ['debt_contested_ended'],
    releasing: 'legal_action_taken',
  },
  {
    word: 'deceased',
    discreet: true,
    theirs: true,
    title: 'Reported dead',
    ended: [],
    releasing: 'representative_known',
  },
  {
    word: 'minor',
    discreet: true,
    theirs: true,
    title: 'A minor',
    ended: [],
    releasing: 'majority',
  },
  {
    word: 'breathing_space',
    discreet: true,
    title: 'In breathing space',
    ended: ['breathing_space_ended'],
    releasing: 'breathing_space_ended',
  },
  {
    word: 'debt_review',
    discreet: true,
    title: 'Under debt review',
    ended: ['debt_review_ended'],
    releasing: 'debt_review_closed',
  },
  {
    word: 'hardship',
    discreet: true,
    title: 'Told us of hardship',
    ended: ['hardship_ended'],
    releasing: 'hardship_decided',
  },
  {
    word: 'debt_adviser',
    discreet: true,
    title: 'Helped by a debt adviser',
    ended: ['debt_adviser_ended'],
    releasing: 'debt_adviser_ended',
  },
  {
    word: 'identity_theft',
    discreet: true,
    title: 'Reported as identity theft',
    ended: [],
    releasing: 'identity_theft_refuted',
  },
  {
    word: 'coerced_debt',
    also: 'coerced_debt_notice',
    discreet: true,
    title: 'Says that the debt was coerced',
    ended: ['coerced_debt_ended'],
    releasing: 'coerced_debt_decided',
  },
  {
    word: 'vulnerable',
    also: 'lacks_capacity',
    discreet: true,
    openToSpecialists: true,
    title: 'Vulnerable: for the specialist team',
    ended: ['vulnerable_ended', 'lacks_capacity_ended'],
    releasing: 'vulnerability_reviewed',
  },
  {
    word: 'gdpr_restriction',
    title: 'Processing restricted',
    ended: ['gdpr_restriction_ended'],
    releasing: 'restriction_lifted',
  },
  {
    word: 'gdpr_objection',
    title: 'Objected to processing',
    ended: ['gdpr_objection_ended'],
    releasing: 'objection_decided',
  },
  {
    word: 'litigation',
    title: 'In court',
    ended: ['litigation_ended'],
    releasing: 'litigation_closed',
  },
  {
    word: 'complaint',
    title: 'Complained',
    ended: ['complaint_ended'],
    releasing: 'complaint_closed',
  },
];
