import type { NewPasskeyAnswer, Passkey, PasskeyAnswer } from '#domain/workforce/passkeys.ts';

/** What is handed to the browser as it is. */
export type PasskeyOptions = { readonly [name: string]: unknown };

/** Passkeys (WebAuthn) for the address that people type; nothing is kept here. */
export type Passkeys = {
  /** False where the address is a number: browsers take no passkey for one. */
  readonly isPossible: boolean;
  /** A challenge that nobody can guess. */
  readonly newChallenge: () => string;
  /** The challenge that an answer says it is for; null when it cannot be read. */
  readonly challengeOf: (answer: PasskeyAnswer | NewPasskeyAnswer) => string | null;
  /** How a browser has a passkey made; none on a device that has one already. */
  readonly creationOptions: (
    challenge: string,
    user: { readonly userId: string; readonly email: string; readonly name: string },
    kept: readonly Passkey[],
  ) => Promise<PasskeyOptions>;
  /** How a browser has a passkey sign: one of those given, or any that the person has for us. */
  readonly requestOptions: (
    challenge: string,
    among: readonly Passkey[] | null,
  ) => Promise<PasskeyOptions>;
  /** The passkey that was made for a challenge at our address; null when it was not. */
  readonly checkCreation: (
    answer: NewPasskeyAnswer,
    challenge: string,
  ) => Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'> | null>;
  /**
   * The counter of a passkey that signed a challenge at our address; null when it did not, or when
   * its counter did not go up. `mustVerify`: the device must have asked for a finger, a face or a PIN.
   */
  readonly checkAnswer: (
    answer: PasskeyAnswer,
    challenge: string,
    passkey: Passkey,
    mustVerify: boolean,
  ) => Promise<number | null>;
};
