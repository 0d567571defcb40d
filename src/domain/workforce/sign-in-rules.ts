import type { Owed, Role } from './rights.ts';

/** How long a sign-in lasts, and from whom more than a password is asked. */
export type SignInRules = {
  /** Minutes without a person at the screen after which a sign-in is over. */
  readonly idleMinutes: number;
  /** Hours after which a sign-in is over whatever happens. */
  readonly limitHours: number;
  /** Roles whose people must set up an authenticator app before anything else. */
  readonly secondFactorRoles: readonly Role[];
};

/** What NIST SP 800-63B asks at its second level: half an hour idle, half a day in all. */
export const usualSignInRules: SignInRules = {
  idleMinutes: 30,
  limitHours: 12,
  secondFactorRoles: [],
};

/** Who needs an authenticator app unless an installation says otherwise. */
export const usualSecondFactorRoles: readonly Role[] = ['administrator', 'compliance'];

/** Days after which a password that was drawn for somebody opens nothing any more. */
export const drawnPasswordDays = 7;

/** Why a sign-in ended. */
export const signOutReasons = [
  /** The person signed out. */
  'signed-out',
  /** Nobody was at the screen for too long. */
  'idle',
  /** It had lasted as long as a sign-in may. */
  'limit',
  /** The person ended it from another sign-in. */
  'ended',
  /** The password was changed elsewhere. */
  'password-changed',
  /** The same browser signed in anew. */
  'replaced',
  /** An administrator, or the command for a lost password, reset or deactivated the account. */
  'by-administrator',
] as const;

/** One of `signOutReasons`. */
export type SignOutReason = (typeof signOutReasons)[number];

/** How somebody showed who they are. */
export const signInMethods = ['password', 'totp', 'backup-code', 'passkey', 'oidc'] as const;

/** One of `signInMethods`. */
export type SignInMethod = (typeof signInMethods)[number];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Why a sign-in is over by its times; null while it lasts. */
export function whyOver(
  { begunAt, usedAt }: { readonly begunAt: string; readonly usedAt: string },
  { idleMinutes, limitHours }: SignInRules,
  nowMs: number,
): 'idle' | 'limit' | null {
  if (nowMs >= Date.parse(begunAt) + limitHours * hourMs) return 'limit';
  return nowMs >= Date.parse(usedAt) + idleMinutes * minuteMs ? 'idle' : null;
}

/** Whether a password that was drawn for somebody is too old to be taken. */
export function isLapsed(drawnAt: string | null, nowMs: number): boolean {
  return drawnAt !== null && nowMs >= Date.parse(drawnAt) + drawnPasswordDays * 24 * hourMs;
}

/** What a person owes before anything else opens; null for nothing. */
export function owedBy(
  {
    roles,
    passwordDrawnAt,
    hasSecondFactor,
    providerFactors,
  }: {
    readonly roles: readonly { readonly role: Role }[];
    readonly passwordDrawnAt: string | null;
    readonly hasSecondFactor: boolean;
    /** How many the identity provider saw; null for a sign-in by our own means. */
    readonly providerFactors: number | null;
  },
  { secondFactorRoles }: SignInRules,
): Owed | null {
  // Who comes by the provider needs no password here.
  if (passwordDrawnAt !== null && providerFactors === null) return 'password';
  const isDemanded = roles.some(({ role }) => secondFactorRoles.includes(role));
  const isShown = hasSecondFactor || providerFactors === 2;
  return isDemanded && !isShown ? 'second-factor' : null;
}

/** An e-mail address as accounts are counted and found by it. */
export function accountOf(email: string): string {
  return email.trim().toLowerCase();
}
