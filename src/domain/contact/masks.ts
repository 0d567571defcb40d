import { parsePhone } from '#kernel/phone.ts';

const hidden = '•••';

/** A phone number with only its country code and last four digits: `+1 ••• ••• 0142`. */
function maskedPhone(value: string): string {
  const end = value.slice(-4);
  const phone = parsePhone(value, null);
  const national = typeof phone === 'string' ? 0 : nationalLength(value, phone.country);
  const code = national > 0 ? value.slice(0, value.length - national) : '+';
  return `${code} ${hidden} ${hidden} ${end}`;
}

/** Digits after the country code: of the countries we collect in, else a guess that hides more. */
function nationalLength(value: string, country: string | null): number {
  if (country === 'US' || country === 'CA' || country === 'MX' || country === 'GB') return 10;
  if (country === 'IL' || country === 'ES') return 9;
  return value.length - 3;
}

/** A point of contact as shown on a screen: enough to tell two apart, not enough to use one. */
export function maskedPoint(kind: string, value: string): string {
  if (kind === 'mobile' || kind === 'landline') return maskedPhone(value);
  if (kind === 'email') {
    const [name = '', domain = ''] = value.split('@');
    return `${name.slice(0, 1)}${hidden}@${domain}`;
  }
  return `${value.slice(0, 2)}${hidden}`;
}

/** A reference whose end is a verification question: shown without it until that was asked. */
export function maskedReference(reference: string): string {
  return reference.length > 4 ? `${reference.slice(0, -4)}••••` : '••••';
}
