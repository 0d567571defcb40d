import { z } from 'zod';
import { debtTypes } from '#domain/debts/debt-types.ts';
import { partyRelations, partyRoles } from '#domain/parties/party-roles.ts';
import { endpoint } from './endpoint.ts';
import { date, done, freeWords, id, lineOf, positiveDecimal, shortText, words } from './shapes.ts';

/** What people correct on a case: who is tied to it, whose a number is, what kind of debt it is. */

const partyTold = {
  caseId: id,
  role: z.enum(partyRoles),
  relation: z.enum(partyRelations).nullable(),
  name: shortText,
  note: freeWords({ least: 0, most: 500 }).nullable(),
  accountId: id.nullable(),
};

/** Ties somebody to the customer: a guarantor, a spouse, an attorney. */
export const addParty = endpoint({
  name: 'cases.add-party',
  method: 'POST',
  path: '/api/cases/:caseId/parties',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Ties somebody to the customer: a guarantor, a spouse, an attorney.',
  input: z.strictObject(partyTold),
  output: z.object({ partyId: id }),
});

/** Corrects what is said of somebody tied to the customer, with a reason. */
export const changeParty = endpoint({
  name: 'cases.change-party',
  method: 'PUT',
  path: '/api/cases/:caseId/parties/:partyId',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Corrects what is said of somebody tied to the customer.',
  input: z.strictObject({ ...partyTold, partyId: id, why: words }),
  output: done,
});

/** Ends a tie, with a reason; numbers of that party are no longer called. */
export const endParty = endpoint({
  name: 'cases.end-party',
  method: 'POST',
  path: '/api/cases/:caseId/parties/:partyId/end',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Ends a tie, with a reason; numbers of that party are no longer called.',
  input: z.strictObject({ caseId: id, partyId: id, why: words }),
  output: done,
});

const pointTold = {
  caseId: id,
  partyId: id.nullable(),
  place: z.enum(['home', 'work']).nullable(),
  employerProvided: z.boolean(),
};

/** Adds a number or address of the customer or of somebody tied to them. */
export const addContactPoint = endpoint({
  name: 'cases.add-point',
  method: 'POST',
  path: '/api/cases/:caseId/points',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Adds a number or address of the customer or of somebody tied to them.',
  input: z.strictObject({
    ...pointTold,
    kind: z.enum(['mobile', 'landline', 'email', 'app', 'social']),
    value: shortText,
  }),
  output: z.object({ contactPointId: id }),
});

/** Corrects whose a number or address is and where, with a reason. */
export const setContactPoint = endpoint({
  name: 'cases.set-point',
  method: 'PUT',
  path: '/api/cases/:caseId/points/:contactPointId',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Corrects whose a number or address is, where, and whether the employer provided it.',
  input: z.strictObject({ ...pointTold, contactPointId: id, why: words }),
  output: done,
});

/** Corrects what kind of debt an account is, when it is time-barred and how it ended. */
export const setDebtTerms = endpoint({
  name: 'cases.set-debt-terms',
  method: 'PUT',
  path: '/api/cases/:caseId/accounts/:accountId',
  right: 'case.correct',
  shows: 'nobody',
  summary: 'Corrects the kind of debt, its amount at the start, its dates and how it ended.',
  input: z.strictObject({
    caseId: id,
    accountId: id,
    debtType: z.enum(debtTypes).nullable(),
    studentAccountGroup: lineOf({ least: 1, most: 100 }).nullable(),
    limitationOn: date.nullable(),
    endedAs: z.enum(['settled', 'discharged']).nullable(),
    /** What was lent or sold on credit at the start, in the account's currency. */
    originalAmount: positiveDecimal.nullable(),
    /** The last day it was entered into, renewed, sold or assigned. */
    renewedOn: date.nullable(),
  }),
  output: done,
});
