import { Client, type ClientConfig } from 'pg';

/**
 * A connection outside of every pool, not yet open. The server may end it at any moment, between two
 * statements too: the next statement tells whoever waits for it, and the process goes on.
 */
export function newClient(config: ClientConfig): Client {
  const client = new Client(config);
  outliveLoss(client);
  return client;
}

/** Gives the loss of a connection an owner: without one it would end the process. */
export function outliveLoss(client: Client): void {
  client.on('error', () => undefined);
}
