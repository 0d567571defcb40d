import type { CheckResult } from '#ports/adapter.ts';
import type { Documents } from '#ports/documents.ts';
import type { Files } from '#ports/files.ts';
import { type MessageChannel, type Messages, messageChannels } from '#ports/messages.ts';
import type { CallId, Telephony, TelephonyEvent, TelephonyHost } from '#ports/telephony.ts';
import { isTerminal } from '#ports/telephony.ts';
import type { Switch } from './switch.ts';

const nobody: CheckResult = { ok: false, reason: 'closed', detail: null };

/** A host that counts the calls of one switch, and runs `drained` after the last when it retired. */
export function countingHost(host: TelephonyHost, drained: () => void) {
  const calls = new Set<CallId>();
  let isRetired = false;
  const emit = (event: TelephonyEvent) => {
    if (isTerminal(event)) calls.delete(event.callId);
    else calls.add(event.callId);
    host.emit(event);
    if (isRetired && calls.size === 0) drained();
  };
  const retire = (): boolean => {
    isRetired = true;
    return calls.size > 0;
  };
  return { host: { ...host, emit }, retire };
}

/** The telephone network that serves now; calls that are up stay with the one they began on. */
export function routeCalls(slot: Switch<Telephony>): Telephony {
  return {
    dial: async (order) => {
      const telephony = slot.serving();
      if (!telephony) throw new Error('no telephone network is connected');
      return telephony.dial(order);
    },
    answer: (order) => {
      for (const one of slot.connected()) one.answer(order);
    },
    monitor: (order) => {
      for (const one of slot.connected()) one.monitor(order);
    },
    hangUp: (callId) => {
      for (const one of slot.connected()) one.hangUp(callId);
    },
    check: async () => slot.serving()?.check() ?? nobody,
    close: slot.close,
  };
}

/** The provider of each channel. */
export function routeMessages(slots: Readonly<Record<MessageChannel, Switch<Messages>>>): Messages {
  return {
    send: async (order) =>
      slots[order.channel].serving()?.send(order) ?? { sent: false, reason: 'network' },
    check: async () => {
      for (const channel of messageChannels) {
        const result = (await slots[channel].serving()?.check()) ?? nobody;
        if (!result.ok) return result;
      }
      return { ok: true };
    },
    close: async () => {
      for (const channel of messageChannels) await slots[channel].close();
    },
  };
}

/** The maker of documents that serves now. */
export function routeDocuments(slot: Switch<Documents>): Documents {
  return {
    pdf: async (paper, attachments) => present(slot, 'documents').pdf(paper, attachments),
    check: async () => slot.serving()?.check() ?? nobody,
    close: slot.close,
  };
}

/** Where files are kept now. */
export function routeFiles(slot: Switch<Files>): Files {
  return {
    write: async (key, source) => present(slot, 'files').write(key, source),
    read: (key, mostBytes) => present(slot, 'files').read(key, mostBytes),
    remove: async (key) => present(slot, 'files').remove(key),
    sweep: async (below) => present(slot, 'files').sweep(below),
    olderThanAnHour: async (below) => present(slot, 'files').olderThanAnHour(below),
    check: async () => slot.serving()?.check() ?? nobody,
    close: slot.close,
  };
}

function present<Serving extends Documents | Files>(slot: Switch<Serving>, what: string): Serving {
  const serving = slot.serving();
  if (!serving) throw new Error(`nothing is connected for ${what}`);
  return serving;
}
