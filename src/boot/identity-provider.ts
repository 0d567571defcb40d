import type { Configuration } from 'openid-client';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import { codeOf } from './cannot-start.ts';
import type { ProviderSettings } from './provider-config.ts';

/** Read when somebody signs in by it. */
const library = () => import('openid-client');

const scope = 'openid email profile';

/** Sign-in by an identity provider: code with PKCE, state and nonce (decision 0045). */
export function makeIdentityProvider(
  { issuer, clientId, clientSecret, demandedOf }: ProviderSettings,
  publicUrl: string,
): IdentityProvider {
  const redirectUri = `${publicUrl}/api/auth/oidc/callback`;
  const known: { configuration: Configuration | null } = { configuration: null };
  const configuration = async () => {
    const { allowInsecureRequests, discovery } = await library();
    // Without https only on this machine, as the settings see to.
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    const options = { execute, timeout: 10 };
    known.configuration ??= await discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      undefined,
      options,
    );
    return known.configuration;
  };
  return {
    issuer,
    demandedOf,
    begin: async () => {
      const openid = await library();
      const kept = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const url = openid.buildAuthorizationUrl(await configuration(), {
        ...{ redirect_uri: redirectUri, scope, state: kept.state, nonce: kept.nonce },
        code_challenge: await openid.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, kept };
    },
    finish: async (cameTo, { state, nonce, verifier }) => {
      const { authorizationCodeGrant } = await library();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      try {
        const tokens = await authorizationCodeGrant(
          await configuration(),
          new URL(cameTo, publicUrl),
          { ...checks, idTokenExpected: true },
        );
        const claims = tokens.claims();
        if (!claims) return { wrong: 'no-token' };
        const { email, email_verified: isVerified, amr } = claims;
        return {
          subject: claims.sub,
          verifiedEmail: isVerified === true && typeof email === 'string' ? email : null,
          hasTwoFactors: Array.isArray(amr) && amr.includes('mfa'),
        };
      } catch (error) {
        return { wrong: codeOf(error) || 'unknown' };
      }
    },
  };
}
