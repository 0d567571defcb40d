import { fold, wordsOf } from './fold.ts';
import { isHeader, senderOf } from './mail-programs.ts';

/** Who sent a text, as far as it is known: what a header block of theirs may name. */
export type Sender = {
  readonly names: readonly string[];
  /** The e-mail address that the message came from. */
  readonly address: string | null;
};

/**
 * Parts the lines of a message at the first header block (`From:`, `Sent:`, `To:`, …) that names
 * another sender than theirs: what stands below is not their own words.
 */
export function partedAtOtherSender(
  lines: readonly string[],
  sender: Sender,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const at = lines.findIndex((line, index) => {
    const named = senderOf(line);
    const inBlock = isHeader(lines[index - 1] ?? '') || isHeader(lines[index + 1] ?? '');
    return named !== null && inBlock && !isTheirs(named, sender);
  });
  if (at === -1) return { before: lines, after: [] };
  return { before: lines.slice(0, at), after: lines.slice(at) };
}

function isTheirs(named: string, { names, address }: Sender): boolean {
  if (address !== null && named.toLowerCase().includes(address.toLowerCase())) return true;
  const parts = new Set(names.flatMap((name) => partsOf(name)));
  return partsOf(named).some((part) => parts.has(part));
}

const partsOf = (name: string): readonly string[] =>
  wordsOf(fold(name))
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 1);
