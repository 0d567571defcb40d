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
export function mountComplianceFacts(context: HttpContext): void {
  mount(context, facts.recordFact, recordFact);
  mount(context, facts.readFacts, readFacts);
  mount(context, consents.recordConsent, recordConsent);
  mount(context, consents.revokeConsent, revokeConsent);
  mount(context, facts.correctAttempt, correctAttempt);
  mount(context, facts.linkPeople, linkPeople);
  mount(context, facts.splitPeople, splitPeople);
  mount(context, facts.transferPortfolio, transferPortfolio);
  mount(context, facts.listFlags, listFlags);
  mount(context, facts.reviewFlag, reviewFlag);
}
