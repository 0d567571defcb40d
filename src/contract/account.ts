import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { passkeyAnswer } from './passkeys.ts';
import { done, id, instant } from './shapes.ts';

/** Longer than any sentence a person would type; what is hashed has to end somewhere. */
const longestPassword = 128;

/** A password as typed: nothing is cut off at its ends. */
const password = z.string().min(1, 'missing').max(longestPassword);

/** One's own sign-ins, the last used first. */
export const listSignIns = endpoint({
  name: 'account.sign-ins',
  method: 'GET',
  path: '/api/account/sign-ins',
  right: null,
  shows: 'nobody',
  summary: 'Where one is signed in: since when, last used, from which address and browser.',
  input: z.strictObject({}),
  output: z.object({
    signIns: z.array(
      z.object({
        id,
        begunAt: instant,
        usedAt: instant,
        address: z.string().nullable(),
        browser: z.string().nullable(),
        /** The one that asks. */
        present: z.boolean(),
      }),
    ),
  }),
});

/** Ends one of one's own sign-ins. */
export const endOwnSignIn = endpoint({
  name: 'account.end-sign-in',
  method: 'POST',
  path: '/api/account/sign-ins/:signInId/end',
  right: null,
  shows: 'nobody',
  summary: 'End one of your sign-ins; its live stream ends with it.',
  whileClockInDoubt: true,
  input: z.strictObject({ signInId: id }),
  output: done,
});

/** Ends all of one's own sign-ins but the one that asks. */
export const endOtherSignIns = endpoint({
  name: 'account.end-other-sign-ins',
  method: 'POST',
  path: '/api/account/sign-ins/end-others',
  right: null,
  shows: 'nobody',
  summary: 'End all of your sign-ins except the one that asks.',
  whileClockInDoubt: true,
  input: z.strictObject({}),
  output: z.object({ ended: z.number() }),
});

/** A new password in place of one's own. */
export const changePassword = endpoint({
  name: 'account.change-password',
  method: 'POST',
  path: '/api/account/password',
  right: null,
  shows: 'nobody',
  summary: 'Change your password by naming the present one; all your other sign-ins end.',
  whileClockInDoubt: true,
  input: z.strictObject({ present: password, next: password }),
  output: z.object({ ended: z.number() }),
});

/** How it stands with one's own second factor. */
export const readSecondFactor = endpoint({
  name: 'account.second-factor',
  method: 'GET',
  path: '/api/account/second-factor',
  right: null,
  shows: 'nobody',
  summary: 'Since when an authenticator app is set up, how many recovery codes are left.',
  input: z.strictObject({}),
  output: z.object({
    enrolledAt: instant.nullable(),
    codesLeft: z.number(),
    /** How many passkeys one has. */
    passkeys: z.number(),
    /** Whether one of your roles demands it. */
    demanded: z.boolean(),
  }),
});

/** A secret for an authenticator app. */
export const beginSecondFactor = endpoint({
  name: 'account.begin-second-factor',
  method: 'POST',
  path: '/api/account/second-factor',
  right: null,
  shows: 'nobody',
  summary: 'Draw a secret for an authenticator app (TOTP) by all factors you have.',
  whileClockInDoubt: true,
  input: z.strictObject({
    present: password.nullable().default(null),
    /** Of the app in force, or a recovery code; null where none is set up. */
    code: z.string().trim().max(40).nullable().default(null),
    /** In place of both: one of the person's passkeys signed. */
    passkey: passkeyAnswer.nullable().default(null),
  }),
  output: z.object({ secret: z.string(), uri: z.string() }),
});

/** A secret that was drawn and is not wanted. */
export const cancelSecondFactor = endpoint({
  name: 'account.cancel-second-factor',
  method: 'POST',
  path: '/api/account/second-factor/cancel',
  right: null,
  shows: 'nobody',
  summary: 'Drop a secret that waits for its first code; the app in force stays.',
  whileClockInDoubt: true,
  input: z.strictObject({}),
  output: done,
});

/** The first code of an authenticator app. */
export const confirmSecondFactor = endpoint({
  name: 'account.confirm-second-factor',
  method: 'POST',
  path: '/api/account/second-factor/confirm',
  right: null,
  shows: 'nobody',
  summary: 'Put the app in force by its first code; answers recovery codes, which are shown once.',
  whileClockInDoubt: true,
  input: z.strictObject({ code: z.string().trim().min(1, 'missing').max(40) }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
});
