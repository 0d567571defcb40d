import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '#kernel/random.ts';

const pollMs = 500;
const polls = 120;
const contactMs = 20_000;
const emptyMs = 2_000;

/** One agent: where they work, and who hears how long each request took and what went wrong. */
export type Agent = {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly random: Random;
  readonly goesOn: () => boolean;
  readonly took: (what: string, ms: number) => void;
  readonly wrong: (what: string) => void;
};

type Body = Record<string, unknown>;
type Ask = (
  what: string,
  method: 'GET' | 'POST',
  path: string,
  body?: Body,
) => Promise<Body | null>;

/** Signs in, listens to the live stream, and takes, calls and finishes one case after the other. */
export async function workAsAgent(agent: Agent): Promise<void> {
  // An office does not arrive in one second.
  await wait(agent.random() * contactMs);
  const cookie = await signIn(agent);
  const ask = askerFor(agent, cookie);
  const end = new AbortController();
  const listening = listen(agent, cookie, end.signal);
  await ask('state', 'POST', '/api/desk/state', { state: 'ready', reason: null });
  while (agent.goesOn()) {
    const began = performance.now();
    const worked = await oneContact(agent, ask);
    if (!worked) await wait(emptyMs);
    // Some are quicker, some slower, so that they do not march in step.
    const pace = contactMs * (0.5 + agent.random());
    await wait(Math.max(0, pace - (performance.now() - began)));
  }
  end.abort();
  await listening;
}

async function signIn({ url, email, password }: Agent): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dunlin': '1', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The time to the whole answer as the agent's side sees it: what the server took, and a little more. */
function askerFor({ url, took, wrong }: Agent, cookie: string): Ask {
  return async (what, method, path, body) => {
    const began = performance.now();
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { cookie, 'x-dunlin': '1', origin: url, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    took(what, performance.now() - began);
    if (answer.status === 200) return JSON.parse(text) as Body;
    wrong(`${what} ${answer.status} ${(JSON.parse(text) as Body)['type']}`);
    return null;
  };
}

async function listen({ url, wrong, goesOn }: Agent, cookie: string, signal: AbortSignal) {
  try {
    const answer = await fetch(`${url}/api/live`, { headers: { cookie }, signal });
    if (answer.status !== 200) wrong(`live ${answer.status}`);
    for await (const _ of answer.body ?? []) if (signal.aborted) return;
    if (goesOn()) wrong('the live stream ended');
  } catch (error) {
    if (!signal.aborted) wrong(`live ${String(error)}`);
  }
}

/** Takes the next case, calls, talks for a moment, hangs up and finishes; false when there is none. */
async function oneContact({ random }: Agent, ask: Ask): Promise<boolean> {
  const next = await ask('next', 'POST', '/api/desk/next', { portfolioId: null });
  const found = next?.['case'] as { id: string } | null;
  const allowed = (next?.['allowed'] ?? []) as { verdict: string; contactPointId: string }[];
  const point = allowed.find(({ verdict }) => verdict === 'permitted');
  if (!found || !point) return false;
  const { contactPointId } = point;
  const call = await ask('call', 'POST', `/api/cases/${found.id}/calls`, { contactPointId });
  if (!call) return false;
  const path = `/api/conversations/${call['conversationId']}`;
  for (let poll = 0; poll < polls; poll += 1) {
    await wait(pollMs);
    const talk = await ask('read', 'GET', path);
    if (talk?.['state'] === 'wrap_up') return finish(ask, path, talk);
    if (talk?.['state'] !== 'live') continue;
    await wait(2_000 + random() * 3_000);
    await ask('hang-up', 'POST', `${path}/hang-up`, {});
  }
  return false;
}

async function finish(ask: Ask, path: string, talk: Body): Promise<boolean> {
  const [result] = talk['results'] as string[];
  const answeredBy = result === 'third-party' ? 'unknown' : null;
  const nextOn = '2026-11-21';
  const body = { mechanism: 'outbound-call', result, nextOn, note: null, answeredBy };
  return (await ask('finish', 'POST', `${path}/finish`, body)) !== null;
}
