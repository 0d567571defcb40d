/** What is asked of the outside, where an administrator chooses who serves. */
export const portNames = ['telephony', 'messages', 'documents', 'files'] as const;
export type PortName = (typeof portNames)[number];

/**
 * What one choice is for: a port, and the part of it (`scope`), which is empty for all of it and a
 * channel for messages. A choice for one portfolio will be a longer scope.
 */
export type Slot = { readonly port: PortName; readonly scope: string };

const scopes = {
  telephony: [''],
  messages: ['sms', 'email', 'letter', 'chat'],
  documents: [''],
  files: [''],
} as const satisfies Readonly<Record<PortName, readonly string[]>>;

/** Every choice there is. */
export const slots: readonly Slot[] = portNames.flatMap((port) =>
  scopes[port].map((scope) => ({ port, scope })),
);

/** A choice as one word: `telephony`, `messages/sms`. */
export function slotName({ port, scope }: Slot): string {
  return scope === '' ? port : `${port}/${scope}`;
}

/** Why a connection does not serve. */
export const checkFailures = [
  'unreachable',
  'refused',
  'too-slow',
  'wrong-answer',
  'not-writable',
  'closed',
  'secret-unreadable',
  'adapter-missing',
  'settings-wrong',
  'cannot-connect',
] as const;
export type CheckFailure = (typeof checkFailures)[number];
