import { parsePhone } from '#kernel/phone.ts';
import { Refusal } from '#kernel/refusal.ts';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A kind of point of contact that people type in. */
export type TypedPointKind = 'mobile' | 'landline' | 'email' | 'app' | 'social';

/**
 * A number or address as somebody typed it, in its one form. Throws `invalid-input` for one that
 * cannot exist.
 */
export function readPoint(
  { kind, value }: { readonly kind: TypedPointKind; readonly value: string },
  country: string,
): { readonly kind: TypedPointKind; readonly value: string } {
  if (kind === 'app' || kind === 'social') return { kind, value: value.trim() };
  if (kind === 'email') {
    if (email.test(value)) return { kind, value: value.toLowerCase() };
    throw new Refusal('invalid-input', { problems: [{ path: 'value', message: 'not-an-e-mail' }] });
  }
  const phone = parsePhone(value, country);
  if (typeof phone === 'string') {
    throw new Refusal('invalid-input', { problems: [{ path: 'value', message: phone }] });
  }
  // The numbering plan knows better than the ear, where it tells mobiles from landlines.
  return { kind: phone.type === 'unknown' ? kind : phone.type, value: phone.e164 };
}
