import { SaxesParser } from 'saxes';
import { ownValue } from '#kernel/own-value.ts';
import { type Element, find, textAt } from './elements.ts';
import { accountOf, balanceOf, entryOf, type Place, transactionOf } from './entries.ts';
import type {
  StatementHead,
  StatementProblem,
  StatementRecord,
  StatementTransaction,
} from './records.ts';

/** Depth of elements of any camt message is below 20. */
const maxDepth = 64;
/** Elements held at once: those of one entry without its transactions, or of one transaction. */
const maxElements = 20_000;
/** Text of one element; the longest the schemas allow is 500 characters. */
const maxTextChars = 100_000;
/** Transactions of one batch entry, which are held until the entry ends. */
const maxTransactions = 500_000;

/** Text before the root element: declaration, comments, style sheets. */
const maxPrologChars = 1_000_000;

/** The message of each root element below `Document`, and the element of its statements. */
const messages: Readonly<Record<string, StatementHead['message']>> = {
  BkToCstmrAcctRpt: 'camt.052',
  BkToCstmrStmt: 'camt.053',
  BkToCstmrDbtCdtNtfctn: 'camt.054',
};
const statements: ReadonlySet<string> = new Set(['Rpt', 'Stmt', 'Ntfctn']);
/** Elements kept with all they hold until they end; the rest of a file passes by. */
const kept: ReadonlySet<string> = new Set(['Ntry', 'Bal', 'Acct', 'Id']);

/**
 * Reads camt.052, 053 and 054 of any version: heads, balances and entries in file order, holding
 * one entry at a time. What cannot be read is a problem with its line; a `fatal` one (not XML, cut
 * off, another kind of message) is the last record. A document type declaration is refused, since
 * entities defined there could grow without bound and no bank needs them.
 */
export async function* readCamt(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StatementRecord> {
  const reader = new CamtReader();
  let decoder: Decoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk);
    if (decoder === null) {
      yield fatal(1, 'encoding-not-supported', {});
      return;
    }
    reader.write(decoder.decode(chunk, { stream: true }));
    yield* reader.take();
    if (reader.stopped) return;
  }
  reader.write(decoder?.decode() ?? '');
  reader.end();
  yield* reader.take();
}

const supported: ReadonlySet<string> = new Set(
  'utf-8 us-ascii iso-8859-1 iso-8859-15 windows-1252 utf-16 utf-16le utf-16be'.split(' '),
);

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(first: Uint8Array): Decoder | null {
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  const head = String.fromCharCode(...first.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1];
  const label = declared?.toLowerCase() ?? 'utf-8';
  return supported.has(label) ? new TextDecoder(label) : null;
}

function fatal(
  line: number,
  reason: StatementProblem['reason'],
  facts: Readonly<Record<string, string>>,
): StatementProblem {
  return { kind: 'problem', line, reason, facts, fatal: true };
}

/** Thrown through the parser, so that it stops where reading stops. */
class Stopped extends Error {}

class CamtReader {
  stopped = false;
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly ready: StatementRecord[] = [];
  private readonly path: string[] = [];
  /** The element being held and those open within it; empty outside of held elements. */
  private held: Element[] = [];
  private heldCount = 0;
  private transactions: StatementTransaction[] = [];
  private message: StatementHead['message'] | null = null;
  private version = '';
  private head: { line: number; reference: string | null; account: Element | null } | null = null;
  private headSent = false;
  private prologChars = 0;

  constructor() {
    this.parser.on('doctype', () => this.stop('document-type-refused', {}));
    this.parser.on('error', (error) => {
      const text = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      this.stop(this.path.length === 0 && !this.message ? 'not-xml' : 'not-well-formed', { text });
    });
    this.parser.on('opentag', (tag) => {
      const attributes = Object.values(tag.attributes).map(({ local, value }) => [local, value]);
      this.open(tag.local, Object.fromEntries(attributes), tag.uri);
    });
    this.parser.on('closetag', () => this.close());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  write(text: string): void {
    if (!this.stopped && text !== '') this.untilStopped(() => this.parse(text));
  }

  private parse(text: string): void {
    this.parser.write(text);
    // Before the root element the parser holds what it reads, and a real file has little there.
    if (this.path.length === 0 && this.message === null) this.prologChars += text.length;
    if (this.prologChars > maxPrologChars) {
      this.stop('too-large', { what: 'prolog', limit: String(maxPrologChars) });
    }
  }

  end(): void {
    this.untilStopped(() => {
      this.parser.close();
      if (this.message === null) this.stop('not-a-camt-message', {});
    });
  }

  /** The parser ends by what a handler throws; of what stands behind it nothing is read. */
  private untilStopped(read: () => void): void {
    if (this.stopped) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }

  take(): StatementRecord[] {
    return this.ready.splice(0);
  }

  private stop(reason: StatementProblem['reason'], facts: Record<string, string>): never {
    this.stopped = true;
    this.ready.push(fatal(this.parser.line, reason, facts));
    throw new Stopped();
  }

  private open(name: string, attributes: Record<string, string>, uri: string): void {
    this.path.push(name);
    const depth = this.path.length;
    if (depth > maxDepth) this.stop('too-large', { what: 'depth', limit: String(maxDepth) });
    if (depth === 1) this.version = /camt\.05[234]\.\d{3}\.(\d{2})/.exec(uri)?.[1] ?? '';
    if (depth === 2) {
      this.message = ownValue(messages, name) ?? null;
      if (this.message === null) this.stop('not-a-camt-message', { element: name });
    }
    const { line } = this.parser;
    if (depth === 3 && statements.has(name)) {
      this.head = { line, reference: null, account: null };
      this.headSent = false;
    }
    const inside = this.held.length > 0;
    const starts = depth === 4 && this.head !== null && kept.has(name);
    if (!inside && !starts) return;
    this.heldCount += 1;
    if (this.heldCount > maxElements) {
      this.stop('too-large', { what: 'elements', limit: String(maxElements) });
    }
    const element: Element = { name, line, attributes, text: '', children: [] };
    this.held.at(-1)?.children.push(element);
    this.held.push(element);
  }

  private text(text: string): void {
    const element = this.held.at(-1);
    if (element === undefined) return;
    element.text += text;
    if (element.text.length > maxTextChars) {
      this.stop('too-large', { what: 'text', limit: String(maxTextChars) });
    }
  }

  private close(): void {
    const name = this.path.pop();
    if (this.path.length === 2 && name !== undefined && statements.has(name)) {
      this.sendHead();
      this.head = null;
    }
    const element = this.held.pop();
    if (element === undefined) return;
    const parent = this.held.at(-1);
    if (parent === undefined) {
      this.finish(element);
      this.heldCount = 0;
    } else if (element.name === 'TxDtls') {
      this.transactions.push(transactionOf(element, (problem) => this.ready.push(problem)));
      // Its elements are read: a batch of many thousands must not be held as a tree.
      this.heldCount -= countOf(parent.children.pop());
      if (this.transactions.length > maxTransactions) {
        this.stop('too-large', { what: 'transactions', limit: String(maxTransactions) });
      }
    }
  }

  private finish(element: Element): void {
    if (this.head === null) return;
    if (element.name === 'Id') this.head.reference ??= element.text.trim() || null;
    else if (element.name === 'Acct') this.head.account = element;
    else this.finishMoney(element);
  }

  private finishMoney(element: Element): void {
    this.sendHead();
    const report = (problem: StatementProblem) => this.ready.push(problem);
    const transactions = this.transactions;
    this.transactions = [];
    const record =
      element.name === 'Bal'
        ? balanceOf(element, this.place(), report)
        : entryOf(element, transactions, this.place(), report);
    if (record !== null) this.ready.push(record);
  }

  private place(): Place {
    const account = this.head?.account ?? null;
    return { reference: this.head?.reference ?? null, account: accountOf(account) };
  }

  private sendHead(): void {
    if (this.headSent || this.head === null || this.message === null) return;
    this.headSent = true;
    const { line, account } = this.head;
    const owner = account && find(account, 'Ownr') ? textAt(account, 'Ownr', 'Nm') : null;
    const { message, version } = this;
    this.ready.push({ kind: 'statement', line, message, version, ...this.place(), owner });
  }
}

function countOf(element: Element | undefined): number {
  if (element === undefined) return 0;
  return element.children.reduce((sum, child) => sum + countOf(child), 1);
}
