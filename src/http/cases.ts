import * as corrections from '#contract/case-corrections.ts';
import * as cases from '#contract/cases.ts';
import * as customers from '#contract/customers.ts';
import * as debtFacts from '#contract/debt-facts.ts';
import * as whereabouts from '#contract/whereabouts.ts';
import { endWhereabouts } from '#usecases/calls/whereabouts.ts';
import { correctAddress, readAddress } from '#usecases/cases/correct-address.ts';
import { moveCase } from '#usecases/cases/move-case.ts';
import { readCase } from '#usecases/cases/read-case.ts';
import { findCases } from '#usecases/cases/read-found.ts';
import { readHistory } from '#usecases/cases/read-history.ts';
import { readWorkers } from '#usecases/cases/read-workers.ts';
import { addParty, changeParty, endParty } from '#usecases/cases/record-party.ts';
import { addContactPoint, setContactPoint } from '#usecases/cases/set-contact-point.ts';
import { setDelivery, setMethod, setPayDay } from '#usecases/cases/set-debt-facts.ts';
import { setDebtTerms } from '#usecases/cases/set-debt-terms.ts';
import { setHold } from '#usecases/cases/set-hold.ts';
import { liftHold } from '#usecases/contact-log/lift-hold.ts';
import { reviewVulnerable } from '#usecases/contact-log/review-vulnerable.ts';
import { writeNote } from '#usecases/contact-log/write-note.ts';
import { askAllowed } from '#usecases/desk/ask-allowed.ts';
import { type HttpContext, mount } from './mount.ts';

/** Cases: read, search, notes, holds, owners. */
export function mountCases(context: HttpContext): void {
  mount(context, cases.findCases, findCases);
  mount(context, cases.readCase, readCase);
  mount(context, cases.readHistory, readHistory);
  mount(context, cases.askAllowed, askAllowed);
  mount(context, cases.writeNote, writeNote);
  mount(context, cases.readWorkers, readWorkers);
  mount(context, cases.moveCase, moveCase);
  mount(context, cases.setHold, setHold);
  mount(context, cases.liftHold, liftHold);
  mount(context, customers.reviewVulnerable, reviewVulnerable);
  mount(context, customers.readAddress, readAddress);
  mount(context, customers.correctAddress, correctAddress);
  mount(context, whereabouts.endWhereabouts, endWhereabouts);
  mount(context, corrections.addParty, addParty);
  mount(context, corrections.changeParty, changeParty);
  mount(context, corrections.endParty, endParty);
  mount(context, corrections.addContactPoint, addContactPoint);
  mount(context, corrections.setContactPoint, setContactPoint);
  mount(context, corrections.setDebtTerms, setDebtTerms);
  mount(context, debtFacts.setDelivery, setDelivery);
  mount(context, debtFacts.setMethod, setMethod);
  mount(context, debtFacts.setPayDay, setPayDay);
}
