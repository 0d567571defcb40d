import type { Refusal, RefusalCode } from '#kernel/refusal.ts';

/** HTTP status and title of every refusal: a code without a row does not compile. */
const rows: Record<RefusalCode, { readonly status: number; readonly title: string }> = {
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'That is not right' },
  'second-factor-needed': { status: 401, title: 'A code is needed too' },
  'wrong-code': { status: 401, title: 'The code is not right' },
  'wrong-passkey': { status: 401, title: 'The passkey is not right' },
  'provider-needed': { status: 401, title: 'Sign in by the identity provider' },
  'provider-away': { status: 503, title: 'The identity provider cannot be reached' },
  'too-many-tries': { status: 429, title: 'Too many tries' },
  'not-allowed': { status: 403, title: 'Your role does not include this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'invalid-input': { status: 400, title: 'Some fields are not right' },
  conflict: { status: 409, title: 'It has changed meanwhile' },
  'contact-refused': { status: 409, title: 'The rules do not allow this contact now' },
  'clock-in-doubt': { status: 503, title: 'The time is in doubt' },
  'gate-unavailable': { status: 503, title: 'It cannot be told now who may be contacted' },
  'connection-failed': { status: 409, title: 'The connection test failed' },
  'not-verified': { status: 409, title: 'Verify the person first' },
  'already-done': { status: 409, title: 'This was done already' },
  'transition-not-allowed': { status: 409, title: 'The case cannot go there from here' },
  'authority-exceeded': { status: 403, title: 'This is above your authority' },
  'not-the-customer': { status: 403, title: 'Only the customer can say this' },
  'beyond-accounts': { status: 403, title: 'This person is tied to some accounts only' },
  'amount-mismatch': { status: 400, title: 'The amounts do not add up' },
  'step-missing': { status: 409, title: 'Something must come first' },
  'too-large': { status: 413, title: 'Too large' },
  'too-heavy': { status: 422, title: 'More work than one request may ask for' },
  'storage-full': { status: 413, title: 'Too many files wait to be imported' },
  busy: { status: 429, title: 'Too much is being worked on' },
  unreadable: { status: 422, title: 'The file cannot be read' },
  'cannot-undo': { status: 409, title: 'This can no longer be taken back' },
  'taken-by-another': { status: 409, title: 'Somebody else works on this' },
  'second-person-needed': { status: 403, title: 'Whoever proposed this cannot answer it' },
};

/** A refusal as RFC 9457 problem details; `instance` is the request id. */
export function problemOf(refusal: Refusal, instance: string) {
  const { status, title } = rows[refusal.code];
  return { type: `/problems/${refusal.code}`, title, status, instance, ...refusal.facts };
}
