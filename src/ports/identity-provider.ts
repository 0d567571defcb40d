import type { Role } from '#domain/workforce/rights.ts';

/** What the browser of whoever is on the way to the provider keeps, and nobody else. */
export type ProviderSecrets = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Whom a provider says somebody is, in a token whose signature, issuer, audience and times hold. */
export type ProviderClaims = {
  readonly subject: string;
  /** Null where the provider names none, or does not say that it is verified. */
  readonly verifiedEmail: string | null;
  /** Whether it says that more than one factor was shown (RFC 8176: `mfa`). */
  readonly hasTwoFactors: boolean;
};

/** The identity provider (OpenID Connect) of an installation. */
export type IdentityProvider = {
  readonly issuer: string;
  /** Whose people sign in by it and no other way. */
  readonly demandedOf: readonly Role[];
  /** Where to send a browser, with what it has to keep. */
  readonly begin: () => Promise<{ readonly url: string; readonly kept: ProviderSecrets }>;
  /** What came back at our address; `wrong` is the code of what did not hold, for the operator. */
  readonly finish: (
    cameTo: string,
    kept: ProviderSecrets,
  ) => Promise<ProviderClaims | { readonly wrong: string }>;
};
