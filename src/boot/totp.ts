import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 4648; what authenticator apps take a secret in. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bitsPerCharacter = 5;
const bitsPerByte = 8;
/** 160 bits, as long as the hash (RFC 4226, section 4). */
const secretBytes = 20;
const stepMs = 30_000;
const digits = 6;
/** A clock that goes wrong by one step, or a code typed as it changes. */
const tolerance = [0, -1, 1];

/** Bytes as Base32 without padding. */
export function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(bitsPerByte, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => alphabet[Number.parseInt(group.padEnd(bitsPerCharacter, '0'), 2)])
    .join('');
}

/** A new secret for an authenticator app. */
export function newTotpSecret(): string {
  return base32(randomBytes(secretBytes));
}

/** The code of a secret at a step of time (RFC 6238 with SHA-1, six digits, 30 seconds). */
export function totpAt(secret: string, step: number): string {
  const bits = [...secret]
    .map((one) => alphabet.indexOf(one).toString(2).padStart(bitsPerCharacter, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(bitsPerByte);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step of time that a code stands for, now or one step aside; null for a wrong one. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const step = Math.floor(nowMs / stepMs);
  const found = tolerance
    .map((aside) => step + aside)
    .filter((one) => timingSafeEqual(Buffer.from(totpAt(secret, one)), Buffer.from(code)));
  return found[0] ?? null;
}
