import { z } from 'zod';

/** Settings of a folder that keeps files. */
export const settings = z.strictObject({
  /** Absolute path; empty for the folder below the data folder. */
  folder: z
    .string()
    .max(4_096)
    .regex(/^$|^\/|^[A-Za-z]:[\\/]/)
    .default(''),
});

/** The settings as read. */
export type Settings = z.output<typeof settings>;
