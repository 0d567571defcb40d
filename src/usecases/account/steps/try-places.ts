import {
  forgetTries,
  hashOfText,
  isKnownDevice,
  type Waits,
} from '#storage/account/sign-in-tries.ts';
import { userIdOfEmail } from '#storage/workforce/users.ts';
import type { App, Tx } from '#usecases/app.ts';

/** For one account at one device or address: five tries, then half a minute, doubled each time. */
export const here: Waits = { free: 5, firstSeconds: 30, longestSeconds: 3600 };

/** For one account at all unknown devices together, which one stranger can use up for the others. */
const atStrangers: Waits = { free: 50, firstSeconds: 30, longestSeconds: 900 };

/** From where somebody tries to sign in. */
export type TriedFrom = {
  /** The secret of a device that has signed in before, from its cookie; null without one. */
  readonly device: string | null;
  /** The network address. */
  readonly address: string;
};

/** An address as accounts are counted and found by it. */
export function accountOf(email: string): string {
  return email.trim().toLowerCase();
}

/** The places at which a try counts: a known device alone, or an address and all strangers. */
export async function placesOf(app: App, email: string, { device, address }: TriedFrom) {
  const userId = await userIdOfEmail(app.db, accountOf(email));
  const secret = device === null ? null : hashOfText(device);
  if (userId !== undefined && secret !== null && (await isKnownDevice(app.db, userId, secret))) {
    return [{ place: secret, waits: here }];
  }
  return [
    { place: hashOfText(`address ${address}`), waits: here },
    { place: hashOfText('strangers'), waits: atStrangers },
  ];
}

/** A try was right: what failed before it at the same place is forgotten. */
export async function forgiveTries(
  app: App,
  tx: Tx,
  email: string,
  from: TriedFrom,
): Promise<void> {
  const places = (await placesOf(app, email, from)).map(({ place }) => place);
  await forgetTries(tx, hashOfText(accountOf(email)), places);
}
