import { z } from 'zod';

/** Settings of the simulated message provider, all with defaults. */
export const settings = z.strictObject({
  /** Time from sending to the news of delivery. */
  deliveryMs: z.number().int().min(0).max(86_400_000).default(2_000),
  /** Addresses at which nothing arrives, as they are ordered. */
  deadAddresses: z.array(z.string().max(500)).max(1_000).default([]),
});

/** The settings as read. */
export type Settings = z.output<typeof settings>;
