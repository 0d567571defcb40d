import type { z } from 'zod';
import type { Right } from '#domain/workforce/rights.ts';

/**
 * How much an endpoint asks of the server: figures over the whole book (`report`), checks, exports and
 * guesses (`heavy`), a file that is sent (`upload`), or a `request` like any other. It says how many
 * of them go on at once and how long a statement may take.
 */
export type Work = 'request' | 'report' | 'heavy' | 'upload';

/** Where an endpoint's input comes from is fixed: `:names` of the path, else query or JSON body. */
export type Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> = {
  /** Unique in the product: `<area>.<verb>`, also the operation id in OpenAPI. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Starts with `/api/`; `:name` segments are fields of the input. */
  readonly path: string;
  /** What the caller must hold, on the portfolio concerned; `null` for any signed-in user. */
  readonly right: Right | null;
  /**
   * Whose personal data its answer shows: nobody's, one customer's, or that of several. Opening the file
   * of one customer who is not one's own work is recorded, and so is a file of several that is taken out.
   */
  readonly shows: 'nobody' | 'customer' | 'customers';
  readonly summary: string;
  /** Answers also while the time is in doubt: what ends something, or helps to find out. */
  readonly whileClockInDoubt?: true;
  /** Hands a file out of the record of people: not while the time is in doubt, as what changes something. */
  readonly takesOut?: true;
  /** What kind of work it is; a `request` unless said. */
  readonly work?: Work;
  readonly input: Input;
  readonly output: Output;
};

/** Declares an endpoint as a value: server, typed web client and OpenAPI all read it. */
export function endpoint<Input extends z.ZodObject, Output extends z.ZodType>(
  value: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return value;
}
