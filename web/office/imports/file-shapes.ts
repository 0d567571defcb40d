import type { lookAtFile } from '#contract/intake.ts';
import type { InputOf, OutputOf } from '#web/ui/client/api.ts';

/** What a file holds, as the server looked at it. */
export type Look = OutputOf<typeof lookAtFile>;

/** What the user sets about the form of the file. */
export type ReadOptionsOf = InputOf<typeof lookAtFile>['options'];

/** What the user decided about the file. */
export type Chosen = { readonly map: Record<string, unknown>; readonly options: ReadOptionsOf };
