import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { Passkey } from '#domain/workforce/passkeys.ts';
import { challengeMinutes } from '#domain/workforce/passkeys.ts';
import type { Passkeys } from '#ports/passkeys.ts';

/** Read when somebody uses a passkey: half a second that a start need not take. */
const library = () => import('@simplewebauthn/server');

/** EdDSA, ES256 and RS256 (COSE), which every browser and key knows. */
const supportedAlgorithmIDs = [-8, -7, -257];

const challengeBytes = 32;
const timeout = challengeMinutes * 60_000;

/** Passkeys for the address that people type (decision 0044). */
export function makePasskeys(publicUrl: string): Passkeys {
  const { hostname, origin } = new URL(publicUrl);
  const rpID = hostname;
  const expected = { expectedOrigin: origin, expectedRPID: rpID };
  return {
    isPossible: isIP(hostname.replace(/^\[|\]$/g, '')) === 0,
    newChallenge: () => randomBytes(challengeBytes).toString('base64url'),
    challengeOf: ({ response }) => challengeIn(response.clientDataJSON),
    creationOptions: async (challenge, { userId, email, name }, kept) => ({
      ...(await (
        await library()
      ).generateRegistrationOptions({
        supportedAlgorithmIDs,
        ...{ rpName: 'Dunlin', rpID, timeout, challenge: bytesOf(challenge) },
        ...{ userID: bytesOf(userId, 'utf8'), userName: email, userDisplayName: name },
        excludeCredentials: namedOf(kept),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      })),
    }),
    requestOptions: async (challenge, among) => ({
      ...(await (
        await library()
      ).generateAuthenticationOptions({
        ...{ rpID, timeout, challenge: bytesOf(challenge) },
        // A known key after a password need not ask for a PIN; alone it has to.
        userVerification: among ? 'preferred' : 'required',
        ...(among ? { allowCredentials: namedOf(among) } : {}),
      })),
    }),
    checkCreation: async (answer, expectedChallenge) => {
      const { transports, ...response } = answer.response;
      const told = { ...answer, response, clientExtensionResults: {} };
      const check = { ...expected, response: told, expectedChallenge };
      const { verifyRegistrationResponse } = await library();
      const made = await verifyRegistrationResponse({
        ...{ ...check, supportedAlgorithmIDs, requireUserVerification: false },
      }).catch(() => null);
      if (!made?.verified) return null;
      const { id: credentialId, publicKey, counter } = made.registrationInfo.credential;
      const key = Buffer.from(publicKey);
      return { credentialId, publicKey: key, counter, transports: transports ?? [] };
    },
    checkAnswer: async (answer, expectedChallenge, passkey, requireUserVerification) => {
      const { userHandle, ...response } = answer.response;
      const told = { ...response, ...(userHandle === undefined ? {} : { userHandle }) };
      const { credentialId: id, counter } = passkey;
      const { verifyAuthenticationResponse } = await library();
      const signed = await verifyAuthenticationResponse({
        ...{ ...expected, expectedChallenge, requireUserVerification },
        response: { ...answer, response: told, clientExtensionResults: {} },
        credential: { id, counter, publicKey: new Uint8Array(passkey.publicKey) },
      }).catch(() => null);
      return signed?.verified ? signed.authenticationInfo.newCounter : null;
    },
  };
}

function bytesOf(text: string, encoding: 'base64url' | 'utf8' = 'base64url') {
  return new Uint8Array(Buffer.from(text, encoding));
}

function namedOf(passkeys: readonly Passkey[]) {
  return passkeys.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] }));
}

/** What a browser says it signed; the signature over it is checked afterwards. */
function challengeIn(clientDataJson: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    if (typeof data !== 'object' || data === null || !('challenge' in data)) return null;
    return typeof data.challenge === 'string' ? data.challenge : null;
  } catch {
    return null;
  }
}
