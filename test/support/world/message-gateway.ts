import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEnd } from '#test/support/run/at-end.ts';

/** What a gateway was given. */
export type Posted = {
  readonly authorization: string | null;
  readonly attempt: string | null;
  readonly body: Record<string, unknown>;
};

/**
 * A gateway for messages on this machine, which asks for a token. It closes with the file's tests,
 * or before when a test wants it gone.
 */
export async function messageGateway(token: string) {
  const posted: Posted[] = [];
  const answer = { status: 200 };
  const server = createServer(async (request, reply) => {
    const authorization = request.headers.authorization ?? null;
    if (authorization !== `Bearer ${token}`) return void reply.writeHead(401).end();
    if (answer.status !== 200) return void reply.writeHead(answer.status).end();
    if (request.method === 'POST') {
      const attempt = request.headers['idempotency-key'];
      posted.push({
        ...{ authorization, attempt: typeof attempt === 'string' ? attempt : null },
        body: JSON.parse(await textOf(request)) as Record<string, unknown>,
      });
    }
    reply.writeHead(200).end(JSON.stringify({ ref: `gateway-${posted.length}` }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  atEnd(close);
  return {
    url: `http://127.0.0.1:${port}/messages`,
    posted,
    answer,
    close,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
