import { type Field, specOf } from './fields.ts';

/** What files call the choices of a field, beside our own words for them. */
const words: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>> = {
  customerKind: {
    individual: 'person',
    consumer: 'person',
    private: 'person',
    natural: 'person',
    p: 'person',
    persona: 'person',
    particular: 'person',
    business: 'company',
    organisation: 'company',
    organization: 'company',
    corporate: 'company',
    legal: 'company',
    b2b: 'company',
    empresa: 'company',
  },
  itemKind: {
    inv: 'invoice',
    bill: 'invoice',
    statement: 'invoice',
    factura: 'invoice',
    rechnung: 'invoice',
    installment: 'instalment',
    cuota: 'instalment',
    rate: 'instalment',
    charge: 'fee',
    'late fee': 'fee',
    comision: 'fee',
    gebuhr: 'fee',
  },
  deliveredBy: {
    paper: 'post',
    mail: 'post',
    letter: 'post',
    papel: 'post',
    papier: 'post',
    electronic: 'email',
    'e-mail': 'email',
    'e-bill': 'email',
    paperless: 'email',
    web: 'portal',
    online: 'portal',
  },
  methodKind: {
    'credit card': 'card',
    'debit card': 'card',
    tarjeta: 'card',
    karte: 'card',
    'direct debit': 'mandate',
    dd: 'mandate',
    sepa: 'mandate',
    ach: 'mandate',
    domiciliacion: 'mandate',
    lastschrift: 'mandate',
    cash: 'none',
    check: 'none',
    cheque: 'none',
    invoice: 'none',
    transfer: 'none',
    'bank transfer': 'none',
    manual: 'none',
  },
  methodState: {
    valid: 'active',
    ok: 'active',
    live: 'active',
    canceled: 'cancelled',
    revoked: 'cancelled',
    closed: 'cancelled',
    declined: 'refused',
    rejected: 'refused',
    failed: 'refused',
  },
};

/** The choice of a field that a word of a file means, null when it is none we know. */
export function choiceOf(field: Field, text: string): string | null {
  const word = text.trim().toLowerCase();
  const known = words[field];
  if (known && Object.hasOwn(known, word)) return known[word] ?? null;
  const choices = specOf('book', field)?.choices ?? [];
  return choices.find((choice) => choice === word) ?? null;
}
