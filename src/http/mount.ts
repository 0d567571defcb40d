import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint, Work } from '#contract/endpoint.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { statementSeconds } from '#storage/pools.ts';
import { isStatementTimeout } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { noteFileRead } from '#usecases/audit/note-reading.ts';
import { isClockInDoubt } from '#usecases/clock-watch.ts';
import { problemCode } from './problem-code.ts';
import type { TakeTurn } from './turns.ts';

/** How a request tells who asks: set by the server, from its signed-in cookie. */
export type WhoAsks = (request: FastifyRequest) => Promise<Actor | null>;

/** What `mount` binds endpoints to. `mounted` is the list that OpenAPI and the tests read. */
export type HttpContext = {
  readonly server: FastifyInstance;
  readonly app: App;
  readonly authenticate: WhoAsks;
  readonly mounted: Endpoint[];
  readonly takeTurn: TakeTurn;
  /** How browsers reach this server. */
  readonly baseUrl: string;
  /** What whoever collects figures names in place of a sign-in; null: that way is closed. */
  readonly metricsToken: string | null;
};

/**
 * Does the work of a request when it is its turn, on the part of the database for work of its kind.
 */
export async function inTurn<Result>(
  { app, takeTurn }: HttpContext,
  actor: Actor,
  work: Work = 'request',
  run: (app: App) => Promise<Result>,
): Promise<Result> {
  const giveBack = await takeTurn(work, actor.userId ?? actor.kind);
  const isSlow = work === 'report' || work === 'heavy';
  try {
    return await run(isSlow ? { ...app, db: app.slowDb } : app);
  } catch (error) {
    if (!isStatementTimeout(error)) throw error;
    const limit = `${isSlow ? statementSeconds.slow : statementSeconds.request} s`;
    throw new Refusal('too-heavy', { needs: 'time', limit });
  } finally {
    giveBack();
  }
}

/**
 * Whoever may ask an endpoint now: every route begins with it. While the time is in doubt it opens reading
 * alone, whose events are dated by the clock that is trusted, and what is marked `whileClockInDoubt`. Throws
 * `not-signed-in`, `not-allowed`, `clock-in-doubt`.
 */
export async function admit(
  { app, authenticate }: HttpContext,
  { method, right, whileClockInDoubt, takesOut }: Endpoint,
  request: FastifyRequest,
): Promise<Actor> {
  const actor = await authenticate(request);
  if (!actor) throw new Refusal('not-signed-in', {});
  if (right) allow(actor, right);
  const needsTime = method !== 'GET' || takesOut === true;
  if (needsTime && !whileClockInDoubt && isClockInDoubt(app)) {
    throw new Refusal('clock-in-doubt', {});
  }
  return actor;
}

/** Connects an endpoint to its use case: parse, know the actor, check the right, answer by schema. */
export function mount<Input extends z.ZodObject, Output extends z.ZodType>(
  context: HttpContext,
  endpoint: Endpoint<Input, Output>,
  useCase: (app: App, actor: Actor, input: z.output<Input>) => Promise<z.input<Output>>,
): void {
  context.mounted.push(endpoint);
  context.server.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      const actor = await admit(context, endpoint, request);
      const input = inputOf(endpoint, request);
      const result = await inTurn(context, actor, endpoint.work, (app) =>
        useCase(app, actor, input),
      );
      await noteFileRead(context.app, actor, endpoint, input);
      return reply.send(endpoint.output.parse(result));
    },
  });
}

/** PostgreSQL keeps neither a zero byte nor half a character, and nobody types one. */
const unkept = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** The parsed input of a request. Throws `invalid-input` that names every wrong field. */
export function inputOf<Input extends z.ZodObject>(
  endpoint: Endpoint<Input>,
  request: FastifyRequest,
): z.output<Input> {
  const rest = endpoint.method === 'GET' ? request.query : (request.body ?? {});
  const merged = { ...(rest as object), ...(request.params as object) };
  if (unkept.test(JSON.stringify(merged))) {
    throw new Refusal('invalid-input', { problems: [{ path: '', message: 'zero-byte' }] });
  }
  const parsed = endpoint.input.safeParse(merged);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid-input', {
    problems: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
      code: problemCode(issue),
    })),
  });
}
