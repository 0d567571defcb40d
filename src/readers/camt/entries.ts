import { isCurrency, parseAmount } from '#kernel/money.ts';
import { isDate, type LocalDate } from '#kernel/time.ts';
import { chargesOf } from './charges.ts';
import { type Element, find, findAll, textAt } from './elements.ts';
import type {
  Party,
  StatementBalance,
  StatementEntry,
  StatementHead,
  StatementProblem,
  StatementTransaction,
} from './records.ts';

/** Takes what is wrong with an element; reading goes on with the next. */
export type Report = (problem: StatementProblem) => void;

/** Which statement an entry or balance stands in. */
export type Place = Pick<StatementHead, 'reference' | 'account'>;

/** Reads `Ntry`; null, with a problem, when it has no amount that can be booked. */
export function entryOf(
  element: Element,
  transactions: readonly StatementTransaction[],
  place: Place,
  report: Report,
): StatementEntry | null {
  const money = moneyOf(find(element, 'Amt'), element, report);
  const direction = directionOf(element, report);
  const booked = dateAt(element, 'BookgDt', report);
  const valued = dateAt(element, 'ValDt', report);
  if (money === null || direction === null) return null;
  return {
    kind: 'entry',
    line: element.line,
    statement: place.reference,
    account: place.account,
    ...money,
    direction,
    reversal: isTrue(textAt(element, 'RvslInd')),
    // From version 04 on the status is a code within `Sts`, before it is the text of `Sts`.
    status:
      textAt(element, 'Sts', 'Cd') ?? textAt(element, 'Sts', 'Prtry') ?? textAt(element, 'Sts'),
    booked,
    valued,
    // `NtryRef` numbers the entries of one statement and says nothing beyond it.
    bankReference: referenceAt(element, 'AcctSvcrRef'),
    bankCode: bankCodeOf(element),
    text: textAt(element, 'AddtlNtryInf'),
    transactions,
    batch: batchOf(element),
    charges: chargesOf(element, (sum) => (sum === null ? null : moneyOf(sum, element, report))),
  };
}

/** What `Btch` says: the number of payments, and the reference under which they were handed in. */
function batchOf(element: Element): StatementEntry['batch'] {
  const [batch] = findAll(element, 'NtryDtls', 'Btch');
  if (batch === undefined) return null;
  const count = Number(textAt(batch, 'NbOfTxs') ?? Number.NaN);
  return {
    count: Number.isSafeInteger(count) && count > 0 ? count : null,
    reference: referenceAt(batch, 'PmtInfId') ?? referenceAt(batch, 'MsgId'),
  };
}

/** Reads `TxDtls`. Its amount may be missing: an entry with one transaction needs none. */
export function transactionOf(element: Element, report: Report): StatementTransaction {
  const sumOf = (sum: Element | null) => (sum === null ? null : moneyOf(sum, element, report));
  const amount = find(element, 'Amt') ?? find(element, 'AmtDtls', 'TxAmt', 'Amt');
  const money = amount === null ? null : moneyOf(amount, element, report);
  const indicator = textAt(element, 'CdtDbtInd');
  return {
    line: element.line,
    amountMinor: money?.amountMinor ?? null,
    currency: money?.currency ?? null,
    direction: indicator === null ? null : directionOf(element, report),
    debtor: partyOf(element, 'Dbtr', 'UltmtDbtr'),
    creditor: partyOf(element, 'Cdtr', 'UltmtCdtr'),
    endToEndId: referenceAt(element, 'Refs', 'EndToEndId'),
    mandateId: referenceAt(element, 'Refs', 'MndtId'),
    bankReference:
      referenceAt(element, 'Refs', 'AcctSvcrRef') ?? referenceAt(element, 'Refs', 'TxId'),
    creditorReferences: textsAt(element, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').concat(
      textsAt(element, 'RmtInf', 'Strd', 'CdtrRefInf', 'CdtrRef'),
    ),
    documentReferences: textsAt(element, 'RmtInf', 'Strd', 'RfrdDocInf', 'Nb'),
    texts: [
      ...textsAt(element, 'RmtInf', 'Ustrd'),
      ...textsAt(element, 'RmtInf', 'Strd', 'AddtlRmtInf'),
      ...textsAt(element, 'AddtlTxInf'),
    ],
    returnReason:
      textAt(element, 'RtrInf', 'Rsn', 'Cd') ?? textAt(element, 'RtrInf', 'Rsn', 'Prtry'),
    instructed: sumOf(find(element, 'AmtDtls', 'InstdAmt', 'Amt')),
    charges: chargesOf(element, sumOf),
  };
}

/** Reads `Bal`; null, with a problem, when its amount cannot be read. */
export function balanceOf(element: Element, place: Place, report: Report): StatementBalance | null {
  const money = moneyOf(find(element, 'Amt'), element, report);
  const direction = directionOf(element, report);
  if (money === null || direction === null) return null;
  const { amountMinor, currency } = money;
  return {
    kind: 'balance',
    line: element.line,
    statement: place.reference,
    type: textAt(element, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(element, 'Tp', 'CdOrPrtry', 'Prtry'),
    amountMinor: direction === 'debit' ? -amountMinor : amountMinor,
    currency,
    on: dateAt(element, 'Dt', report),
  };
}

/** IBAN or other number of an account element. */
export function accountOf(element: Element | null): string | null {
  if (element === null) return null;
  const account = textAt(element, 'Id', 'IBAN') ?? textAt(element, 'Id', 'Othr', 'Id');
  // The first years of the message had the number elsewhere.
  return account ?? textAt(element, 'Id', 'PrtryAcct', 'Id');
}

function partyOf(transaction: Element, role: string, ultimate: string): Party {
  const parties = find(transaction, 'RltdPties');
  if (parties === null) return { name: null, account: null };
  // From version 08 on a party stands one level deeper, beside agents who act as parties.
  const nameIn = (who: string) => textAt(parties, who, 'Pty', 'Nm') ?? textAt(parties, who, 'Nm');
  return {
    name: nameIn(role) ?? nameIn(ultimate),
    account: accountOf(find(parties, `${role}Acct`)),
  };
}

function moneyOf(amount: Element | null, within: Element, report: Report) {
  const refuse = (reason: StatementProblem['reason'], facts: Record<string, string>) => {
    const line = amount?.line ?? within.line;
    report({ kind: 'problem', line, reason, facts: { in: within.name, ...facts }, fatal: false });
    return null;
  };
  if (amount === null) return refuse('missing', { element: 'Amt' });
  const currency = amount.attributes['Ccy'] ?? '';
  if (!isCurrency(currency)) return refuse('unknown-currency', { value: currency });
  const value = amount.text.trim();
  const minor = parseAmount(value, currency);
  if (minor === 'not-exact') return refuse('amount-not-exact', { value, currency });
  // The schema allows no sign: which way the money went is said by the indicator alone.
  if (typeof minor === 'string' || minor < 0n) return refuse('amount-not-number', { value });
  return { amountMinor: minor, currency };
}

function directionOf(element: Element, report: Report): 'credit' | 'debit' | null {
  const indicator = textAt(element, 'CdtDbtInd');
  if (indicator === 'CRDT') return 'credit';
  if (indicator === 'DBIT') return 'debit';
  const facts = {
    in: element.name,
    element: 'CdtDbtInd',
    value: indicator ?? '',
    choices: 'CRDT, DBIT',
  };
  const reason = indicator === null ? 'missing' : 'bad-choice';
  report({ kind: 'problem', line: element.line, reason, facts, fatal: false });
  return null;
}

function dateAt(element: Element, name: string, report: Report): LocalDate | null {
  const text = textAt(element, name, 'Dt') ?? textAt(element, name, 'DtTm');
  if (text === null) return null;
  const date = text.slice(0, 10);
  if (isDate(date)) return date;
  const line = find(element, name)?.line ?? element.line;
  const facts = { in: element.name, element: name, value: text.slice(0, 40) };
  report({ kind: 'problem', line, reason: 'impossible-date', facts, fatal: false });
  return null;
}

function bankCodeOf(element: Element): string | null {
  const parts = [
    textAt(element, 'BkTxCd', 'Domn', 'Cd'),
    textAt(element, 'BkTxCd', 'Domn', 'Fmly', 'Cd'),
    textAt(element, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('/') : textAt(element, 'BkTxCd', 'Prtry', 'Cd');
}

/** What banks write where there is no reference. */
const noReference =
  /^(?:NOT ?PROVIDED|NON ?REF|NO ?REF|NONE|UNKNOWN|N\/?A|KEINE|NICHT ANGEGEBEN|[-.0*]+)$/i;

function referenceAt(element: Element, ...path: readonly string[]): string | null {
  const text = textAt(element, ...path);
  return text === null || noReference.test(text.trim()) ? null : text;
}

function textsAt(element: Element, ...path: readonly string[]): string[] {
  return findAll(element, ...path)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}

function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}
