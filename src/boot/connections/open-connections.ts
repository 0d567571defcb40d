import {
  isSimulated as isSimulatedProvider,
  type MessageSimulation,
} from '#adapters/messages/pretend/simulation.ts';
import {
  type CallSimulation,
  isSimulated as isSimulatedNetwork,
} from '#adapters/telephony/pretend/simulation.ts';
import type { PortName, Slot } from '#domain/connections/slots.ts';
import type { Clock } from '#kernel/time.ts';
import type { Connections, PlainChoice, Settings } from '#ports/connections.ts';
import type { Documents, DocumentsHost } from '#ports/documents.ts';
import type { Files, FilesHost } from '#ports/files.ts';
import { type Messages, type MessagesHost, messageChannels } from '#ports/messages.ts';
import type { Telephony, TelephonyHost } from '#ports/telephony.ts';
import { installed, problemsOf, testChoice } from './choices.ts';
import { loadPlugIns, type PlugIns, usualAdapter } from './plug-ins.ts';
import { countingHost, routeCalls, routeDocuments, routeFiles, routeMessages } from './routes.ts';
import { makeSwitch, type Switch } from './switch.ts';

/** What adapters get from the product. */
export type Hosts = {
  readonly telephony: TelephonyHost;
  readonly messages: MessagesHost;
  readonly files: FilesHost;
  readonly documents: DocumentsHost;
};

/** What connections are made of. */
export type ConnectionParts = {
  readonly clock: Clock;
  readonly hosts: Hosts;
  /** Settings in place of an adapter's own, where nobody chose. */
  readonly usual: Readonly<Partial<Record<PortName, Settings>>>;
  /** Told of each telephone network that begins to serve; answers what to do when it ends. */
  readonly whenCalling: (telephony: Telephony) => () => void;
};

/** The connected ports, and how they are chosen. */
export type OpenConnections = {
  readonly telephony: Telephony;
  readonly messages: Messages;
  readonly documents: Documents;
  readonly files: Files;
  readonly connections: Connections;
  /** The simulated network that serves now; null when a real one does. */
  readonly calls: () => CallSimulation | null;
  /** The simulated providers that serve now, as one; null when none does. */
  readonly written: () => MessageSimulation | null;
};

type Switches = {
  readonly telephony: Switch<Telephony>;
  readonly messages: Readonly<Record<(typeof messageChannels)[number], Switch<Messages>>>;
  readonly documents: Switch<Documents>;
  readonly files: Switch<Files>;
};

/** Loads the adapters. Nothing serves before `connections.serve` says who. */
export async function openConnections(parts: ConnectionParts): Promise<OpenConnections> {
  const plugIns = await loadPlugIns();
  const lines = new Map<Telephony, { readonly retire: () => boolean; readonly end: () => void }>();
  const switches = makeSwitches(parts.clock, (telephony) => {
    const line = lines.get(telephony);
    line?.end();
    lines.delete(telephony);
    return line?.retire() ?? false;
  });
  const dial = async ({ adapter, settings }: PlainChoice): Promise<Telephony> => {
    const plugIn = found(plugIns.telephony, adapter);
    const counting = countingHost(parts.hosts.telephony, () => void telephony.close());
    const telephony = await plugIn.connect(plugIn.settings.parse(settings), counting.host);
    lines.set(telephony, { retire: counting.retire, end: parts.whenCalling(telephony) });
    return telephony;
  };
  const connect = connectors(plugIns, parts.hosts, dial);
  return {
    telephony: routeCalls(switches.telephony),
    messages: routeMessages(switches.messages),
    documents: routeDocuments(switches.documents),
    files: routeFiles(switches.files),
    connections: connectionsOf(plugIns, parts, switches, connect),
    calls: () => {
      const telephony = switches.telephony.serving();
      return telephony && isSimulatedNetwork(telephony) ? telephony.simulation : null;
    },
    written: () => writtenBy(switches),
  };
}

function makeSwitches(clock: Clock, retireLine: (telephony: Telephony) => boolean): Switches {
  const channel = (scope: string) =>
    // A provider that served before may still tell of the delivery of what it took.
    makeSwitch<Messages>({ port: 'messages', scope }, clock, () => true);
  return {
    telephony: makeSwitch({ port: 'telephony', scope: '' }, clock, retireLine),
    messages: {
      sms: channel('sms'),
      email: channel('email'),
      letter: channel('letter'),
      chat: channel('chat'),
    },
    documents: makeSwitch({ port: 'documents', scope: '' }, clock, () => false),
    files: makeSwitch({ port: 'files', scope: '' }, clock, () => false),
  };
}

type Connectors = {
  readonly telephony: (choice: PlainChoice) => Promise<Telephony>;
  readonly messages: (choice: PlainChoice) => Promise<Messages>;
  readonly documents: (choice: PlainChoice) => Promise<Documents>;
  readonly files: (choice: PlainChoice) => Promise<Files>;
};

function connectors(plugIns: PlugIns, hosts: Hosts, dial: Connectors['telephony']): Connectors {
  return {
    telephony: dial,
    messages: async ({ adapter, settings }) => {
      const plugIn = found(plugIns.messages, adapter);
      return plugIn.connect(plugIn.settings.parse(settings), hosts.messages);
    },
    documents: async ({ adapter, settings }) => {
      const plugIn = found(plugIns.documents, adapter);
      return plugIn.connect(plugIn.settings.parse(settings), hosts.documents);
    },
    files: async ({ adapter, settings }) => {
      const plugIn = found(plugIns.files, adapter);
      return plugIn.connect(plugIn.settings.parse(settings), hosts.files);
    },
  };
}

function found<T>(adapters: ReadonlyMap<string, T>, name: string): T {
  const adapter = adapters.get(name);
  if (!adapter) throw new Error(`the adapter ${name} is not installed`);
  return adapter;
}

function connectionsOf(
  plugIns: PlugIns,
  { hosts, usual }: ConnectionParts,
  switches: Switches,
  connect: Connectors,
): Connections {
  const all = [
    switches.telephony,
    ...messageChannels.map((channel) => switches.messages[channel]),
    switches.documents,
    switches.files,
  ];
  const of = ({ port, scope }: Slot) => {
    const one = all
      .map((each) => each.state())
      .findIndex((s) => s.port === port && s.scope === scope);
    const slot = all[one];
    if (!slot) throw new Error(`cannot happen: there is no ${port} ${scope}`);
    return slot;
  };
  const channelOf = (scope: string) =>
    messageChannels.find((channel) => channel === scope) ?? 'sms';
  return {
    installed: (port) => installed(plugIns, port),
    usual: (port) => ({ adapter: usualAdapter[port], settings: usual[port] ?? {} }),
    problems: (port, choice) => problemsOf(plugIns, port, choice),
    test: (port, choice) => testChoice(plugIns, hosts, port, choice),
    serve: ({ port, scope }, version, choice) => {
      const { adapter } = choice;
      switch (port) {
        case 'telephony':
          return switches.telephony.serve(version, adapter, () => connect.telephony(choice));
        case 'messages': {
          const slot = switches.messages[channelOf(scope)];
          return slot.serve(version, adapter, () => connect.messages(choice));
        }
        case 'documents':
          return switches.documents.serve(version, adapter, () => connect.documents(choice));
        case 'files':
          return switches.files.serve(version, adapter, () => connect.files(choice));
      }
    },
    fail: (slot, version, adapter, result) => of(slot).fail(version, adapter, result),
    states: () => all.map((each) => each.state()),
    checkAll: () => Promise.all(all.map((each) => each.check())),
  };
}

function writtenBy({ messages }: Switches): MessageSimulation | null {
  const all = messageChannels.flatMap((channel) => {
    const serving = messages[channel].serving();
    return serving && isSimulatedProvider(serving) ? [[channel, serving.simulation] as const] : [];
  });
  const byChannel = new Map(all);
  const [first] = all;
  if (!first) return null;
  return {
    sent: () =>
      all
        .flatMap(([, { sent }]) => [...sent()])
        .toSorted((a, b) => (a.providerRef < b.providerRef ? -1 : 1)),
    receive: (message) => (byChannel.get(message.channel) ?? first[1]).receive(message),
  };
}
