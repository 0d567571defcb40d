import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { done, id, instant, lineOf } from './shapes.ts';

const longestPassword = 128;
const longestCode = 40;
const longestName = 60;
/** An id of a passkey has at most 1023 bytes (WebAuthn, level 3). */
const credentialId = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/);
const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]*$/);

/** What a browser answers when a passkey signed. */
export const passkeyAnswer = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(8000),
    userHandle: base64url(100).optional(),
  }),
});

const newPasskeyAnswer = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(40_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .optional(),
  }),
});

const options = z.object({ options: z.record(z.string(), z.unknown()) });

const present = z.string().min(1, 'missing').max(longestPassword).nullable().default(null);
const code = z.string().trim().max(longestCode).nullable().default(null);

/** One's own passkeys. */
export const listPasskeys = endpoint({
  name: 'account.passkeys',
  method: 'GET',
  path: '/api/account/passkeys',
  right: null,
  shows: 'nobody',
  summary: 'Your passkeys, and whether the address of this installation can have any.',
  input: z.strictObject({}),
  output: z.object({
    possible: z.boolean(),
    passkeys: z.array(
      z.object({ id, name: z.string(), addedAt: instant, usedAt: instant.nullable() }),
    ),
  }),
});

/** What a browser needs to have one of one's own passkeys sign. */
export const beginPasskeyProof = endpoint({
  name: 'account.begin-passkey-proof',
  method: 'POST',
  path: '/api/account/passkeys/proof',
  right: null,
  shows: 'nobody',
  summary: 'A challenge for one of your passkeys, to show again who you are.',
  whileClockInDoubt: true,
  input: z.strictObject({}),
  output: options,
});

/** What a browser needs to have a passkey made. */
export const beginPasskey = endpoint({
  name: 'account.begin-passkey',
  method: 'POST',
  path: '/api/account/passkeys/begin',
  right: null,
  shows: 'nobody',
  summary: 'A challenge for a new passkey, by the present password and app, or by a passkey.',
  whileClockInDoubt: true,
  input: z.strictObject({ present, code, passkey: passkeyAnswer.nullable().default(null) }),
  output: options,
});

/** A passkey that a browser made. */
export const addPasskey = endpoint({
  name: 'account.add-passkey',
  method: 'POST',
  path: '/api/account/passkeys',
  right: null,
  shows: 'nobody',
  summary: 'Keep a passkey that the browser made, under a name.',
  whileClockInDoubt: true,
  input: z.strictObject({
    name: lineOf({ least: 1, most: longestName }),
    answer: newPasskeyAnswer,
  }),
  output: done,
});

/** Removes a passkey. */
export const removePasskey = endpoint({
  name: 'account.remove-passkey',
  method: 'POST',
  path: '/api/account/passkeys/:passkeyId/remove',
  right: null,
  shows: 'nobody',
  summary: 'Remove one of your passkeys by the present password or a passkey.',
  whileClockInDoubt: true,
  input: z.strictObject({
    passkeyId: id,
    present,
    passkey: passkeyAnswer.nullable().default(null),
  }),
  output: done,
});
