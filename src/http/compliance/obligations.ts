import * as contract from '#contract/compliance/obligations.ts';
import { fulfilObligation } from '#usecases/contact-log/fulfil-obligation.ts';
import {
  claimObligation,
  dropObligation,
  listObligations,
} from '#usecases/obligations/obligations.ts';
import { readNotice } from '#usecases/obligations/read-notice.ts';
import { type HttpContext, mount } from '../mount.ts';

/** Obligations with a due time. */
export function mountObligations(context: HttpContext): void {
  mount(context, contract.listObligations, listObligations);
  mount(context, contract.readNotice, readNotice);
  mount(context, contract.claimObligation, claimObligation);
  mount(context, contract.fulfilObligation, fulfilObligation);
  mount(context, contract.dropObligation, dropObligation);
}
