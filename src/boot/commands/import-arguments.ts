import { parseArgs } from 'node:util';
import { type DateFormat, dateFormats } from '#domain/intake/dates.ts';
import { type DecimalSign, decimalSigns } from '#domain/intake/decimals.ts';
import { sheetKinds, specOf } from '#domain/intake/fields.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import { isDate, type LocalDate } from '#kernel/time.ts';
import { CannotStart } from '../cannot-start.ts';

const usage = `Usage: npm run --silent import -- FILE --portfolio NAME [--kind book|credit_notes|payments|consents|camt]
  [--map MAP.yaml] [--sheet NAME] [--date-format ymd|dmy|mdy|my] [--decimal point|comma]
  [--as-of YYYY-MM-DD] [--take FIELD=COLUMN ...] [--empty-customer as-above|refuse]
  [--other-order refuse] [--dry-run]
  [--create --currency USD --country US --kind-of-debtor consumer|business --product card
   --zone America/New_York --creditor NAME]`;

const emptyCustomers = ['as-above', 'refuse'] as const;

const kinds = ['book', 'credit_notes', 'payments', 'consents', 'camt'] as const;
/** What a file holds. */
export type Kind = (typeof kinds)[number];

/** What the command was asked to do. */
export type Given = {
  readonly file: string;
  readonly portfolio: string;
  readonly kind: Kind | null;
  readonly mapFile: string | null;
  /** What a file leaves open: its sheet, how its dates and amounts are written, its day. */
  readonly answers: {
    readonly sheet: string | null;
    readonly dateFormat: DateFormat | null;
    readonly decimal: DecimalSign | null;
    readonly asOf: LocalDate | null;
    readonly emptyCustomer: ImportMap['emptyCustomer'] | null;
    readonly otherOrder: 'refuse' | null;
    /** Columns of fields, as they were said; `none` on either side: nothing. */
    readonly take: readonly (readonly [field: string, column: string])[];
  };
  readonly dryRun: boolean;
  readonly create: Readonly<Record<string, string | undefined>> | null;
};

/** Reads the arguments of the command. Throws CannotStart with how it is used. */
export function readArguments(args: readonly string[]): Given {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const created = ['currency', 'country', 'product', 'zone', 'creditor', 'kind-of-debtor'] as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        portfolio: text,
        kind: text,
        map: text,
        ...{ sheet: text, 'date-format': text, decimal: text, 'as-of': text },
        ...{ 'empty-customer': text, 'other-order': text, take: { ...text, multiple: true } },
        'dry-run': flag,
        create: flag,
        ...{ currency: text, country: text, product: text, zone: text, creditor: text },
        'kind-of-debtor': text,
      },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error('Give one file.');
    if (values.portfolio === undefined) throw new Error('Give --portfolio NAME.');
    // With --create, `--kind consumer` says whose debts they are.
    const debtors = ['consumer', 'business'].find((each) => each === values.kind);
    const kind = kinds.find((each) => each === values.kind) ?? null;
    if (values.kind !== undefined && kind === null && debtors === undefined) {
      throw new Error(`--kind is one of ${kinds.join(', ')}, not ${values.kind}.`);
    }
    const asked = Object.fromEntries(created.map((name) => [name, values[name]]));
    return {
      file,
      portfolio: values.portfolio,
      kind,
      mapFile: values.map ?? null,
      answers: {
        sheet: values.sheet ?? null,
        dateFormat: oneOf('--date-format', dateFormats, values['date-format']),
        decimal: oneOf('--decimal', decimalSigns, values.decimal),
        asOf: dayOf(values['as-of']),
        emptyCustomer: oneOf('--empty-customer', emptyCustomers, values['empty-customer']),
        otherOrder: oneOf('--other-order', ['refuse'], values['other-order']),
        take: (values.take ?? []).map(takenOf),
      },
      dryRun: values['dry-run'] ?? false,
      create: values.create
        ? { ...asked, 'kind-of-debtor': values['kind-of-debtor'] ?? debtors }
        : null,
    };
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function takenOf(given: string): readonly [string, string] {
  const [, field, column] = /^(\w+)=(.+)$/s.exec(given) ?? [];
  const isKnown = field === 'none' || sheetKinds.some((kind) => specOf(kind, field ?? ''));
  if (field === undefined || column === undefined || !isKnown) {
    throw new Error(`--take is a field and its column, such as balance=Saldo, not ${given}.`);
  }
  return [field, column];
}

function dayOf(given: string | undefined): LocalDate | null {
  if (given === undefined) return null;
  if (!isDate(given)) throw new Error(`--as-of is a day such as 2026-06-30, not ${given}.`);
  return given;
}

function oneOf<C extends string>(
  name: string,
  choices: readonly C[],
  given: string | undefined,
): C | null {
  if (given === undefined) return null;
  const found = choices.find((choice) => choice === given);
  if (found === undefined)
    throw new Error(`${name} is one of ${choices.join(', ')}, not ${given}.`);
  return found;
}
