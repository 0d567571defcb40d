import { randomFillSync } from 'node:crypto';
import { createGate } from '#domain/compliance/decide.ts';
import type { Pack } from '#domain/compliance/pack.ts';
import type { Person } from '#domain/pretend/persona.ts';
import { takeCallEvents } from '#jobs/call-events.ts';
import { idMaker } from '#kernel/ids.ts';
import type { Clock } from '#kernel/time.ts';
import { instantOf } from '#kernel/time.ts';
import type { Cancel, TelephonyAdapter } from '#ports/telephony.ts';
import { useToken } from '#storage/gate.ts';
import { pretendPerson } from '#storage/pretend-people.ts';
import type { App, Db } from '#usecases/app.ts';
import { tokenHash } from '#usecases/contact/reserve-contact.ts';
import { makeIdentity } from './identity.ts';
import { loadFolder } from './load-folder.ts';

/** The one tenant of an installation; the columns are ready for more. */
export const tenantId = '00000000-0000-7000-8000-000000000001';

/** What an `App` is made of that differs between the running product and a test. */
export type AppParts = {
  readonly db: Db;
  readonly clock: Clock;
  readonly after: (delayMs: number, run: () => void) => Cancel;
  readonly uploads: string;
  /** Settings of the simulated network. */
  readonly telephony: Readonly<Record<string, unknown>>;
  /** Changes who is behind a number, for practice and for tests; by default nobody is changed. */
  readonly asPerson?: (person: Person) => Person;
  /** Told what went wrong where nobody asked: an event of a call that could not be kept. */
  readonly report: (error: unknown) => void;
};

/** Loads the plug-ins and connects everything; `settled` waits for call events under way. */
export async function openApp(
  parts: AppParts,
): Promise<{ app: App; settled: () => Promise<void>; close: () => Promise<void> }> {
  const packs = [...(await loadFolder<Pack>(new URL('../rulepacks/', import.meta.url))).values()];
  const adapters = await loadFolder<TelephonyAdapter>(
    new URL('../adapters/telephony/', import.meta.url),
  );
  const adapter = adapters.get('pretend');
  if (!adapter) throw new Error('cannot happen: the simulated telephone network is missing');
  const newId = idMaker(parts.clock, (bytes) => randomFillSync(bytes));
  const events = takeCallEvents(parts.report);
  const telephony = await adapter.connect(adapter.settings.parse(parts.telephony), {
    clock: parts.clock,
    after: parts.after,
    newId,
    emit: events.take,
    verifyRelease: (token, attemptId) =>
      useToken(parts.db, attemptId, tokenHash(token), instantOf(parts.clock())),
    who: async (to) => {
      const person = await pretendPerson(parts.db, to);
      return person && parts.asPerson ? parts.asPerson(person) : person;
    },
  });
  const app: App = {
    db: parts.db,
    clock: parts.clock,
    newId,
    gate: { packs, decide: createGate(packs) },
    telephony,
    tenantId,
    uploads: parts.uploads,
    identity: makeIdentity(parts.clock, newId),
    gauges: new Map([
      ['uptimeSeconds', () => process.uptime()],
      ['residentBytes', () => process.memoryUsage.rss()],
      ['heapBytes', () => process.memoryUsage().heapUsed],
    ]),
  };
  events.start(app);
  const close = async () => {
    await telephony.close();
    await events.settled();
  };
  return { app, settled: events.settled, close };
}
