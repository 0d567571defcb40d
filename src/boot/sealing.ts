import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a text with AES-256-GCM (NIST SP 800-38D) under a key of 32 bytes: nonce, tag, sealed bytes.
 * `about` is further data: the text opens only with the same.
 */
export function sealText(key: Buffer, text: string, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
}

/** The text that was sealed; null under another key, about something else, or changed. */
export function openText(key: Buffer, bytes: Buffer, about: string): string | null {
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = [opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    return null;
  }
}
