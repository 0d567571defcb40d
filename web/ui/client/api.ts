import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { attendanceHeader } from './attendance.ts';

/** A refusal or failure as the server worded it in problem+json (RFC 9457). */
export class ApiProblem extends Error {
  /** The refusal code, or `failed` for a reply without one, or `offline` without any reply. */
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The HTTP status; 0 when no reply came. */
  readonly status: number;
  /** The request id to quote to the people who read the log. */
  readonly instance: string | null;

  constructor(
    code: string,
    status: number,
    facts: Readonly<Record<string, unknown>> = {},
    instance: string | null = null,
  ) {
    super(`${code} (${status})`);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.facts = facts;
    this.instance = instance;
  }
}

/** What an endpoint takes: its input before parsing, amounts as plain decimal text. */
export type InputOf<E extends Endpoint> = z.input<E['input']>;
/** What an endpoint answers, as it is on the wire. */
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

/** Header that no other site's form can send: the server refuses writes without it. */
const ownHeader = { 'x-dunlin': '1' };

/** Where a call goes and what it carries, before it is sent. Throws on a path field without value. */
export function requestOf(
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  input: Readonly<Record<string, unknown>>,
): { url: string; body: Readonly<Record<string, unknown>> | undefined } {
  const rest = new Map(Object.entries(input));
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name);
    if (value === undefined || value === null) throw new Error(`${endpoint.path} needs ${name}`);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  if (endpoint.method !== 'GET') return { url: path, body: Object.fromEntries(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) query.append(name, String(item));
    }
  }
  return { url: query.size > 0 ? `${path}?${query}` : path, body: undefined };
}

/** The problem that a reply which is not 2xx tells. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null) return new ApiProblem('failed', status);
  const {
    type,
    title: _title,
    status: _status,
    instance,
    ...facts
  } = body as Record<string, unknown>;
  const code = /^\/problems\/([\w-]+)$/.exec(String(type))?.[1];
  return new ApiProblem(
    code ?? 'failed',
    status,
    facts,
    typeof instance === 'string' ? instance : null,
  );
}

async function jsonOf(reply: Response): Promise<unknown> {
  if (!/\bjson\b/.test(reply.headers.get('content-type') ?? '')) return null;
  return reply.json();
}

/** Sends one request of our own page and answers its JSON. Throws `ApiProblem` on anything else. */
export async function send(
  method: string,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const headers = {
    accept: 'application/json',
    ...ownHeader,
    ...attendanceHeader(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
  const reply = await fetch(url, { ...init, signal: signal ?? null }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem('offline', 0);
  });
  const answer = await jsonOf(reply);
  if (!reply.ok) throw problemOf(reply.status, answer);
  return answer;
}

/** Calls an endpoint. Throws `ApiProblem`; its `code` is the server's refusal code. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<OutputOf<E>> {
  const { url, body } = requestOf(endpoint, input as Record<string, unknown>);
  return (await send(endpoint.method, url, body, signal)) as OutputOf<E>;
}

/** The address of a GET endpoint with its input, for links and downloads. */
export function addressOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string {
  return requestOf(endpoint, input as Record<string, unknown>).url;
}

/**
 * Sends a form with files and tells how much has gone (0 to 1), which `fetch` cannot.
 * Throws `ApiProblem`.
 */
export function upload(
  url: string,
  form: FormData,
  onProgress: (share: number) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(ownHeader)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiProblem('offline', 0));
    request.onload = () => {
      const good = request.status >= 200 && request.status < 300;
      if (good) resolve(request.response);
      else reject(problemOf(request.status, request.response));
    };
    request.send(form);
  });
}
