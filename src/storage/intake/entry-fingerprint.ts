import { createHash } from 'node:crypto';

/** One value of all that is told of a movement, in its order: equal when every part is. */
export function fingerprintOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(parts.map(String).join('\x1f')).digest('base64url');
}
