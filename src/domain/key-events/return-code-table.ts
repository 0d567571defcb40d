import type { EventType, Fault, SubReason } from './events.ts';
import type { ReturnCode } from './return-codes.ts';
import type { Representing, ReturnScheme } from './return-scheme.ts';

const afterCorrection: Representing = {
  afterBusinessDays: 1,
  nearPayDay: false,
  maxTimes: 1,
  withinDays: 60,
  onlyAfterCorrection: true,
};

function again(
  afterBusinessDays: number,
  maxTimes: number,
  withinDays: number,
  nearPayDay = true,
): Representing {
  return { afterBusinessDays, nearPayDay, maxTimes, withinDays, onlyAfterCorrection: false };
}

type Row = readonly [
  code: string,
  name: string,
  type: EventType,
  reason: SubReason,
  fault: Fault,
  methodValid: boolean,
  represent: Representing | null,
];

function codes(scheme: ReturnScheme, rows: readonly Row[]): ReturnCode[] {
  return rows.map(([code, name, type, reason, fault, methodValid, represent]) => ({
    scheme,
    code,
    name,
    type,
    reason,
    fault,
    methodValid,
    represent,
    sets: reason === 'payer-deceased' ? 'deceased' : null,
  }));
}

const sepaAgain = again(3, 2, 45);

/**
 * SEPA direct debit. Codes and names: ISO 20022 external code set ExternalReturnReason1Code as used
 * in the EPC SDD Core and B2B rulebooks. How often and when to try again is the house's default.
 */
export const sepaCodes: readonly ReturnCode[] = codes('sepa', [
  ['AC01', 'IncorrectAccountNumber', 'C', 'wrong-account', 'organisation', true, afterCorrection],
  ['AC04', 'ClosedAccountNumber', 'B', 'account-closed', 'customer', false, null],
  ['AC06', 'BlockedAccount', 'B', 'account-blocked', 'bank', false, null],
  ['AC13', 'InvalidDebtorAccountType', 'C', 'account-not-debitable', 'organisation', false, null],
  ['AG01', 'TransactionForbidden', 'C', 'account-not-debitable', 'organisation', false, null],
  ['AG02', 'InvalidBankOperationCode', 'C', 'wrong-format', 'organisation', true, afterCorrection],
  ['AM04', 'InsufficientFunds', 'B', 'insufficient-funds', 'customer', true, sepaAgain],
  ['AM05', 'Duplication', 'C', 'duplicate', 'organisation', true, null],
  [
    'BE05',
    'UnrecognisedInitiatingParty',
    'C',
    'wrong-format',
    'organisation',
    true,
    afterCorrection,
  ],
  ['FF01', 'InvalidFileFormat', 'C', 'wrong-format', 'organisation', true, afterCorrection],
  ['MD01', 'NoMandate', 'C', 'no-authorisation', 'organisation', false, null],
  ['MD06', 'RefundRequestByEndCustomer', 'B', 'refunded-by-customer', 'customer', true, null],
  ['MD07', 'EndCustomerDeceased', 'B', 'payer-deceased', 'nobody', false, null],
  [
    'MS02',
    'NotSpecifiedReasonCustomerGenerated',
    'B',
    'refused-by-customer',
    'customer',
    true,
    null,
  ],
  [
    'MS03',
    'NotSpecifiedReasonAgentGenerated',
    'B',
    'declined-by-bank',
    'bank',
    true,
    again(5, 1, 45),
  ],
  ['RC01', 'BankIdentifierIncorrect', 'C', 'wrong-branch', 'organisation', true, afterCorrection],
  [
    'RR01',
    'MissingDebtorAccountOrIdentification',
    'C',
    'regulatory',
    'organisation',
    true,
    afterCorrection,
  ],
  ['RR04', 'RegulatoryReason', 'C', 'regulatory', 'bank', true, afterCorrection],
  ['SL01', 'SpecificServiceOfferedByDebtorAgent', 'B', 'payment-stopped', 'customer', false, null],
]);

/**
 * ACH debits. Codes and names: Nacha Operating Rules, Appendix Four. An entry returned for
 * insufficient or uncollected funds may be reinitiated at most twice, within 180 days of the
 * settlement of the first one (Article Two, reinitiation of returned entries).
 */
const nachaAgain = again(3, 2, 180);

/** See the note on `nachaAgain` for the limits of reinitiation. */
export const nachaCodes: readonly ReturnCode[] = codes('nacha', [
  ['R01', 'Insufficient Funds', 'B', 'insufficient-funds', 'customer', true, nachaAgain],
  ['R02', 'Account Closed', 'B', 'account-closed', 'customer', false, null],
  [
    'R03',
    'No Account/Unable to Locate Account',
    'C',
    'no-such-account',
    'organisation',
    true,
    afterCorrection,
  ],
  [
    'R04',
    'Invalid Account Number Structure',
    'C',
    'wrong-account',
    'organisation',
    true,
    afterCorrection,
  ],
  [
    'R05',
    'Unauthorized Debit to Consumer Account',
    'C',
    'no-authorisation',
    'organisation',
    false,
    null,
  ],
  ['R07', 'Authorization Revoked by Customer', 'B', 'authority-revoked', 'customer', false, null],
  ['R08', 'Payment Stopped', 'B', 'payment-stopped', 'customer', false, null],
  ['R09', 'Uncollected Funds', 'B', 'insufficient-funds', 'customer', true, nachaAgain],
  [
    'R10',
    'Originator Not Known or Not Authorized',
    'C',
    'no-authorisation',
    'organisation',
    false,
    null,
  ],
  ['R16', 'Account Frozen', 'B', 'account-blocked', 'bank', false, null],
  ['R20', 'Non-Transaction Account', 'C', 'account-not-debitable', 'organisation', false, null],
  [
    'R29',
    'Corporate Customer Advises Not Authorized',
    'C',
    'no-authorisation',
    'organisation',
    false,
    null,
  ],
]);

const bacsAgain = again(3, 2, 30);

/**
 * UK direct debits returned unpaid. Codes: the reason codes of the Bacs ARUDD report. An unpaid
 * collection is presented again for the same amount within one month of the first.
 */
export const bacsCodes: readonly ReturnCode[] = codes('bacs', [
  ['0', 'Refer to payer', 'B', 'insufficient-funds', 'customer', true, bacsAgain],
  ['1', 'Instruction cancelled', 'B', 'authority-revoked', 'customer', false, null],
  ['2', 'Payer deceased', 'B', 'payer-deceased', 'nobody', false, null],
  ['3', 'Account transferred', 'B', 'account-moved', 'customer', false, null],
  ['4', 'Advance notice disputed', 'B', 'notice-disputed', 'organisation', true, afterCorrection],
  ['5', 'No account', 'C', 'no-such-account', 'organisation', true, afterCorrection],
  ['6', 'No instruction', 'C', 'no-authorisation', 'organisation', false, null],
  ['7', 'Amount differs', 'C', 'wrong-amount', 'organisation', true, afterCorrection],
  ['8', 'Amount not yet due', 'C', 'wrong-date', 'organisation', true, afterCorrection],
  ['9', 'Presentation overdue', 'C', 'wrong-date', 'organisation', true, afterCorrection],
  ['A', 'Service user differs', 'C', 'wrong-format', 'organisation', true, afterCorrection],
  ['B', 'Account closed', 'B', 'account-closed', 'customer', false, null],
]);

const cardAgain = again(2, 4, 30);
const nextDay = again(1, 3, 30, false);

/**
 * Card payments. Codes and names: the action codes of ISO 8583:1987 field 39 as card networks use
 * them. Trying again stays well under the networks' own ceilings and inside thirty days.
 */
export const cardCodes: readonly ReturnCode[] = codes('card', [
  ['04', 'Pick up card', 'B', 'card-stolen', 'bank', false, null],
  ['05', 'Do not honour', 'B', 'declined-by-bank', 'bank', true, again(3, 2, 30)],
  ['14', 'Invalid card number', 'C', 'wrong-account', 'organisation', true, afterCorrection],
  ['41', 'Lost card', 'B', 'card-lost', 'customer', false, null],
  ['43', 'Stolen card', 'B', 'card-stolen', 'customer', false, null],
  ['46', 'Closed account', 'B', 'account-closed', 'customer', false, null],
  ['51', 'Insufficient funds', 'B', 'insufficient-funds', 'customer', true, cardAgain],
  ['54', 'Expired card', 'B', 'card-expired', 'customer', false, null],
  [
    '57',
    'Transaction not permitted to cardholder',
    'C',
    'account-not-debitable',
    'bank',
    false,
    null,
  ],
  ['61', 'Exceeds amount limit', 'B', 'limit-exceeded', 'customer', true, cardAgain],
  ['62', 'Restricted card', 'B', 'account-blocked', 'bank', false, null],
  ['65', 'Exceeds frequency limit', 'B', 'limit-exceeded', 'customer', true, cardAgain],
  ['91', 'Issuer unavailable', 'C', 'bank-unavailable', 'bank', true, nextDay],
  ['96', 'System malfunction', 'C', 'bank-unavailable', 'bank', true, nextDay],
  ['R0', 'Stop payment order', 'B', 'payment-stopped', 'customer', false, null],
  ['R1', 'Revocation of authorisation', 'B', 'authority-revoked', 'customer', false, null],
]);
