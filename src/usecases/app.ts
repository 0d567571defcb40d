import type { Kysely, Transaction } from 'kysely';
import type { Decision } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import type { PlaceLaw } from '#domain/gate/place-law.ts';
import type { UploadRules } from '#domain/intake/upload-rules.ts';
import type { KnownPolicy } from '#domain/policy/portfolio-policy.ts';
import type { Utterance } from '#domain/simulation/speech.ts';
import { type Actor, may, type Right } from '#domain/workforce/rights.ts';
import type { SignInRules } from '#domain/workforce/sign-in-rules.ts';
import type { ClockWatch } from '#kernel/clock-watch.ts';
import type { IdMaker } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Clock, dateIn, type Instant, instantOf, type LocalDate } from '#kernel/time.ts';
import type { Anchors } from '#ports/anchors.ts';
import type { Connections, Vault } from '#ports/connections.ts';
import type { Documents } from '#ports/documents.ts';
import type { Files } from '#ports/files.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { InWorker } from '#ports/in-worker.ts';
import type { Messages } from '#ports/messages.ts';
import type { Passkeys } from '#ports/passkeys.ts';
import type { ReplayCrew } from '#ports/replay-crew.ts';
import type { CallId, Telephony } from '#ports/telephony.ts';
import type { TextVault } from '#ports/text-vault.ts';
import type { DB } from '#storage/tables.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Passwords and sign-ins, which belong to the sign-in library and its tables. */
export type Identity = {
  /** How long a sign-in lasts. */
  readonly rules: SignInRules;
  /** A password that nobody can guess. */
  readonly newPassword: () => string;
  /** Sets the password of a user, in the caller's transaction. */
  readonly setPassword: (tx: Tx, userId: string, password: string) => Promise<void>;
  /** Whether a text is the password of a user. */
  readonly isPassword: (db: Db, userId: string, password: string) => Promise<boolean>;
  /** Passwords that many people have, in small letters: nobody here may. */
  readonly commonPasswords: () => ReadonlySet<string>;
  /** A secret for an authenticator app, in the letters that are typed into it. */
  readonly newTotpSecret: () => string;
  /** The step of time that a code of an app stands for now; null for a wrong one. */
  readonly stepOfCode: (secret: string, code: string) => number | null;
  /** A code that lets somebody in once, in groups that can be read out. */
  readonly newRecoveryCode: () => string;
  /** The identity provider of this installation, if it has one. */
  readonly provider: IdentityProvider | null;
  /** Passkeys for the address that people type. */
  readonly passkeys: Passkeys;
};

/** A server process as the others know it. */
export type Instance = {
  /** Drawn at start; another one when the others took this process for dead. */
  id: string;
  /** For people: the machine and the process. */
  readonly name: string;
};

/** A figure of the running process, told by the part of it that knows. */
export type GaugeName =
  | 'uptimeSeconds'
  | 'residentBytes'
  | 'heapBytes'
  | 'liveReaders'
  /** Live streams ended since the start because nobody read them. */
  | 'liveLetGo'
  /** Number of the last event that the live reader has passed on. */
  | 'outboxSeq';

/** Everything a use case may reach: made once in `boot`, made anew by every test. */
export type App = {
  readonly db: Db;
  /** The same database for what takes long, with connections of its own: reports, checks, exports. */
  readonly slowDb: Db;
  readonly clock: Clock;
  /** This process among those that share the database. */
  readonly instance: Instance;
  readonly newId: IdMaker;
  /** The one gate: pure, over the rule packs found at start. */
  readonly gate: {
    readonly packs: readonly Pack[];
    /** What the packs say of people and debts, by place. */
    readonly law: PlaceLaw;
    readonly decide: (facts: Facts) => Decision;
    /** SHA-256 of the sources of each pack, hexadecimal, by its id; of the engine as `DUNLIN`. */
    readonly hashes: Readonly<Record<string, string>>;
  };
  /** How far the clock is to be trusted; null where it stands for another time than the database's. */
  readonly clockWatch: ClockWatch | null;
  readonly telephony: Telephony;
  /** Says words on a call of the simulated network, where voice is text; on others nothing. */
  readonly speak: (callId: CallId, utterance: Utterance) => void;
  readonly documents: Documents;
  /** Decides past contacts again, on as many processors as there are. */
  readonly replay: ReplayCrew;
  /** Written contact: SMS, e-mail, letters, chat. */
  readonly messages: Messages;
  readonly tenantId: string;
  /** The policy of each portfolio that this process has read, by the portfolio's id. */
  readonly policies: Map<string, KnownPolicy>;
  /** How long files that were sent are kept, and how much of them. */
  readonly uploadRules: UploadRules;
  /** Work on what came from outside, beside the main thread and with a deadline. */
  readonly inWorker: InWorker;
  /** Files that people handed over, kept while they are needed. */
  readonly files: Files;
  /** Which adapters serve the ports, and how they are. */
  readonly connections: Connections;
  /** Keeps the secrets of connections. */
  readonly vault: Vault;
  /** Keeps words that tell of health or need. */
  readonly texts: TextVault;
  readonly identity: Identity;
  /** Where the ends of the chain of seals are kept outside of the database; null: nowhere. */
  readonly anchors: Anchors | null;
  /** Figures of this process; a part that does not run in it has none. */
  readonly gauges: Map<GaugeName, () => number>;
  /** Files that this process receives now: whose each is, and the room that is held for it. */
  readonly arriving: Set<{ readonly userId: string | null; readonly bytes: bigint }>;
};

/** The instant now, by the injected clock. */
export function now(app: App): Instant {
  return instantOf(app.clock());
}

/** The date now on the wall of a zone. */
export function today(app: App, zone: string): LocalDate {
  return dateIn(zone, app.clock());
}

/** Throws `not-allowed` unless the actor holds the right on that portfolio (or on any). */
export function allow(actor: Actor, right: Right, portfolioId?: string): void {
  if (!may(actor, right, portfolioId)) throw new Refusal('not-allowed', { right });
}

/** The product itself as an actor. */
export const systemActor: Actor = { kind: 'system', userId: null };
