import type { ApprovalKind } from './approval-kinds.ts';

/** What of a request is shown beside its sum and its reason, by name. */
export const approvalDetails = [
  'debt',
  'reference',
  'receivedOn',
  'issuedOn',
  'cause',
  'bankCode',
  'item',
  'refundedOn',
  'instalments',
  'excess',
  'becomes',
  'factor',
  'rule',
  'turn',
  'sourceRead',
  'dataKind',
  'dueOn',
  'months',
  'was',
] as const;

/** One of `approvalDetails`, with its value: a code, a date, a number, or words that somebody typed. */
export type ApprovalDetail = {
  readonly name: (typeof approvalDetails)[number];
  readonly value: string;
};

type About = Readonly<Record<string, unknown>>;

const debtOf = ({ itemReference, accountReference, customerReference }: About) =>
  itemReference ?? accountReference ?? customerReference;

/** The parts of each kind that tell what it is. Changes of a portfolio are shown as such. */
const shown: Readonly<
  Record<ApprovalKind, (about: About) => readonly (readonly [ApprovalDetail['name'], unknown])[]>
> = {
  policy: () => [],
  portfolio: () => [],
  transfer: () => [],
  rule: ({ rule, turn, sourceRead }) => [
    ['rule', rule],
    ['turn', turn],
    ['sourceRead', sourceRead],
  ],
  plan: ({ instalments, why }) => [
    ['instalments', instalments],
    ...((why ?? []) as readonly string[]).map((one) => ['excess', one] as const),
  ],
  payment: (about) => [
    ['debt', debtOf(about)],
    ['reference', about['reference']],
    ['receivedOn', about['receivedOn']],
  ],
  reversal: ({ reason, reasonCode }) => [
    ['cause', reason],
    ['bankCode', reasonCode],
  ],
  credit: (about) => [
    ['debt', debtOf(about)],
    ['reference', about['reference']],
    ['issuedOn', about['issuedOn']],
  ],
  allocation: ({ itemReference, reference }) => [
    ['reference', reference],
    ['item', itemReference],
  ],
  refund: ({ reference, refundedOn }) => [
    ['reference', reference],
    ['refundedOn', refundedOn],
  ],
  correction: ({ becomes }) => [['becomes', (becomes as About)['result']]],
  override: ({ factor, rules }) => [
    ['factor', factor],
    ...(rules as readonly string[]).map((rule) => ['rule', rule] as const),
  ],
  erasure: () => [],
  copy: () => [],
  retention: ({ kinds, dueOn }) => [
    ['dueOn', dueOn],
    ...(kinds as readonly string[]).map((kind) => ['dataKind', kind] as const),
  ],
  'retention-period': ({ kind, months, was }) => [
    ['dataKind', kind],
    ['months', months],
    ['was', was],
  ],
};

/** What of a request is shown; a part that was left out is no line. */
export function detailsOf(kind: ApprovalKind, about: About): readonly ApprovalDetail[] {
  return shown[kind](about).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [{ name, value: String(value) }],
  );
}
