import { isCurrency } from '#kernel/money.ts';

/** Words of which one at least is in the name of a sum, in the languages of files. */
const sums = `total totals totales totale totali totaal totaux totalt totaler subtotal subtotals sub-total
  subtotaal sottototale zwischensumme summe gesamt gesamtsumme gesamtbetrag gesamtergebnis ergebnis
  endsumme sum suma sumatoria somme razem ogółem suma celkem összesen yhteensä summa toplam итого всего
  сумма סה"כ סה״כ סך 合計 小計 总计 合计`;

/** Words that may stand beside them without making a name of it. */
const beside = `grand sub final overall general generale général geral gen global report amount due open
  outstanding balance balances receivable receivables all customers customer accounts account invoices
  invoice items item count records debt debts gross net of for the and in by to de del des la el los du
  da do des alle aller offene offen offener posten kunden für von van voor per por para pour i alt deuda
  saldo cliente clientes facturas importe montant client clients complessivo הכל כללי`;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const sumWords = words(sums);
const besideWords = words(beside);

const tokensOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s:;,()[\]*=_/.-]+/)
    .filter((token) => token !== '');

/** Whether a text names a sum and nothing else: `Grand total`, `Summe offene Posten`, `TOTAL USD (3)`. */
export function namesSum(text: string): boolean {
  if (text.length > 80) return false;
  const tokens = tokensOf(text);
  const isPlain = (token: string) =>
    sumWords.has(token) || besideWords.has(token) || /^(?:\d+|[a-z]{3}|\p{Sc})$/u.test(token);
  // Three letters may be a currency, and may be a name: `Total ACE` needs a look at its neighbours.
  const codes = tokens.filter((token) => /^[a-z]{3}$/.test(token) && !isWord(token));
  const isSum = tokens.some((token) => sumWords.has(token));
  return isSum && tokens.every(isPlain) && codes.length <= 1 && codes.every(isCode);
}

const isWord = (token: string) => sumWords.has(token) || besideWords.has(token);
const isCode = (token: string) => isCurrency(token.toUpperCase());

/** What is summed in `Total for Acme` and `Acme Total`; null where the text names no such sum. */
export function summedName(text: string): string | null {
  const parts = text
    .replace(/[:*=]+\s*$/, '')
    .trim()
    .split(/\s+/);
  const [first = '', ...others] = parts;
  const last = parts.at(-1) ?? '';
  const isSum = (word: string) => sumWords.has(word.toLowerCase().replace(/[:*]/g, ''));
  if (parts.length < 2) return null;
  if (isSum(first)) {
    while (
      others.length > 1 &&
      /^(?:for|of|de|del|für|pour|por|per|voor|[-–:])$/i.test(others[0] ?? '')
    ) {
      others.shift();
    }
    return others.join(' ');
  }
  return isSum(last)
    ? parts
        .slice(0, -1)
        .join(' ')
        .replace(/\s*[-–:]$/, '')
    : null;
}
