import * as contract from '#contract/compliance/obligations.ts';
import {
  claimObligation,
  dropObligation,
  fulfilObligation,
  listObligations,
} from '#usecases/obligations/obligations.ts';
import { readNotice } from '#usecases/obligations/read-notice.ts';
import { type HttpContext, mount } from '../mount.ts';

/** Duties with a due time. */
export function mountObligations(door: HttpContext): void {
  mount(door, contract.listObligations, listObligations);
  mount(door, contract.readNotice, readNotice);
  mount(door, contract.claimObligation, claimObligation);
  mount(door, contract.fulfilObligation, fulfilObligation);
  mount(door, contract.dropObligation, dropObligation);
}
