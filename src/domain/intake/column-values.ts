import { isCurrency } from '#kernel/money.ts';
import { isZone } from '#kernel/time.ts';
import { cellText } from './cell-text.ts';
import { type IntakeDefaults, isEmail, isPhone, yesNoOf } from './cells.ts';
import { choiceOf } from './choices.ts';
import { detectDateFormat } from './dates.ts';
import { detectDecimal } from './decimals.ts';
import type { Field, FieldType } from './fields.ts';
import { type Gazetteer, gazetteer } from './places.ts';

/** Judges how many values of a column fit a type; each column and type is looked at once. */
export class ColumnValues {
  private readonly places: Gazetteer = gazetteer();
  private readonly defaults: IntakeDefaults;
  private readonly known = new Map<string, number>();

  constructor(defaults: IntakeDefaults) {
    this.defaults = defaults;
  }

  share(type: FieldType, field: Field, values: readonly string[], column: number): number {
    const key = `${column} ${type === 'choice' ? field : type}`;
    const found = this.known.get(key) ?? this.judge(type, field, values);
    this.known.set(key, found);
    return found;
  }

  private judge(type: FieldType, field: Field, values: readonly string[]): number {
    const part = (fits: (value: string) => boolean) =>
      values.filter((value) => fits(cellText(value))).length / values.length;
    switch (type) {
      case 'date':
        return detectDateFormat(values, Number(this.defaults.today.slice(0, 4)) + 20).share;
      case 'amount':
        return detectDecimal(values).share;
      case 'whole-number':
        return part((value) => /^-?\d{1,5}(?:\.0+)?$/.test(value));
      case 'currency':
        return part((value) => isCurrency(value.toUpperCase()));
      case 'country':
        return part((value) => this.places.country(value) !== null);
      case 'language':
        return part((value) => this.places.language(value) !== null);
      case 'zone':
        return part((value) => value.includes('/') && isZone(value));
      case 'phone':
        return part((value) => this.isLikePhone(value));
      case 'email':
        return part(isEmail);
      case 'reference':
        return part(isReference);
      case 'name':
        return part((value) => /\p{L}{2}/u.test(value) && !/\d{4}|@/.test(value));
      case 'last-four':
        return part((value) => /\d{4}$/.test(value));
      case 'yes-no':
        return part((value) => yesNoOf(value) !== null);
      case 'choice':
        return part((value) => choiceOf(field, value) !== null);
      case 'postal-code':
        return part((value) => /^[\p{L}\d][\p{L}\d -]{2,9}$/u.test(value));
      case 'text':
        return 1;
    }
  }

  private isLikePhone(value: string): boolean {
    const digits = value.replace(/\D/g, '').length;
    if (isTaxNumber(value, this.defaults.country) || isUniversalId(value)) return false;
    if (/^\d{1,2}([-/.])\d{1,2}\1\d{2,4}$/.test(value)) return false;
    const shaped = /^[+(]|[-() ]\d/.test(value) && digits >= 7 && !/^\d{4}-\d{2}-\d{2}/.test(value);
    return shaped || (digits >= 9 && isPhone(value, this.defaults.country));
  }
}

/** Whether names and not numbers stand in a column: words of letters, hardly a digit. */
export function areNames(values: readonly string[]): boolean {
  const named = values.filter((value) =>
    /(?:\p{L}\p{Ll}|\p{L}\p{Lo}|\p{L}{2}.*\s\p{L})/u.test(value),
  );
  // One word with a number in it (`cus_PQ1`) is a number.
  const numbered = values.filter((value) => /\d{2}|[@_]|^\S*\d\S*$/.test(value));
  return (
    values.length > 0 && named.length >= values.length * 0.8 && numbered.length * 5 <= values.length
  );
}

/** Whether numbers are written as only phones are: with a plus, or parted; ids are plain digits. */
export function areWrittenAsPhones(values: readonly string[], country: string | null): boolean {
  const written = values.filter(
    (value) =>
      /^[+(]|\d[-. )]+\d/.test(value) && !isTaxNumber(value, country) && !isUniversalId(value),
  );
  return written.length >= values.length * 0.5;
}

function isReference(value: string): boolean {
  const isAmount = /^-?\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}$/.test(value);
  const isDay = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d{4}-\d{2}-\d{2}(?:\D|$)/.test(value);
  return value.length <= 100 && !isAmount && !isDay && !isEmail(value);
}

/** Numbers of persons and companies in the writing of their authorities: US, Brazil, Chile. */
function isTaxNumber(value: string, country: string | null): boolean {
  if (/^\d{2}-\d{7}$/.test(value) && !isPhone(value, country)) return true;
  return /^(?:\d{3}-\d{2}-\d{4}|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}|\d{1,2}\.\d{3}\.\d{3}-[\dkK])$/.test(
    value,
  );
}

/** Identifiers of programs, written in groups of hexadecimal digits, with their hyphens or without. */
function isUniversalId(value: string): boolean {
  return /^\{?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\}?$/i.test(value);
}
