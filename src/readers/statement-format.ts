/** A kind of bank or payments file; those beside `camt` and `csv` are only known by name. */
export type StatementFormat = 'camt' | 'csv' | 'MT940' | 'OFX' | 'pain.008' | 'NACHA' | 'BAI2';

/** Knows a file by its beginning; null for a format without a name here. */
export function formatOf(first: Uint8Array): StatementFormat | null {
  const wide = first[0] === 0xff || first[0] === 0xfe || first[1] === 0;
  const text = new TextDecoder(wide ? wideLabel(first) : 'utf-8').decode(first, { stream: true });
  const head = text.slice(0, 20_000).trimStart();
  if (/^OFXHEADER|^<\?OFX|<OFX>/i.test(head)) return 'OFX';
  if (head.startsWith('<')) {
    if (/camt\.05[234]|<(?:\w+:)?BkToCstmr/.test(head)) return 'camt';
    return /pain\.008/.test(head) ? 'pain.008' : null;
  }
  if (/^(?:\{1:|:20:)|^:20:/m.test(head)) return 'MT940';
  // Records of 94 characters, a file header and then a batch header.
  if (/^101[ \d]{10}.{50,200}\r?\n5/.test(head)) return 'NACHA';
  if (/^01,[^,]*,[^,]*,\d{6},/.test(head)) return 'BAI2';
  if (head.includes('\0') || /^(?:PK|%PDF|\xD0\xCF)/.test(head)) return null;
  return /[,;\t|]/.test(head) ? 'csv' : null;
}

function wideLabel(first: Uint8Array): string {
  return first[0] === 0xfe ? 'utf-16be' : 'utf-16le';
}
