/** One movement of a made statement. */
export type MadeEntry = {
  readonly amount: string;
  readonly on: string;
  readonly payer?: string;
  readonly text?: string;
  readonly side?: 'CRDT' | 'DBIT';
  /** `AcctSvcrRef` and `NtryRef` of the entry. */
  readonly bankRef?: string;
  readonly number?: string;
  readonly endToEnd?: string;
  readonly mandate?: string;
  readonly reason?: string;
  readonly status?: string;
  /** `InstdAmt` and `Chrgs`. */
  readonly instructed?: string;
  readonly charges?: string;
  /** The payments of a batch that is booked as one entry, one by one. */
  readonly parts?: readonly MadeEntry[];
  /** `Btch`: how many payments the entry says that it holds. */
  readonly holds?: number;
  /** No details at all: a sum, and nothing about it. */
  readonly isBare?: boolean;
  /** `Chrgs` of the entry as a whole. */
  readonly entryCharges?: string;
};

const tag = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${text}</${name}>`;

const sum = (amount: string) => `<Amt Ccy="USD">${amount}</Amt>`;

function chargedOf({ instructed, charges }: MadeEntry): string {
  const details = instructed ? tag('AmtDtls', tag('InstdAmt', sum(instructed))) : '';
  return details + (charges ? tag('Chrgs', sum(charges)) : '');
}

function detailsOf(each: MadeEntry, isPart: boolean): string {
  const refs = tag('EndToEndId', each.endToEnd) + tag('MndtId', each.mandate);
  return `<TxDtls>${refs === '' ? '' : tag('Refs', refs)}${isPart ? sum(each.amount) : ''}
      ${chargedOf(each)}
      <RltdPties>${each.payer ? tag('Dbtr', tag('Nm', each.payer)) : ''}</RltdPties>
      <RmtInf>${tag('Ustrd', each.text)}</RmtInf>
      ${each.reason ? `<RtrInf><Rsn><Cd>${each.reason}</Cd></Rsn></RtrInf>` : ''}
    </TxDtls>`;
}

function entryOf(each: MadeEntry): string {
  const { parts, holds, isBare, entryCharges } = each;
  const batch = holds === undefined ? '' : tag('Btch', tag('NbOfTxs', String(holds)));
  const own = isBare ? '' : detailsOf(each, false);
  const details = parts ? parts.map((part) => detailsOf(part, true)).join('') : own;
  return `<Ntry>${tag('NtryRef', each.number)}<Amt Ccy="USD">${each.amount}</Amt>
    <CdtDbtInd>${each.side ?? 'CRDT'}</CdtDbtInd><Sts>${each.status ?? 'BOOK'}</Sts>
    <BookgDt><Dt>${each.on}</Dt></BookgDt>${tag('AcctSvcrRef', each.bankRef)}
    ${entryCharges ? tag('Chrgs', sum(entryCharges)) : ''}
    <NtryDtls>${batch}${details}</NtryDtls></Ntry>`;
}

const balanceOf = (code: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="USD">${amount}</Amt>
    <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt></Bal>`;

const wrappers = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const;

/** A made statement of one account, with its number and its movements. */
export function madeStatement(
  id: string,
  entries: readonly MadeEntry[],
  message: keyof typeof wrappers = '053',
  balances: readonly [opening: string, closing: string] | null = null,
): string {
  const [outer, inner] = wrappers[message];
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.02"><${outer}>
  <GrpHdr><MsgId>M-${id}</MsgId><CreDtTm>2026-11-17T08:00:00</CreDtTm></GrpHdr>
  <${inner}><Id>${id}</Id><CreDtTm>2026-11-17T08:00:00</CreDtTm>
    <Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct>${(balances ?? [])
      .map((amount, i) => balanceOf(i === 0 ? 'OPBD' : 'CLBD', amount))
      .join('')}${entries.map(entryOf).join('')}
  </${inner}></${outer}></Document>`;
}
