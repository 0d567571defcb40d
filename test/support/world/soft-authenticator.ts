import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a test has an authenticator do otherwise than it should. */
export type Oddly = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether it asked for a finger, a face or a PIN. */
  readonly verified?: boolean;
  readonly counter?: number;
};

const hash = (text: string | Buffer) => createHash('sha256').update(text).digest();
const base64url = (bytes: Buffer) => bytes.toString('base64url');

/** CBOR (RFC 8949) as far as attestations need it: small numbers, texts, bytes and maps. */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (!(value instanceof Map)) throw new Error('cannot be written');
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

/** An authenticator with one passkey (ES256), for what a browser's own one cannot be made to do. */
export function softAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const state = { counter: 0 };
  const dataOf = (oddly: Oddly, type: string, options: { readonly challenge?: unknown }) => {
    const rpId = oddly.rpId ?? new URL(origin).hostname;
    state.counter = oddly.counter ?? state.counter + 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(state.counter);
    const userPresent = 1;
    const flags =
      userPresent | (oddly.verified === false ? 0 : 4) | (type === 'webauthn.create' ? 64 : 0);
    const challenge = oddly.challenge ?? options.challenge;
    const client = JSON.stringify({ type, challenge, origin: oddly.origin ?? origin });
    return {
      client: Buffer.from(client),
      authData: Buffer.concat([hash(rpId), Buffer.from([flags]), counter]),
    };
  };
  const named = { id: base64url(id), rawId: base64url(id), type: 'public-key' as const };
  return {
    /** Makes its passkey. */
    create: (options: { readonly challenge?: unknown }, oddly: Oddly = {}) => {
      const { client, authData } = dataOf(oddly, 'webauthn.create', options);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = new Map<number, unknown>([
        ...([
          [1, 2],
          [3, -7],
          [-1, 1],
        ] as const),
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const length = Buffer.from([0, id.length]);
      const data = Buffer.concat([authData, Buffer.alloc(16), length, id, cbor(key)]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]);
      const response = {
        clientDataJSON: base64url(client),
        attestationObject: base64url(cbor(attestation)),
        transports: ['internal'],
      };
      return { ...named, response };
    },
    /** Signs with its passkey. */
    sign: (options: { readonly challenge?: unknown }, oddly: Oddly = {}) => {
      const { client, authData } = dataOf(oddly, 'webauthn.get', options);
      const signature = sign('sha256', Buffer.concat([authData, hash(client)]), privateKey);
      const response = {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
      };
      return { ...named, response };
    },
  };
}
