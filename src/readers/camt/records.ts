import type { LocalDate } from '#kernel/time.ts';

/** A party of a payment: the person or company and their bank account, as far as told. */
export type Party = {
  readonly name: string | null;
  /** IBAN, or another account number where there is none. */
  readonly account: string | null;
};

/** The head of one statement, report or notification of a file. */
export type StatementHead = {
  readonly kind: 'statement';
  readonly line: number;
  /** `camt.052` intraday report, `camt.053` statement, `camt.054` notification. */
  readonly message: 'camt.052' | 'camt.053' | 'camt.054';
  /** Version of the message: `02` of `camt.053.001.02`. */
  readonly version: string;
  readonly reference: string | null;
  readonly account: string | null;
  readonly owner: string | null;
};

/** A balance of a statement. */
export type StatementBalance = {
  readonly kind: 'balance';
  readonly line: number;
  readonly statement: string | null;
  /** ISO 20022 code: `OPBD` opening booked, `CLBD` closing booked and others. */
  readonly type: string | null;
  /** Minor units, negative for a balance owed to the bank. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly on: LocalDate | null;
};

/** An amount in minor units with its currency. */
export type Sum = { readonly amountMinor: bigint; readonly currency: string };

/** One transaction within an entry. A batch booked as one entry has several. */
export type StatementTransaction = {
  readonly line: number;
  /** Its own amount; null when the file gives none or one that cannot be read. */
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly direction: 'credit' | 'debit' | null;
  readonly debtor: Party;
  readonly creditor: Party;
  /** The payer's own reference; null also for the standing words for none (`NOTPROVIDED`). */
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly bankReference: string | null;
  /** Structured creditor references (ISO 11649, ISR, OCR and the like). */
  readonly creditorReferences: readonly string[];
  /** Invoice numbers and the like from referred documents. */
  readonly documentReferences: readonly string[];
  /** Free text lines. */
  readonly texts: readonly string[];
  /** ISO 20022 return reason (`AC04`, `AM04`) or the bank's own code. */
  readonly returnReason: string | null;
  /** What was instructed (`InstdAmt`), in the same currency as its own amount. */
  readonly instructed: Sum | null;
  /** What banks charged for it; `included` when the file says that the amount holds them. */
  readonly charges: (Sum & { readonly included: boolean }) | null;
};

/** One booked or expected entry of the account. */
export type StatementEntry = {
  readonly kind: 'entry';
  readonly line: number;
  readonly statement: string | null;
  readonly account: string | null;
  /** Minor units, never negative; `direction` says which way, as seen from the account. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly direction: 'credit' | 'debit';
  /** The entry withdraws an earlier one: a debit that returns a credit, or the other way. */
  readonly reversal: boolean;
  /** `BOOK` booked, `PDNG` pending, `INFO` for information, or another code of the bank. */
  readonly status: string | null;
  readonly booked: LocalDate | null;
  readonly valued: LocalDate | null;
  readonly bankReference: string | null;
  /** Bank transaction code: `PMNT/RCDT/ESCT`, or the bank's own. */
  readonly bankCode: string | null;
  readonly text: string | null;
  readonly transactions: readonly StatementTransaction[];
  /** What the file says of the batch that it is booked as: how many payments, and its reference. */
  readonly batch: { readonly count: number | null; readonly reference: string | null } | null;
  /** What banks charged for the entry as a whole. */
  readonly charges: (Sum & { readonly included: boolean }) | null;
};

/** What could not be read. After a `fatal` one nothing follows: the rest of the file is unread. */
export type StatementProblem = {
  readonly kind: 'problem';
  readonly line: number;
  readonly reason:
    | 'not-xml'
    | 'not-well-formed'
    | 'document-type-refused'
    | 'not-a-camt-message'
    | 'encoding-not-supported'
    | 'too-large'
    | 'missing'
    | 'amount-not-number'
    | 'amount-not-exact'
    | 'unknown-currency'
    | 'impossible-date'
    | 'bad-choice';
  readonly facts: Readonly<Record<string, string>>;
  readonly fatal: boolean;
};

export type StatementRecord = StatementHead | StatementBalance | StatementEntry | StatementProblem;
