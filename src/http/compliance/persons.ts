import * as contract from '#contract/compliance/persons.ts';
import { takeCopy } from '#usecases/privacy/access-file.ts';
import { layLegalHold, liftHoldOfLaw } from '#usecases/privacy/legal-holds.ts';
import {
  askRequest,
  checkIdentity,
  listRequests,
  readPerson,
  recordRequest,
  refuseRequest,
} from '#usecases/privacy/person-requests.ts';
import {
  askRetentionPeriod,
  askRetentionRun,
  readDue,
  readRetention,
} from '#usecases/privacy/retention.ts';
import { type HttpContext, mount } from '../mount.ts';

/** Legal holds, requests of persons about their data, and how long data is kept. */
export function mountPersons(context: HttpContext): void {
  mount(context, contract.listRequests, listRequests);
  mount(context, contract.readPerson, readPerson);
  mount(context, contract.layLegalHold, layLegalHold);
  mount(context, contract.liftLegalHold, liftHoldOfLaw);
  mount(context, contract.recordRequest, recordRequest);
  mount(context, contract.checkIdentity, checkIdentity);
  mount(context, contract.refuseRequest, refuseRequest);
  mount(context, contract.askRequest, askRequest);
  mount(context, contract.takeCopy, takeCopy);
  mount(context, contract.readRetention, readRetention);
  mount(context, contract.readDue, readDue);
  mount(context, contract.askRetentionRun, askRetentionRun);
  mount(context, contract.askRetentionPeriod, askRetentionPeriod);
}
