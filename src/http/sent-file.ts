import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/refusal.ts';

/** The file of a form; a form that breaks off is the sender's fault. */
export async function firstFile(request: FastifyRequest): Promise<MultipartFile | undefined> {
  try {
    return await request.file();
  } catch (error) {
    const isTold = error instanceof Error && 'statusCode' in error;
    throw isTold ? error : torn();
  }
}

/** The bytes of a file; throws `unreadable` when the connection breaks off. */
export async function* wholeOrRefused(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch {
    throw torn();
  }
}

const torn = () => new Refusal('unreadable', { what: 'file', reason: 'torn' });
