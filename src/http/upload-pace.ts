import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What of a file has to come, in bytes, in each stretch of time. */
export type UploadPace = { readonly withinMs: number; readonly bytes: number };

/**
 * Cuts off a file that comes too slowly, so that nobody holds a turn, or the room that is kept for the
 * file, by sending next to nothing. Time in which it is we who do not read does not count.
 */
export function limitUploads(server: FastifyInstance, pace: UploadPace): void {
  server.addHook('preParsing', async (request, reply, payload) => {
    if (isForm(request)) watch(request.raw, reply.raw, pace);
    return payload;
  });
}

/** Whether a file is sent. The plug-in for forms knows it only once the body is parsed. */
export function isForm({ headers }: FastifyRequest): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

function watch(
  message: FastifyRequest['raw'],
  answer: FastifyReply['raw'],
  { withinMs, bytes }: UploadPace,
): void {
  const { socket } = message;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // Bytes lie here and nobody has taken them: the sender is waiting for us.
    if (message.readableLength > 0) return;
    if (came < bytes) message.destroy();
  }, withinMs);
  timer.unref();
  for (const end of ['end', 'close', 'error']) message.once(end, () => clearInterval(timer));
  for (const end of ['finish', 'close']) answer.once(end, () => clearInterval(timer));
}
