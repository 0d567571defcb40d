import type { MessageOrder, MessagesHost, SendResult } from '#ports/messages.ts';
import type { Cancel } from '#ports/telephony.ts';
import type { Settings } from './settings.ts';
import type { SentMessage, SimulatedMessages } from './simulation.ts';

/** Messages remembered for whoever looks; older ones are forgotten. */
const mostRemembered = 1_000;

/** A provider that carries nothing: it remembers what it was given and tells of its delivery. */
export function openProvider(settings: Settings, host: MessagesHost): SimulatedMessages {
  const sent: SentMessage[] = [];
  const waiting = new Set<Cancel>();
  const dead = new Set(settings.deadAddresses);
  let isOpen = true;

  const tellLater = ({ attemptId, to }: MessageOrder) => {
    const cancel = host.after(settings.deliveryMs, () => {
      waiting.delete(cancel);
      const atMs = host.clock();
      if (dead.has(to)) {
        host.emit({ kind: 'undelivered', attemptId, cause: 'no-such-address', atMs });
      } else host.emit({ kind: 'delivered', attemptId, atMs });
    });
    waiting.add(cancel);
  };

  const carry = (order: MessageOrder): SendResult => {
    if (!isOpen) return { sent: false, reason: 'network' };
    const { token: _, ...message } = order;
    const providerRef = host.newId();
    sent.push({ ...message, providerRef, atMs: host.clock() });
    if (sent.length > mostRemembered) sent.shift();
    tellLater(order);
    return { sent: true, providerRef };
  };

  return {
    send: async (order) => {
      const verified = await host
        .verifyRelease(order.token, order.attemptId, order.to)
        .catch(() => 'not-verifiable' as const);
      if (verified === true) return carry(order);
      return { sent: false, reason: verified === false ? 'not-released' : verified };
    },
    check: async () => (isOpen ? { ok: true } : { ok: false, reason: 'closed', detail: null }),
    close: async () => {
      isOpen = false;
      for (const cancel of waiting) cancel();
      waiting.clear();
    },
    simulation: {
      sent: () => [...sent],
      receive: ({ subject, answers, automatic = false, ...message }) => {
        const providerRef = host.newId();
        const atMs = host.clock();
        const told = { subject: subject ?? null, answers: answers ?? null, automatic };
        if (isOpen) host.emit({ kind: 'received', ...message, ...told, providerRef, atMs });
        return providerRef;
      },
    },
  };
}
