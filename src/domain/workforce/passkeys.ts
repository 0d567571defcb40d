/**
 * For what a challenge was drawn: signing in without a password, the step after a password, showing
 * again who one is on one's own account, adding a passkey, and the way to the identity provider.
 */
export type ChallengePurpose =
  | 'passkey-sign-in'
  | 'passkey-step'
  | 'passkey-own'
  | 'passkey-add'
  | 'provider';

/** Minutes for which a challenge is answered: as long as a browser waits for a finger. */
export const challengeMinutes = 5;

/** Passkeys of one person: a few devices and a key in the safe. */
export const mostPasskeys = 10;

/** A passkey as it is kept. */
export type Passkey = {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** What a browser answers when an authenticator signed (WebAuthn, base64url). */
export type PasskeyAnswer = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle?: string | undefined;
  };
};

/** What a browser answers when an authenticator made a passkey. */
export type NewPasskeyAnswer = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports?: readonly string[] | undefined;
  };
};
