import { AmountColumns } from './amount-columns.ts';
import { type Field, specOf } from './fields.ts';
import type { Candidate, Tie } from './joint-evidence.ts';

/** Guesses less sure than this are not put into the map. */
const sureEnough = 0.5;

/** The parts of a debt, its principal first. */
const parts = ['principalAmount', 'interestAmount', 'feesAmount'] as const;

/** What amounts of the same rows say of each other; `open`: columns that are taken for nothing. */
export type AmountFindings = { readonly open: ReadonlySet<number>; readonly ties: readonly Tie[] };

/**
 * Settles what the columns of amounts are by how they add up in every row: amount − paid = balance, and
 * principal + interest + fees = what is open. Changes `byColumn` where the sums leave no doubt; what they
 * leave in doubt is asked, so that no column that may be what is open goes by unseen.
 */
export function settleAmounts(
  byColumn: Map<number, Candidate>,
  best: readonly Candidate[],
  columns: readonly (readonly string[])[],
  words: readonly string[],
): AmountFindings {
  const roles = new AmountRoles(byColumn, best, columns, words);
  if (!roles.isLedger()) {
    roles.settleParts();
    roles.settlePaid();
    roles.askForUnread();
  }
  return roles;
}

class AmountRoles implements AmountFindings {
  readonly open = new Set<number>();
  readonly ties: Tie[] = [];
  private readonly byColumn: Map<number, Candidate>;
  private readonly best: readonly Candidate[];
  private readonly words: readonly string[];
  private readonly amounts: AmountColumns;

  constructor(
    byColumn: Map<number, Candidate>,
    best: readonly Candidate[],
    columns: readonly (readonly string[])[],
    words: readonly string[],
  ) {
    this.byColumn = byColumn;
    this.best = best;
    this.words = words;
    const isAmount = ({ field }: Candidate) => specOf('book', field)?.type === 'amount';
    const known = (at: number) => {
      const own = byColumn.get(at);
      return own !== undefined && own.confidence > sureEnough ? own : undefined;
    };
    this.amounts = new AmountColumns(
      columns,
      words,
      (at) => best.some((each) => each.column === at && isAmount(each)),
      (at) => {
        const own = known(at);
        return own !== undefined && !isAmount(own);
      },
    );
  }

  isLedger(): boolean {
    return this.of('debit') !== undefined || this.of('credit') !== undefined;
  }

  /** Principal, interest and fees are parts of what is open where they add up to it. */
  settleParts(): void {
    const taken = parts.flatMap((field) => {
      const column = this.of(field);
      return column === undefined ? [] : [column];
    });
    if (taken.length === 0) return;
    const [principal, balance] = [this.of('principalAmount'), this.of('balance')];
    // Names that say so clearly stand where half of the rows agree: the others are refused one by one.
    if (principal !== undefined && balance !== undefined) {
      if (this.amounts.addUp(taken, balance, 0.5)) return;
    }
    const sum = this.sumOf(taken);
    if (sum !== null) this.takeSum(taken, sum);
    else if (!this.isCharged()) this.askForParts(taken);
  }

  /** A column that is what was billed less what was paid is what is open. */
  settlePaid(): void {
    const [amount, paid, balance] = [this.of('amount'), this.of('paidAmount'), this.of('balance')];
    this.settleBilled(amount, balance);
    if (paid === undefined) return;
    if (amount === undefined) {
      const billed = this.free().find(
        (at) => balance !== undefined && this.isRest(at, paid, balance),
      );
      if (billed !== undefined && !this.isNamed(billed, 'balance')) this.take(billed, 'amount');
      return;
    }
    if (balance !== undefined && this.isRest(amount, paid, balance)) return;
    const rest = this.free().filter((at) => this.isRest(amount, paid, at));
    const named = rest.find((at) => this.isNamed(at, 'balance'));
    if (named !== undefined) this.take(named, 'balance');
    else if (rest.length > 0)
      this.ask('balance', [...rest, ...(balance === undefined ? [] : [balance])]);
  }

  /** What a bill was for is no balance beside a column that is called one and has less. */
  private settleBilled(amount: number | undefined, balance: number | undefined): void {
    if (amount !== undefined || balance === undefined) return;
    const isBilled = (at: number) =>
      /(?:^| )(?:bill|billed|invoice|inv|statement)(?: |$)/.test(this.words[at] ?? '');
    if (!isBilled(balance)) return;
    const less = this.free().find(
      (at) => !isBilled(at) && this.isNamed(at, 'balance') && this.amounts.isBelow(at, balance),
    );
    if (less === undefined) return;
    this.take(less, 'balance');
    this.take(balance, 'amount');
  }

  /** Columns that nothing takes and that may be what is open, or what was paid of it. */
  askForUnread(): void {
    const [amount, paid, balance] = [this.of('amount'), this.of('paidAmount'), this.of('balance')];
    if (this.ties.some((tie) => tie.of === 'field' && tie.field === 'balance')) return;
    if (amount !== undefined && paid !== undefined) {
      // What is open is known: by its own column, or as what is left.
      if (balance === undefined || this.isRest(amount, paid, balance)) return;
    }
    const whole = balance ?? amount;
    if (whole === undefined) return;
    for (const at of this.free()) {
      if (this.amounts.isAside(at) || this.open.has(at) || !this.amounts.isBelow(at, whole))
        continue;
      if (balance === undefined && this.amounts.isPositive(at)) {
        this.tie({ of: 'column', column: at, fields: ['balance', 'paidAmount'] });
      } else if (this.amounts.isPositive(at, true)) {
        this.tie({ of: 'column', column: at, fields: ['balance'] });
      }
    }
  }

  private of(field: Field): number | undefined {
    return [...this.byColumn.values()].find(
      (each) => each.field === field && each.confidence > sureEnough && !this.open.has(each.column),
    )?.column;
  }

  /** Columns of amounts that no field takes. */
  private free(): number[] {
    return this.amounts.places.filter(
      (at) => (this.byColumn.get(at)?.confidence ?? 0) <= sureEnough,
    );
  }

  private isNamed(at: number, ...fields: Field[]): boolean {
    return this.best.some(
      ({ column, field, confidence }) =>
        column === at && fields.includes(field) && confidence > sureEnough,
    );
  }

  private isRest(amount: number, paid: number, rest: number): boolean {
    return new Set([amount, paid, rest]).size === 3 && this.amounts.addUp([paid, rest], amount);
  }

  private take(column: number, field: Field): void {
    for (const [at, each] of this.byColumn) if (each.field === field) this.byColumn.delete(at);
    this.byColumn.set(column, { column, field, confidence: 0.9, why: 'sum-of-columns' });
  }

  private tie(tie: Tie): void {
    this.ties.push(tie);
    if (tie.of === 'column') this.open.add(tie.column);
    else for (const column of tie.columns) this.open.add(column);
  }

  private ask(field: Field, columns: readonly number[]): void {
    this.tie({ of: 'field', field, columns: columns.toSorted((a, b) => a - b) });
  }

  /** The column that the parts add up to, with the one that is their principal, where none is named so. */
  private sumOf(taken: readonly number[]): { whole: number; principal: number | null } | null {
    const others = this.wholes().filter((at) => !taken.includes(at));
    const whole = others.find((at) => this.amounts.addUp(taken, at));
    if (whole !== undefined) return { whole, principal: null };
    if (this.of('principalAmount') !== undefined) return this.sumWith(taken, others);
    for (const principal of others.filter((at) => !this.amounts.isAside(at))) {
      const sum = others.find((at) => this.amounts.addUp([principal, ...taken], at));
      if (sum !== undefined) return { whole: sum, principal };
    }
    return null;
  }

  /** Columns that may be a whole: none that is known as another amount; what is called a balance first. */
  private wholes(): readonly number[] {
    const rank = (at: number) => (this.isNamed(at, 'balance') ? 0 : 1);
    const isOther = (at: number) => {
      const own = this.byColumn.get(at);
      const isTaken = own !== undefined && own.confidence > sureEnough;
      return isTaken && !['balance', 'amount'].includes(own.field);
    };
    const places = this.amounts.places.filter((at) => !isOther(at));
    return places.toSorted((a, b) => rank(a) - rank(b) || a - b);
  }

  /** A further part beside a named principal: costs or interest, whichever no column has yet. */
  private sumWith(
    taken: readonly number[],
    others: readonly number[],
  ): { whole: number; principal: number | null } | null {
    const open = parts.filter((field) => this.of(field) === undefined);
    const [field] = open;
    if (field === undefined) return null;
    for (const part of this.free().filter((at) => others.includes(at))) {
      const whole = others.find((at) => this.amounts.addUp([...taken, part], at));
      if (whole === undefined) continue;
      if (open.length === 1) this.take(part, field);
      else this.tie({ of: 'column', column: part, fields: open });
      return { whole, principal: null };
    }
    return null;
  }

  private takeSum(
    taken: readonly number[],
    { whole, principal }: { whole: number; principal: number | null },
  ): void {
    // What a named principal and its interest and costs add up to is what is open, however it is called.
    const isTotal =
      this.of('principalAmount') !== undefined || this.isNamed(whole, 'balance', 'amount');
    const isCharge = taken.some((at) => this.isCharge(at));
    if (!isTotal || isCharge) {
      const rivals = [whole, this.of('balance') ?? principal].filter((at) => at !== undefined);
      const columns = [...new Set(rivals)].filter((at) => at !== null);
      this.ask('balance', columns);
      if (isCharge) for (const at of taken) this.open.add(at);
      else this.askForParts(taken);
      return;
    }
    if (principal !== null && this.byColumn.get(principal)?.field !== 'amount') {
      this.take(principal, 'principalAmount');
    }
    if (this.of('balance') !== whole) this.take(whole, 'balance');
  }

  /** `Charges` of a clinic or a supplier are what was billed, where no more than that is open. */
  private isCharged(): boolean {
    const fees = this.of('feesAmount');
    if (fees === undefined || !this.isCharge(fees)) return false;
    const balance = this.of('balance');
    if (this.of('amount') !== undefined) return false;
    if (balance !== undefined && !this.amounts.isBelow(balance, fees)) return false;
    this.byColumn.delete(fees);
    this.take(fees, 'amount');
    return true;
  }

  private isCharge(at: number): boolean {
    return (
      /^(?:\p{L}+ )?charges$|^charges /u.test(this.words[at] ?? '') &&
      !/late|other|finance|coll/.test(this.words[at] ?? '')
    );
  }

  /** Parts that add up to nothing in the file are asked: beside what is open they may come on top of it. */
  private askForParts(taken: readonly number[]): void {
    const isAsked = this.ties.length > 0;
    const isSum = this.of('balance') === undefined && this.of('amount') === undefined;
    if (!isAsked && isSum && this.of('principalAmount') !== undefined) return;
    for (const column of taken) {
      const field = this.byColumn.get(column)?.field;
      if (field !== undefined && this.amounts.isPositive(column)) {
        this.tie({ of: 'column', column, fields: [field] });
      }
    }
  }
}
