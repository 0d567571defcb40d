import type { FastifyInstance } from 'fastify';
import { CannotStart, codeOf } from './cannot-start.ts';
import type { Config } from './config.ts';

/** Opens the door at the address of the settings. Throws `CannotStart` when it is taken. */
export async function listen(server: FastifyInstance, config: Config): Promise<void> {
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    throw cannotListen(error, config);
  }
}

function cannotListen(error: unknown, config: Config): CannotStart {
  const code = codeOf(error);
  const why =
    code === 'EADDRINUSE'
      ? 'something else already uses it; stop that or set DUNLIN_PORT to a free port'
      : `${code || 'unknown error'}; check DUNLIN_HOST and DUNLIN_PORT`;
  return new CannotStart(`Dunlin cannot listen at ${config.host}:${config.port}: ${why}.`, {
    cause: error,
  });
}
