import { z } from 'zod';

/** Settings of the simulated telephone network, all with defaults. */
export const settings = z.strictObject({
  /** Names the simulated world: the same seed gives the same people and the same fates of calls. */
  seed: z.string().min(1).max(200).default('dunlin'),
  /** How much faster than life the network and its people are. */
  speed: z.number().min(0.1).max(1_000).default(1),
  /** Multiplies every chance of an answer; 1 is as in life, where most dials meet nobody. */
  reach: z.number().min(0).max(100).default(1),
  /** Share of answers where the detection cannot tell a person from a machine. */
  unsureShare: z.number().min(0).max(1).default(0.05),
  /** Calls an hour from customers, on average, once the host starts them. */
  inboundPerHour: z.number().min(0).max(10_000).default(0),
  /** Silence from us after which a person hangs up; not changed by the speed. */
  patienceSeconds: z.number().min(5).max(3_600).default(120),
});

/** The settings as read. */
export type Settings = z.output<typeof settings>;
