import type { CheckResult } from '#ports/adapter.ts';
import type { MessageOrder, Messages, MessagesHost, SendResult } from '#ports/messages.ts';
import type { Settings } from './settings.ts';

/** Connections that were never made: nothing of the message can have left. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const mostAnswerChars = 10_000;

/**
 * Hands messages to a gateway: `POST` with the message as JSON, its attempt as `Idempotency-Key`. It
 * answers 2xx, with its own number of the message in `ref` when it has one.
 */
export function openGateway(settings: Settings, host: MessagesHost): Messages {
  let isOpen = true;
  return {
    send: async (order) => {
      if (!isOpen) return { sent: false, reason: 'network' };
      const verified = await host
        .verifyRelease(order.token, order.attemptId, order.to)
        .catch(() => 'not-verifiable' as const);
      if (verified === true) return post(settings, order);
      return { sent: false, reason: verified === false ? 'not-released' : verified };
    },
    check: async () => (isOpen ? ask(settings) : { ok: false, reason: 'closed', detail: null }),
    close: async () => {
      isOpen = false;
    },
  };
}

function request({ url, token, timeoutMs }: Settings, init: RequestInit): Promise<Response> {
  const authorization = token === '' ? {} : { authorization: `Bearer ${token}` };
  return fetch(url, {
    ...init,
    headers: { ...init.headers, ...authorization },
    // A token is for the address that was set, not for one that the answer names.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}

/**
 * What the gateway clearly did not take was not sent. Where it may have taken it (it broke, or was too
 * slow), the message counts as sent: a rule that counts contacts must not count too few.
 */
async function post(settings: Settings, order: MessageOrder): Promise<SendResult> {
  const { token: _, ...message } = order;
  const { attemptId } = order;
  try {
    const answer = await request(settings, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': attemptId },
      body: JSON.stringify(message),
    });
    const text = (await answer.text()).slice(0, mostAnswerChars);
    if (answer.status >= 300 && answer.status < 500) return { sent: false, reason: 'network' };
    return { sent: true, providerRef: refIn(text) ?? attemptId };
  } catch (error) {
    if (neverLeft.has(codeOf(error))) return { sent: false, reason: 'network' };
    return { sent: true, providerRef: attemptId };
  }
}

function refIn(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text);
    const ref =
      typeof answer === 'object' && answer !== null && 'ref' in answer ? answer.ref : null;
    return typeof ref === 'string' && ref !== '' ? ref.slice(0, 200) : null;
  } catch {
    return null;
  }
}

async function ask(settings: Settings): Promise<CheckResult> {
  try {
    const answer = await request(settings, { method: 'GET' });
    await answer.body?.cancel();
    if (answer.ok) return { ok: true };
    const reason = [401, 403].includes(answer.status) ? 'refused' : 'wrong-answer';
    return { ok: false, reason, detail: `HTTP ${answer.status}` };
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    return isSlow
      ? { ok: false, reason: 'too-slow', detail: `${settings.timeoutMs} ms` }
      : { ok: false, reason: 'unreachable', detail: codeOf(error) || null };
  }
}

/** The code of what went wrong below `fetch`, which hides it in the cause. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
