import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { HttpContext } from './mount.ts';

import { readinessOf } from './ready.ts';

import { isThisMachine } from './this-machine.ts';

/** A login shown on the sign-in page of the example installation. */
export type ShownLogin = {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

/**
 * The document at `/api/openapi.json`, health at `/health` and `/ready`, and, only on an example
 * installation that was started to show them, the example logins: to this machine, through no proxy.
 */
export function mountOpenApi(context: HttpContext, logins: readonly ShownLogin[] | null): void {
  const { server, app, baseUrl } = context;
  const ready = readinessOf(app.db);
  server.get('/api/openapi.json', async () => openApiOf(context.mounted));
  server.get('/health', async () => ({ status: 'up' }));
  server.get('/ready', async (_, reply) => {
    const status = await ready();
    return reply
      .status(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status });
  });
  server.get('/api/demo-logins', async (request) => {
    if (!logins || !isThisMachine(request, baseUrl))
      throw new Refusal('not-found', { thing: 'address', id: '/api/demo-logins' });
    return { logins };
  });
}

/** OpenAPI 3.1 of the mounted endpoints, from the same values that validate them. */
export function openApiOf(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operationOf(endpoint);
  }
  return { openapi: '3.1.0', info: { title: 'Dunlin', version: '0.1.0' }, paths };
}

function operationOf(endpoint: Endpoint) {
  const schema = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' });
  const properties = schema.properties ?? {};
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const reads = endpoint.method === 'GET';
  const parameters = Object.entries(properties)
    .filter(([name]) => inPath.has(name) || reads)
    .map(([name, value]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || (schema.required ?? []).includes(name),
      schema: value,
    }));
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.has(name)));
  const required = (schema.required ?? []).filter((name) => !inPath.has(name));
  const body = { type: 'object', properties: rest, required, additionalProperties: false };
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...(endpoint.right ? { 'x-right': endpoint.right } : {}),
    parameters,
    ...(reads ? {} : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      200: {
        description: 'Done',
        content: {
          'application/json': {
            schema: z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' }),
          },
        },
      },
      default: {
        description: 'Refused: problem details (RFC 9457)',
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      },
    },
  };
}
