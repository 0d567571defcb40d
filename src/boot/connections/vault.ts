import { hkdfSync } from 'node:crypto';
import type { Vault } from '#ports/connections.ts';
import { openText, sealText } from '../sealing.ts';

const keyBytes = 32;

/**
 * A vault over the secret of the installation. The key is derived from it for this use alone
 * (HKDF, RFC 5869); the use of a text is its further data.
 */
export function openVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'dunlin connections 1', keyBytes));
  return {
    seal: (text, about) => sealText(key, text, about).toString('base64'),
    open: (sealed, about) => openText(key, Buffer.from(sealed, 'base64'), about),
  };
}
