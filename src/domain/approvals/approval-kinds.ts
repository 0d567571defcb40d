import type { Right } from '#domain/workforce/rights.ts';

/** What has to be true of who asks and who approves, and how long a request can be approved. */
type KindTerms = {
  /** Who may ask, on the portfolio concerned. */
  readonly ask: Right;
  /** Who may approve, on the portfolio concerned; on all of them where it holds for everyone. */
  readonly approve: Right;
  /** Hours after which nobody can approve it any more. */
  readonly livesHours: number;
  /** Whose sum is held against the approver's own limit. */
  readonly limited: boolean;
};

const day = 24;

/**
 * What one person asks for and another approves: never oneself. A kind without a row does not exist;
 * what carries it out stands in `usecases/second-person/carriers.ts`.
 */
export const approvalKinds = {
  /** Settings of a policy, but for those that only order the work. */
  policy: {
    ask: 'portfolio.configure',
    approve: 'policy.confirm',
    livesHours: 30 * day,
    limited: false,
  },
  /** The country of a portfolio, whose debts it holds and who collects: which law applies. */
  portfolio: {
    ask: 'portfolio.place',
    approve: 'policy.confirm',
    livesHours: 30 * day,
    limited: false,
  },
  /** A portfolio passes to another collector. */
  transfer: {
    ask: 'portfolio.configure',
    approve: 'policy.confirm',
    livesHours: 30 * day,
    limited: false,
  },
  /** A rule of unread source, or a channel without a rule, is switched. */
  rule: { ask: 'rule.switch', approve: 'rule.switch', livesHours: 90 * day, limited: false },
  /** A plan above the authority of whoever offered it. */
  plan: { ask: 'case.work', approve: 'plan.approve', livesHours: 14 * day, limited: true },
  /** A payment booked by hand above the portfolio's limit. */
  payment: {
    ask: 'payment.record',
    approve: 'booking.approve',
    livesHours: 14 * day,
    limited: true,
  },
  /** A payment taken back by hand above the portfolio's limit. */
  reversal: {
    ask: 'payment.record',
    approve: 'booking.approve',
    livesHours: 14 * day,
    limited: true,
  },
  /** A credit note booked by hand above the portfolio's limit. */
  credit: {
    ask: 'payment.record',
    approve: 'booking.approve',
    livesHours: 14 * day,
    limited: true,
  },
  /** Money in hand applied by hand to a debt, above the portfolio's limit. */
  allocation: {
    ask: 'payment.record',
    approve: 'booking.approve',
    livesHours: 14 * day,
    limited: true,
  },
  /** Money in hand given back to the customer, above the portfolio's limit. */
  refund: {
    ask: 'payment.refund',
    approve: 'booking.approve',
    livesHours: 14 * day,
    limited: true,
  },
  /** A correction of a contact after which something could be done that was refused before. */
  correction: {
    ask: 'fact.record',
    approve: 'correction.approve',
    livesHours: 14 * day,
    limited: false,
  },
  /** One contact passes that nothing but presumptions stand against. */
  override: {
    ask: 'contact.override',
    approve: 'override.approve',
    livesHours: 1,
    limited: false,
  },
  /** Data of a person is erased because they ask. */
  erasure: {
    ask: 'person.protect',
    approve: 'person.approve',
    livesHours: 30 * day,
    limited: false,
  },
  /** A person gets a copy of all that is kept of them. */
  copy: { ask: 'person.protect', approve: 'person.approve', livesHours: 30 * day, limited: false },
  /** What was kept long enough is erased. */
  retention: {
    ask: 'person.protect',
    approve: 'person.approve',
    livesHours: 14 * day,
    limited: false,
  },
  /** A kind of data is kept for another time. */
  'retention-period': {
    ask: 'person.protect',
    approve: 'person.approve',
    livesHours: 30 * day,
    limited: false,
  },
} as const satisfies Readonly<Record<string, KindTerms>>;

/** A kind of request that another person approves. */
export type ApprovalKind = keyof typeof approvalKinds;

/** Every kind, in the order of the table. */
export const allApprovalKinds = Object.keys(approvalKinds) as readonly ApprovalKind[];

/** How a request stands. A waiting one that nobody can approve any more has lapsed. */
export const approvalStates = ['waiting', 'approved', 'refused', 'withdrawn', 'lapsed'] as const;

/** One of `approvalStates`. */
export type ApprovalState = (typeof approvalStates)[number];

/**
 * Why nobody can approve a request any more: its time is over, whoever asked may not ask for it now, or it
 * was settled otherwise or asked for anew.
 */
export const lapseCauses = ['time', 'asker', 'settled'] as const;

/** One of `lapseCauses`. */
export type LapseCause = (typeof lapseCauses)[number];

/** Kinds that change a portfolio itself: one waits at a time, and what is approved is what was shown. */
export const portfolioKinds = ['policy', 'portfolio', 'transfer'] as const;
