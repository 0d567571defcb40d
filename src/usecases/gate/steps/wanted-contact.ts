import type { ContactHow } from '#domain/contact/contact-how.ts';
import type { Instant } from '#kernel/time.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';

/** A contact somebody wants to make on a case. */
export type Wanted = {
  readonly customerId: string;
  readonly caseId: string;
  readonly contactPointId: string;
  readonly portfolio: PortfolioRow;
  readonly userId: string | null;
  /** An attempt of ours that must not count against itself. */
  readonly exceptAttempt: string | null;
  /**
   * When it was made, for one that is only written down now: decided as of then, and kept whatever the
   * answer, since it happened.
   */
  readonly madeAt?: Instant;
  /** How; what is absent is as in a call by an agent who says whom they call for. */
  readonly how?: Partial<ContactHow>;
};

/** What somebody wants to do on a case, whether or not it reaches a point of contact. */
export type WantedOfCase = Omit<Wanted, 'contactPointId'>;
