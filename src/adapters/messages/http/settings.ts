import { z } from 'zod';

/** Settings of the gateway that messages are handed to. */
export const settings = z.strictObject({
  /** Where messages are posted to; the same address answers a GET when it could take them. */
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  /** Sent as a bearer token; empty for a gateway that asks for none. */
  token: z.string().max(4_000).meta({ secret: true }).default(''),
  /** How long the gateway may take to answer. */
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
});

/** The settings as read. */
export type Settings = z.output<typeof settings>;
