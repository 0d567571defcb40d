import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { z } from 'zod';
import { type addPasskey, beginPasskeyProof, type passkeyAnswer } from '#contract/passkeys.ts';
import { ApiProblem, call, type InputOf } from '#web/ui/client/api.ts';

/** What the browser is given as it is. */
type Options = { readonly [name: string]: unknown };

/** Whether this browser, at this address, can have a passkey sign. */
export function canUsePasskeys(): boolean {
  const isAddressOfNumbers = /^[\d.]+$|^\[/.test(location.hostname);
  return window.isSecureContext && 'PublicKeyCredential' in window && !isAddressOfNumbers;
}

/** Has a passkey sign what the server drew. The library is loaded when it is needed. */
export async function signWithPasskey(options: Options): Promise<z.input<typeof passkeyAnswer>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const { id, rawId, type, response } = await startAuthentication({ optionsJSON }).catch(refuse);
  return { id, rawId, type, response };
}

/** Shows again who one is, by a passkey of one's own. */
export async function proveByPasskey(): Promise<z.input<typeof passkeyAnswer>> {
  const { options } = await call(beginPasskeyProof, {});
  return signWithPasskey(options);
}

/** Has the browser make a passkey for what the server drew. */
export async function makePasskey(options: Options): Promise<InputOf<typeof addPasskey>['answer']> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { id, rawId, type, response } = await startRegistration({ optionsJSON }).catch(refuse);
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}

/** The browser's own no: somebody closed its window, has no such key, or has this one already. */
function refuse(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  const refused = 400;
  throw new ApiProblem(
    name === 'InvalidStateError' ? 'passkey-known' : 'passkey-cancelled',
    refused,
  );
}
