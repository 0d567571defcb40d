import { networkOf } from '#domain/workforce/network-of.ts';
import { accountOf } from '#domain/workforce/sign-in-rules.ts';
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

/**
 * For one account at all unknown networks together, which one stranger can use up for the others:
 * the wait stays short enough to sit out, and lets fewer than three thousand guesses a day through.
 */
const atStrangers: Waits = { free: 50, firstSeconds: 1, longestSeconds: 30 };

/** From where somebody tries to sign in. */
export type TriedFrom = {
  /** Secrets by which the device says it signed in before: one for each person who uses it. */
  readonly devices: readonly string[];
  /** The network address. */
  readonly address: string;
};

/** The network a try came from, as one place: whoever has an IPv6 address has its whole /64. */
export function networkPlace({ address }: TriedFrom): Buffer {
  return hashOfText(`address ${networkOf(address)}`);
}

/** By which of its secrets a device is known to a user, who has signed in by it before. */
export async function knownDevice(
  app: App,
  userId: string,
  { devices }: TriedFrom,
): Promise<string | null> {
  for (const secret of devices) {
    if (await isKnownDevice(app.db, userId, hashOfText(secret))) return secret;
  }
  return null;
}

/**
 * The places at which a try counts: a known device alone; a network that the user has signed in from
 * alone; else all strangers together and the network, alike for every account and for none, so that
 * nobody learns from the waits which accounts there are.
 */
export async function placesOf(app: App, email: string, from: TriedFrom) {
  const userId = await userIdOfEmail(app.db, accountOf(email));
  const network = { place: networkPlace(from), waits: here };
  if (userId !== undefined) {
    const device = await knownDevice(app, userId, from);
    if (device !== null) return [{ place: hashOfText(device), waits: here }];
    if (await isKnownDevice(app.db, userId, network.place)) return [network];
  }
  return [{ place: hashOfText('strangers'), waits: atStrangers }, network];
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
