import { randomFillSync } from 'node:crypto';
import documents from '#adapters/documents/pdfmake/index.ts';
import {
  isSimulated as isSimulatedProvider,
  type MessageSimulation,
} from '#adapters/messages/pretend/simulation.ts';
import {
  type CallSimulation,
  isSimulated as isSimulatedNetwork,
} from '#adapters/telephony/pretend/simulation.ts';
import { createGate } from '#domain/gate/decide.ts';
import type { Pack } from '#domain/gate/pack.ts';
import type { Person } from '#domain/simulation/persona.ts';
import { takeInOrder } from '#jobs/in-order.ts';
import { idMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import type { MessageEvent, MessagesAdapter } from '#ports/messages.ts';
import type { VerifyRelease } from '#ports/released.ts';
import type { Cancel, Telephony, TelephonyAdapter, TelephonyEvent } from '#ports/telephony.ts';
import { pretendPerson } from '#storage/simulation/people.ts';
import type { App, Db } from '#usecases/app.ts';
import { takeTelephonyEvent } from '#usecases/calls/take-telephony-event.ts';
import { replayAlone } from '#usecases/compliance/run-replay.ts';
import { verifyRelease } from '#usecases/gate/verify-release.ts';
import { takeMessageEvent } from '#usecases/messages/take-message-event.ts';
import { makeIdentity } from './identity.ts';
import { loadFolder } from './load-folder.ts';
import { packHashes } from './pack-hashes.ts';
import { replayCrew } from './replay-crew.ts';

/** The one tenant of an installation; the columns are ready for more. */
export const tenantId = '00000000-0000-7000-8000-000000000001';

/** What an `App` is made of that differs between the running product and a test. */
export type AppParts = {
  readonly db: Db;
  /** Where the threads of a replay connect to; without it this process replays by itself. */
  readonly databaseUrl?: string;
  readonly clock: Clock;
  /** Loaded from the rule packs unless given. */
  readonly gate?: App['gate'];
  readonly after: (delayMs: number, run: () => void) => Cancel;
  readonly uploads: string;
  /** Settings of the simulated network. */
  readonly telephony: Readonly<Record<string, unknown>>;
  /** Settings of the simulated provider of messages; the usual ones unless given. */
  readonly messages?: Readonly<Record<string, unknown>>;
  /** Changes who is behind a number, for practice and for tests; by default nobody is changed. */
  readonly asPerson?: (person: Person) => Person;
  /** Whether nobody is contacted while this clock and the database's disagree; off by default. */
  readonly clockCheck?: boolean;
  /** Told what went wrong where nobody asked: an event of a call that could not be kept. */
  readonly report: (error: unknown) => void;
};

/** What the simulated world can be made to do; null where something real serves. */
export type SimulatedWorld = {
  readonly calls: CallSimulation | null;
  readonly messages: MessageSimulation | null;
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
  return { packs, decide: createGate(packs), hashes: packHashes(rulePacks) };
}

/** Loads the plug-ins and connects everything. */
export async function openApp(parts: AppParts): Promise<OpenApp> {
  const gate = parts.gate ?? (await loadGate());
  const newId = idMaker(parts.clock, (bytes) => randomFillSync(bytes));
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
  const network = await pretend<TelephonyAdapter>('telephony');
  const telephony = await network.connect(network.settings.parse(parts.telephony), {
    ...host,
    emit: callEvents.take,
  });
  const calls = populated(telephony, parts);
  const provider = await pretend<MessagesAdapter>('messages');
  const messages = await provider.connect(provider.settings.parse(parts.messages ?? {}), {
    ...host,
    emit: messageEvents.take,
  });
  const app: App = {
    db: parts.db,
    clock: parts.clock,
    newId,
    gate,
    replay: parts.databaseUrl
      ? replayCrew(parts.databaseUrl)
      : replayAlone({ db: parts.db, clock: parts.clock, gate }),
    clockCheck: parts.clockCheck ?? false,
    telephony,
    speak: (callId, utterance) => calls?.say(callId, utterance),
    messages,
    documents: documents.connect(),
    tenantId,
    policies: new Map(),
    uploads: parts.uploads,
    identity: makeIdentity(parts.clock, newId),
    gauges: new Map([
      ['uptimeSeconds', () => process.uptime()],
      ['residentBytes', () => process.memoryUsage.rss()],
      ['heapBytes', () => process.memoryUsage().heapUsed],
    ]),
  };
  callEvents.start(app);
  messageEvents.start(app);
  const settled = async () => {
    await callEvents.settled();
    await messageEvents.settled();
  };
  const close = async () => {
    await telephony.close();
    await messages.close();
    await settled();
  };
  const simulation = {
    calls,
    messages: isSimulatedProvider(messages) ? messages.simulation : null,
  };
  return { app, simulation, settled, close };
}

/** The simulated network with the customers of the book behind its numbers; null for a real one. */
function populated(telephony: Telephony, { db, asPerson }: AppParts): CallSimulation | null {
  if (!isSimulatedNetwork(telephony)) return null;
  telephony.simulation.populate(async (to) => {
    const person = await pretendPerson(db, to);
    return person && asPerson ? asPerson(person) : person;
  });
  return telephony.simulation;
}

/** The simulated adapter of a port, which every port has. */
async function pretend<T>(port: string): Promise<T> {
  const found = await loadFolder<T>(new URL(`../adapters/${port}/`, import.meta.url));
  const adapter = found.get('pretend');
  if (!adapter) throw new Error(`cannot happen: the simulated adapter of ${port} is missing`);
  return adapter;
}

/** Events of one thread are kept in their order: of one sending, or of one correspondent. */
function threadOf(event: MessageEvent): string {
  return event.kind === 'received' ? `${event.channel} ${event.from}` : event.attemptId;
}
