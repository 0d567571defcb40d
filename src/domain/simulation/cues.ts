import type { Intent } from './speech.ts';

/** Phrases that give away what free text means, in the order they are tried. */
const phrases: readonly (readonly [Intent, readonly string[]])[] = [
  [
    'offer-supervisor',
    ['supervisor', 'my manager', 'team leader', 'encargad', 'mi jefe', 'מנהל', 'אחראית משמרת'],
  ],
  [
    'prove-genuine',
    [
      'call us back',
      'call back on the number',
      'reference number',
      'on our website',
      'check that we are',
      'numero de referencia',
      'nuestra pagina',
      'puede llamarnos',
      'מספר אסמכתה',
      'באתר שלנו',
      'להתקשר אלינו',
    ],
  ],
  [
    'calm',
    [
      'i can hear',
      'take your time',
      'no rush',
      'let us look at it together',
      "let's look at it together",
      'tranquil',
      'con calma',
      'בנחת',
      'נבדוק ביחד',
    ],
  ],
  [
    'empathy',
    [
      'i understand',
      'sorry to hear',
      'i am sorry',
      "i'm sorry",
      'must be hard',
      'entiendo',
      'lo siento',
      'lamento',
      'אני מבין',
      'אני מבינה',
      'מצטער',
    ],
  ],
  [
    'acknowledge-request',
    [
      'will not call',
      "won't call",
      'i have noted',
      'noted that',
      'i will call you',
      'no volveremos a llamar',
      'he anotado',
      'le llamare',
      'רשמתי',
      'לא נתקשר',
      'אתקשר אליך',
    ],
  ],
  [
    'ask-reason',
    [
      'what happened',
      'why was',
      'the reason',
      'is there a reason',
      'que ha pasado',
      'que paso',
      'el motivo',
      'por que no',
      'מה קרה',
      'הסיבה',
      'למה לא',
    ],
  ],
  [
    'ask-identity',
    [
      'am i speaking',
      'speaking with',
      'speaking to',
      'may i speak',
      'hablo con',
      'puedo hablar con',
      'אני מדבר עם',
      'אני מדברת עם',
      'אפשר לדבר עם',
    ],
  ],
  [
    'read-back',
    [
      'to confirm',
      'let me repeat',
      'let me read',
      'para confirmar',
      'le repito',
      'לסיכום',
      'אחזור',
    ],
  ],
  [
    'explain-debt',
    [
      'you owe',
      'overdue',
      'balance',
      'outstanding',
      'debe usted',
      'pendiente',
      'saldo',
      'חוב',
      'יתרה',
    ],
  ],
  [
    'state-purpose',
    ['calling about', 'calling because', 'llamo por', 'le llamo', 'מתקשר בקשר', 'בנוגע ל'],
  ],
  [
    'close',
    [
      'goodbye',
      'good bye',
      'have a nice',
      'adios',
      'hasta luego',
      'que tenga',
      'להתראות',
      'יום טוב',
    ],
  ],
  [
    'greet',
    [
      'hello',
      'good morning',
      'good afternoon',
      'good evening',
      'hola',
      'buenos',
      'buenas',
      'שלום',
      'בוקר טוב',
      'ערב טוב',
    ],
  ],
];

/** Words nobody should hear from an agent: each costs the person's patience. */
const harsh: readonly string[] = [
  'shut up',
  'liar',
  'lying',
  'your own fault',
  'it is your fault',
  'deadbeat',
  'stupid',
  'arrest',
  'jail',
  'take your house',
  'callese',
  'mentiros',
  'por su culpa',
  'moroso',
  'carcel',
  'estupid',
  'שקרן',
  'באשמתך',
  'כלא',
  'טיפש',
];

/** Lower case without Latin accents, apostrophes made plain; Hebrew letters stay as they are. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('\u2019', "'");
}

/** Finds any of the phrases at the start of a word, behind up to two joined Hebrew prefixes. */
function finder(list: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})[והבלמשכ]{0,2}(?:${list.join('|')})`, 'u');
}

const meanings = phrases.map(([intent, list]) => [intent, finder(list)] as const);
const harshWords = finder(harsh);

/** What a free text means, by the first list with a phrase in it; `free-text` when none has. */
export function intentOf(text: string): Intent {
  const words = plain(text);
  return meanings.find(([, found]) => found.test(words))?.[0] ?? 'free-text';
}

/** Whether an utterance insults or threatens. */
export function isHarsh(text: string): boolean {
  return harshWords.test(plain(text));
}
