import { plainLetters } from '#domain/gate/debt-words.ts';

/** Words by which a suit is announced; small letters without accents. */
const SUIT = [
  'sue|sues|sued|suing|lawsuits?|file suit|legal (action|proceedings)|take you to court|court (action|claim|proceedings)',
  'demandarle|demandarlo|demandarla|le demandaremos|demanda judicial|accion(es)? legal(es)?|acciones judiciales',
  'poursuites? judiciaires?|poursuivre en justice|action en justice|vous assigner',
  'verklagen|klage (erheben|einreichen)|gerichtliche (schritte|verfahren)|rechtliche schritte',
  'azion[ei] legal[ei]|citare in giudizio|vie legali',
  'processa-lo|processa-la|acao judicial|acoes judiciais|medidas judiciais',
  'dagvaarden|gerechtelijke stappen|naar de rechter',
  'לתבוע אותך|נתבע אותך|תביעה משפטית|הליכים משפטיים',
];

/** What an opt-out may not ask for beyond the wish and the address, said as something to give. */
const GIVEN = [
  '(?:with|give|giving|send|sending|provide|include|including|state|stating|enter|add|confirm) (?:us )?(?:your|a|the) (?:full |legal )?(?:name|date of birth|birth ?date|account|reason|social security|ssn|password|pin)',
  '(?:con|indique|incluya|envie|de|anada) (?:su|sus|el|un) (?:nombre|fecha de nacimiento|numero de cuenta|motivo)',
  '(?:avec|indiquez|donnez|precisez|envoyez) (?:votre|vos|un|le) (?:nom|date de naissance|numero de compte|motif)',
  '(?:mit|unter angabe|nennen sie|geben sie) (?:ihr\\p{L}*|de[sr]) (?:vollstandigen? )?(?:namen?s?|geburtsdatum\\p{L}*|kontonummer|grund\\p{L}*)',
  '(?:con|indicando|indichi|indicare|indica|inserisca|fornisca|invii|includa) (?:il |la |i |un )?(?:suoi? |sua |tuo |tua )?(?:nome|cognome|data di nascita|numero di conto|codice fiscale|motivo|password)',
  '(?:com|indique|indicando|informe|informando|inclua|envie|forneca) (?:os? |a |um )?(?:seus? |sua )?(?:nome|data de nascimento|numero d[ae] conta|cpf|nif|motivo|senha)',
  '(?:met|vermeld|geef|stuur|noem|onder vermelding van) (?:uw|je|een|de|het) (?:volledige )?(?:naam|geboortedatum|rekeningnummer|bsn|reden|wachtwoord)',
  '(?:עם|בציון|בצירוף|ציינו|ציין|שלחו|שלח|הוסיפו|הזינו|הזן|כתבו|ו?מסרו) (?:את )?(?:ה?שם|שמך|שמכם|תאריך ה?לידה|מספר ה?חשבון|תעודת ה?זהות|מספר ה?זהות|ה?סיבה|ה?סיסמה)',
  '(?:pague|abone) [$€£]?\\d+(?:[.,]\\d+)? ?\\p{L}* para',
  'payez [$€£]?\\d+(?:[.,]\\d+)? ?[€\\p{L}]* pour',
  'zahlen sie [$€£]?\\d+(?:[.,]\\d+)? ?[€\\p{L}]*,? um',
  'paghi [$€£]?\\d+(?:[.,]\\d+)? ?[€\\p{L}]* per',
  'betaal [$€£]?\\d+(?:[.,]\\d+)? ?[€\\p{L}]*,? om',
  '(?:שלמו|שלם) [$€£₪]?\\d+(?:[.,]\\d+)? ?[₪\\p{L}]* כדי',
  '(?:a|the) fee|pay (?:us )?[$€£]?\\d+(?:[.,]\\d+)? ?\\p{L}* (?:to (?:stop|opt|unsubscribe)|and (?:give|send|provide))',
  'and your (?:account|full name|date of birth|social security)',
];

const suit = new RegExp(`(?<!\\p{L})(?:${SUIT.join('|')})(?!\\p{L})`, 'u');
const given = new RegExp(`(?<!\\p{L})(?:${GIVEN.join('|')})`, 'gu');

/** Whether the words announce a suit, in whatever of the languages they are. */
export function announcesSuit(words: string): boolean {
  return suit.test(plainLetters(words));
}

/**
 * What the words ask of whoever wants no more messages (12 CFR 1006.6(e)), as they ask for it; empty
 * when they ask for nothing.
 *
 * @param optOut what a notice how to stop looks like; only its own sentences are read
 */
export function askedOfOptOut(words: string, optOut: RegExp): string[] {
  const sentences = words.split(/[.!?\n]+/).filter((sentence) => optOut.test(sentence));
  const found = sentences.flatMap((one) => [...plainLetters(one).matchAll(given)]);
  return [...new Set(found.map(([asked]) => asked.trim()))];
}
