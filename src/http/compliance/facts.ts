import * as consents from '#contract/compliance/consents.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import { listFlags, reviewFlag } from '#usecases/compliance/review-flag.ts';
import { transferPortfolio } from '#usecases/compliance/transfer-portfolio.ts';
import { correctAttempt } from '#usecases/contact-log/correct-attempt.ts';
import { linkPeople } from '#usecases/contact-log/link-people.ts';
import { readFacts } from '#usecases/contact-log/read-facts.ts';
import { recordConsent, revokeConsent } from '#usecases/contact-log/record-consent.ts';
import { recordFact } from '#usecases/contact-log/record-fact.ts';
import { splitPeople } from '#usecases/contact-log/split-people.ts';
import { type HttpContext, mount } from '../mount.ts';

/** The log that feeds the gate: facts, corrections, people who are one, flags of past decisions. */
export function mountComplianceFacts(door: HttpContext): void {
  mount(door, facts.recordFact, recordFact);
  mount(door, facts.readFacts, readFacts);
  mount(door, consents.recordConsent, recordConsent);
  mount(door, consents.revokeConsent, revokeConsent);
  mount(door, facts.correctAttempt, correctAttempt);
  mount(door, facts.linkPeople, linkPeople);
  mount(door, facts.splitPeople, splitPeople);
  mount(door, facts.transferPortfolio, transferPortfolio);
  mount(door, facts.listFlags, listFlags);
  mount(door, facts.reviewFlag, reviewFlag);
}
