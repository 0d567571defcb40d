import type { z } from 'zod';
import type { CheckFailure } from '#domain/connections/slots.ts';

/**
 * Whether something could serve now. `detail` says more in a technical word, such as `ECONNREFUSED`
 * or `HTTP 401`; never a secret, an address or what somebody wrote.
 */
export type CheckResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: CheckFailure; readonly detail: string | null };

/** What everything that is connected can be asked. */
export type Connected = {
  /** Asks whether it could serve now, without reaching any customer; never throws. */
  readonly check: () => Promise<CheckResult>;
  /** Stops it; nothing is told afterwards. */
  readonly close: () => Promise<void>;
};

/** The default export of `adapters/<port>/<name>/index.ts`. */
export type Adapter<Settings extends z.ZodObject, Host, Serving extends Connected> = {
  readonly label: string;
  /** Whether it only pretends: nothing leaves the house, nobody is reached. */
  readonly isSimulated: boolean;
  /**
   * Checks the settings and draws their form: text, numbers, yes or no, and lists of text. A text
   * with `.meta({ secret: true })` is stored sealed and never shown again.
   */
  readonly settings: Settings;
  readonly connect: (settings: z.output<Settings>, host: Host) => Promise<Serving>;
};
