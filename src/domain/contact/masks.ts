import { callingCodeOf } from '#kernel/phone.ts';

const hidden = '•••';

/** The last digits that are shown of a number; of a short one at most half. */
const shownDigits = 4;

/** A phone number with only its country code and last digits: `+1 ••• ••• 0142`. */
function maskedPhone(value: string): string {
  const code = callingCodeOf(value);
  const national = value.slice(1 + code.length);
  const shown = Math.min(shownDigits, Math.floor(national.length / 2));
  return `+${code} ${hidden} ${hidden} ${national.slice(national.length - shown)}`;
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
