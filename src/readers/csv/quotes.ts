/** How a text stands at its end: quotes open only at the start of a cell (RFC 4180 §2). */
export type QuoteState = 'closed' | 'open' | 'text-after-quote';

/**
 * Follows the quotes of a text through to its end. `open`: the record goes on in the next line.
 * `text-after-quote`: a closed quote is followed by something else than the delimiter, so what
 * is inside and what is outside can no longer be told apart.
 */
export function quoteState(text: string, delimiter: string): QuoteState {
  let from = 0;
  for (;;) {
    if (text.charCodeAt(from) === quote) {
      const end = closingQuote(text, from + 1);
      if (end === -1) return 'open';
      if (end + 1 === text.length) return 'closed';
      if (text[end + 1] !== delimiter) return 'text-after-quote';
      from = end + 2;
    } else {
      const next = text.indexOf(delimiter, from);
      if (next === -1) return 'closed';
      from = next + 1;
    }
  }
}

const quote = 34;

/** Where the quote opened before `from` closes; a doubled quote is a quote within the cell. */
function closingQuote(text: string, from: number): number {
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) return -1;
    if (text.charCodeAt(end + 1) !== quote) return end;
    at = end + 2;
  }
}
