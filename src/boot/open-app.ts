import { randomBytes, randomFillSync } from 'node:crypto';
import { hostname } from 'node:os';
import type { MessageSimulation } from '#adapters/messages/pretend/simulation.ts';
import {
  type CallSimulation,
  isSimulated as isSimulatedNetwork,
} from '#adapters/telephony/pretend/simulation.ts';
import { createGate } from '#domain/gate/decide.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { placeLaw } from '#domain/gate/place-law.ts';
import { type UploadRules, usualUploadRules } from '#domain/intake/upload-rules.ts';
import type { Caller, Person } from '#domain/simulation/persona.ts';
import { type SignInRules, usualSignInRules } from '#domain/workforce/sign-in-rules.ts';
import { takeInOrder } from '#jobs/in-order.ts';
import { newClockWatch, watchedClock } from '#kernel/clock-watch.ts';
import { idMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import type { Anchors } from '#ports/anchors.ts';
import type { Settings } from '#ports/connections.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import type { InWorker } from '#ports/in-worker.ts';
import type { MessageEvent } from '#ports/messages.ts';
import type { VerifyRelease } from '#ports/released.ts';
import type { Cancel, Telephony, TelephonyEvent } from '#ports/telephony.ts';
import type { TextVault } from '#ports/text-vault.ts';
import { pretendPerson } from '#storage/simulation/people.ts';
import type { App, Db } from '#usecases/app.ts';
import { takeTelephonyEvent } from '#usecases/calls/take-telephony-event.ts';
import { replayAlone } from '#usecases/compliance/replay-alone.ts';
import { refreshConnections } from '#usecases/connections/refresh-connections.ts';
import { verifyRelease } from '#usecases/gate/verify-release.ts';
import { takeMessageEvent } from '#usecases/messages/take-message-event.ts';
import { type OpenConnections, openConnections } from './connections/open-connections.ts';
import { openVault } from './connections/vault.ts';
import { makeIdentity } from './identity.ts';
import { loadFolder } from './load-folder.ts';
import { packHashes } from './pack-hashes.ts';
import { type PasswordHash, usualPasswordHash } from './password-hash.ts';
import { replayCrew } from './replay-crew.ts';
import { newTextKeys, openTextVault } from './text-keys.ts';
import { type WorkerPool, workerPool } from './worker-pool.ts';

/** The one tenant of an installation; the columns are ready for more. */
export const tenantId = '00000000-0000-7000-8000-000000000001';

/** What an `App` is made of that differs between the running product and a test. */
export type AppParts = {
  readonly db: Db;
  /** Connections for what takes long; the same as `db` unless given. */
  readonly slowDb?: Db;
  /** Where the threads of a replay connect to; without it this process replays by itself. */
  readonly databaseUrl?: string;
  readonly clock: Clock;
  /** Loaded from the rule packs unless given. */
  readonly gate?: App['gate'];
  readonly after: (delayMs: number, run: () => void) => Cancel;
  /** Folder for files that are kept, where no other place was chosen; made when it is not there. */
  readonly uploads: string;
  /** The secret of the installation; without it, secrets of connections cannot be read. */
  readonly secret?: string;
  /** Keeps words that tell of health or need; without it, with keys that nobody has afterwards. */
  readonly texts?: TextVault;
  /** Where the ends of the chain of seals are kept; nowhere unless given. */
  readonly anchors?: Anchors;
  /** How long a sign-in lasts; as usual unless given. */
  readonly signInRules?: SignInRules;
  /** How passwords are kept; as the sign-in library does unless given. */
  readonly passwords?: PasswordHash;
  /** The identity provider; none unless given. */
  readonly provider?: IdentityProvider;
  /** The address that people type; without it, that of this machine. */
  readonly publicUrl?: string;
  /** How long files that were sent are kept, and how much; as usual unless given. */
  readonly uploadRules?: UploadRules;
  /** Where work on files and documents runs; in threads of its own unless given. */
  readonly inWorker?: InWorker;
  /** Settings of the simulated network. */
  readonly telephony: Settings;
  /** Settings of the simulated provider of messages; the usual ones unless given. */
  readonly messages?: Settings;
  /** Changes who is behind a number, for practice and for tests; by default nobody is changed. */
  readonly asPerson?: (person: Person) => Person;
  /** Whether nobody is contacted while this clock and the database's disagree; off by default. */
  readonly clockCheck?: boolean;
  /** A clock that nobody can set, in milliseconds; the machine's unless given. */
  readonly steady?: () => number;
  /** Told what went wrong where nobody asked: an event of a call that could not be kept. */
  readonly report: (error: unknown) => void;
};

type Pick = () => Promise<Caller | undefined>;

/** Who calls in on the simulated network, and how that is stopped. */
type Callers = { pick: Pick | null; stop: () => void };

/** What the simulated world can be made to do; null where something real serves. */
export type SimulatedWorld = {
  readonly calls: CallSimulation | null;
  readonly messages: MessageSimulation | null;
  /** Has customers chosen by `pick` call in, whenever a simulated network serves. */
  readonly letCallIn: (pick: Pick) => void;
};

/** The product with its plug-ins; `settled` waits for what adapters told and is being kept. */
export type OpenApp = {
  readonly app: App;
  readonly simulation: SimulatedWorld;
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Loads every rule pack, and what says which version of each is obeyed. */
export async function loadGate(): Promise<App['gate']> {
  const rulePacks = await loadFolder<Pack>(new URL('../rulepacks/', import.meta.url));
  const packs = [...rulePacks.values()];
  return { packs, law: placeLaw(packs), decide: createGate(packs), hashes: packHashes(rulePacks) };
}

/** Loads the plug-ins and connects everything. */
export async function openApp(parts: AppParts): Promise<OpenApp> {
  const gate = parts.gate ?? (await loadGate());
  const newId = idMaker(parts.clock, (bytes) => randomFillSync(bytes));
  const clockWatch = parts.clockCheck
    ? newClockWatch(parts.clock, parts.steady ?? (() => performance.now()))
    : null;
  const callEvents = takeInOrder<TelephonyEvent>(
    ({ callId }) => callId,
    takeTelephonyEvent,
    parts.report,
  );
  const messageEvents = takeInOrder<MessageEvent>(threadOf, takeMessageEvent, parts.report);
  const host = {
    clock: parts.clock,
    after: parts.after,
    newId,
    verifyRelease: ((token, attemptId, to) =>
      verifyRelease(app, token, attemptId, to)) satisfies VerifyRelease,
  };
  const callers: Callers = { pick: null, stop: () => undefined };
  const workers = workerPool();
  const inWorker = parts.inWorker ?? workers.inWorker;
  const open = await openConnections({
    clock: parts.clock,
    hosts: {
      telephony: { ...host, emit: callEvents.take },
      messages: { ...host, emit: messageEvents.take },
      files: { folder: parts.uploads },
      documents: { inWorker },
    },
    usual: { telephony: parts.telephony, messages: parts.messages ?? {} },
    whenCalling: (telephony) => populate(telephony, parts, callers),
  });
  const app: App = {
    ...{ db: parts.db, slowDb: parts.slowDb ?? parts.db },
    clock: clockWatch ? watchedClock(clockWatch) : parts.clock,
    instance: { id: newId(), name: `${hostname()} ${process.pid}` },
    newId,
    gate,
    replay: replayOf(parts, gate),
    clockWatch,
    telephony: open.telephony,
    speak: (callId, utterance) => open.calls()?.say(callId, utterance),
    messages: open.messages,
    documents: open.documents,
    inWorker,
    uploadRules: parts.uploadRules ?? usualUploadRules,
    files: open.files,
    connections: open.connections,
    ...vaultsOf(parts),
    tenantId,
    policies: new Map(),
    identity: identityOf(parts, newId),
    anchors: parts.anchors ?? null,
    gauges: ownGauges(),
    arriving: new Set(),
  };
  callEvents.start(app);
  messageEvents.start(app);
  const settled = async () => {
    await callEvents.settled();
    await messageEvents.settled();
  };
  await refreshConnections(app);
  const close = () => closeAll(app, settled, workers);
  return { app, simulation: simulationOf(open, callers), settled, close };
}

/** Passwords, sign-ins and passkeys. */
function identityOf(
  { clock, signInRules: rules = usualSignInRules, publicUrl, provider, passwords }: AppParts,
  newId: App['newId'],
): App['identity'] {
  const identity = makeIdentity({
    ...{ clock, newId, rules },
    publicUrl: publicUrl ?? 'http://localhost',
    passwords: passwords ?? usualPasswordHash,
  });
  return { ...identity, provider: provider ?? null };
}

/** Threads decide past contacts again; where they would have no address of the database, this one. */
function replayOf({ databaseUrl, db, clock }: AppParts, gate: App['gate']): App['replay'] {
  return databaseUrl ? replayCrew(databaseUrl) : replayAlone({ db, clock, gate });
}

/** The figures that every process has. */
function ownGauges(): App['gauges'] {
  return new Map([
    ['uptimeSeconds', () => process.uptime()],
    ['residentBytes', () => process.memoryUsage.rss()],
    ['heapBytes', () => process.memoryUsage().heapUsed],
  ]);
}

/** What keeps secrets and restricted texts; without keys given, with such as nobody has afterwards. */
function vaultsOf({ secret, texts }: AppParts) {
  return {
    vault: openVault(secret ?? randomBytes(32).toString('hex')),
    texts: texts ?? openTextVault(newTextKeys()),
  };
}

async function closeAll(
  app: App,
  settled: () => Promise<void>,
  workers: WorkerPool,
): Promise<void> {
  await app.telephony.close();
  await app.messages.close();
  await app.documents.close();
  await app.files.close();
  await settled();
  await workers.close();
}

function simulationOf({ calls, written }: OpenConnections, callers: Callers): SimulatedWorld {
  return {
    get calls() {
      return calls();
    },
    get messages() {
      return written();
    },
    letCallIn: (pick) => {
      callers.pick = pick;
      callers.stop();
      callers.stop = calls()?.startInbound(pick) ?? (() => undefined);
    },
  };
}

/** Puts the customers of the book behind the numbers of a simulated network, and has them call in. */
function populate(telephony: Telephony, { db, asPerson }: AppParts, callers: Callers): () => void {
  if (!isSimulatedNetwork(telephony)) return () => undefined;
  const { populate: fill, startInbound } = telephony.simulation;
  fill(async (to) => {
    const person = await pretendPerson(db, to);
    return person && asPerson ? asPerson(person) : person;
  });
  const stop = callers.pick ? startInbound(callers.pick) : null;
  if (stop) callers.stop = stop;
  return stop ?? (() => callers.stop());
}

/** Events of one thread are kept in their order: of one sending, or of one correspondent. */
function threadOf(event: MessageEvent): string {
  return event.kind === 'received' ? `${event.channel} ${event.from}` : event.attemptId;
}
