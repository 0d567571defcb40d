import type { NamedMedium } from '../wording.ts';
import { plain } from './phrases.ts';

/** How one language says that somebody is to be reached in one way only. */
type OnlyWords = {
  /** `only`, with `|` between. */
  readonly only: string;
  /** Verbs of contact, pronouns and small words that may stand between it and the medium. */
  readonly between: string;
  /** Who the sentence is about when it tells of themselves or of us: no request. */
  readonly subjects: string;
  readonly media: Readonly<Partial<Record<NamedMedium, string>>>;
  /** What makes another medium take the place of calls. */
  readonly instead: string;
  /** Verbs of contact that name their medium. */
  readonly verbs: Readonly<Partial<Record<NamedMedium, string>>>;
};

const languages: Readonly<Record<string, OnlyWords>> = {
  en: {
    only: 'only|solely|exclusively',
    between: `contact|reach|write|communicate|correspond|message|talk|speak|send|use|want|accept|reply|respond|be|reached|
      contacted|me|us|to|with|by|via|through|in|on|over|using|my|the|your|a|please|want you to|do it|through the`,
    subjects:
      'the|my|your|this|i|we|he|she|they|you|have|has|had|got|was|were|can|could|paid|pay|received',
    media: {
      email: 'e ?mails?|electronic mail',
      letter:
        'letters?|mail|post|postal mail|regular mail|us mail|snail mail|writing|paper|written letters?|written form',
      sms: 'texts?|text messages?|sms|txts?',
      phone_call: 'phone|telephone|calls?|phone calls?|voice',
      messaging: 'whats ?app|messenger|telegram|signal',
    },
    instead: 'instead of|rather than|not',
    verbs: {
      email: 'e ?mail',
      letter: 'write|write to|mail|post',
      sms: 'text|txt|sms',
      phone_call: 'call|ring|phone',
      messaging: 'whatsapp',
    },
  },
  de: {
    only: 'nur|nur noch|ausschliesslich|lediglich|einzig',
    between: `kontaktieren|kontakt|kontaktaufnahme|schreiben|schicken|senden|melden|kommunizieren|erreichen|antworten|sie|mir|mich|uns|sich|bei|
      bitte|noch|per|via|mit|uber|ueber|durch|auf|dem|der|die|eine|einen|als|mittels`,
    subjects: 'ich|wir|habe|hatte|er|kann|konnte',
    media: {
      email: 'e ?mails?|mails?|elektronisch',
      letter: 'briefe?|brief|post|postweg|briefpost|schriftlich',
      sms: 'sms|textnachrichten?',
      phone_call: 'telefon|telefonisch|anrufe?|anruf',
      messaging: 'whats ?app|messenger|signal|telegram',
    },
    instead: 'statt|anstatt|anstelle|nicht',
    verbs: {},
  },
  fr: {
    only: 'uniquement|seulement|exclusivement|rien que',
    between: `contactez|contacter|ecrivez|ecrire|joindre|repondez|envoyez|communiquer|moi|me|nous|par|via|au|sur|des|les|un|une|la|le|merci|svp|de|d`,
    subjects: 'j|je|nous|ai|il|recu',
    media: {
      email: 'e ?mails?|mails?|courriels?|courrier electronique',
      letter: 'courriers?(?! electronique)|lettres?|la poste|poste|ecrit|voie postale',
      sms: 'sms|textos?',
      phone_call: 'telephone|appels?',
      messaging: 'whats ?app|messenger',
    },
    instead: 'au lieu|plutot que|pas',
    verbs: {},
  },
  es: {
    only: 'solo|solamente|unicamente|exclusivamente|nada mas|solo me',
    between: `contacten|contacteme|contactarme|contactar|escriban|escribanme|escribame|escribir|comuniquense|envien|manden|avisen|conmigo|me|por|via|
      a|al|con|en|mediante|un|una|el|la|los|las|mi|favor|quiero|acepto`,
    subjects: 'yo|recibi|tengo|he|puedo|pago|pague',
    media: {
      email: 'e ?mails?|correo electronico|correos electronicos|mails?',
      letter: 'cartas?|correo(?! electronico)|correo postal|escrito|correspondencia',
      sms: 'sms|mensajes? de texto|mensajes?|textos?',
      phone_call: 'telefono|llamadas?',
      messaging: 'whats ?app|wasap|messenger',
    },
    instead: 'en vez|en lugar|no',
    verbs: {},
  },
  pt: {
    only: 'so|somente|apenas|unicamente|exclusivamente',
    between: `contate|contatem|contatar|contactem|escrevam|escreva|entrem|contato|enviem|mandem|comigo|me|por|via|pelo|pela|em|com|a|o|um|uma|de|quero|aceito|
      favor`,
    subjects: 'eu|recebi|tenho|posso|pago|paguei',
    media: {
      email: 'e ?mails?|correio eletronico',
      letter: 'cartas?|correio(?! eletronico)|escrito|correios',
      sms: 'sms|mensage(?:m|ns)(?: de texto)?|torpedos?',
      phone_call: 'telefone|ligacao|ligacoes|chamadas?',
      messaging: 'whats ?app|zap|messenger',
    },
    instead: 'em vez|ao inves|nao',
    verbs: {},
  },
  it: {
    only: 'solo|soltanto|solamente|unicamente|esclusivamente',
    between: `contattatemi|contattare|contattarmi|scrivetemi|scrivere|scrivermi|inviate|mandate|comunicare|me|mi|per|via|tramite|con|a|su|al|un|una|le|la|il|
      voglio|accetto|favore`,
    subjects: 'io|ho|posso|ricevuto|pago|pagato',
    media: {
      email: 'e ?mails?|posta elettronica|mails?',
      letter: 'lettere?|lettera|posta(?! elettronica)|iscritto|raccomandata|scritto',
      sms: 'sms|messaggi(?:o)?',
      phone_call: 'telefono|chiamate?|chiamata|telefonate?',
      messaging: 'whats ?app|messenger',
    },
    instead: 'invece|anziche|non',
    verbs: {},
  },
  nl: {
    only: 'alleen|uitsluitend|enkel|slechts',
    between: `contact|contacteer|contacteren|schrijf|schrijven|stuur|mij|me|ons|maar|nog|per|via|met|op|een|opnemen|graag|aub|neem|bereik`,
    subjects: 'ik|wij|heb|had|kan',
    media: {
      email: 'e ?mails?|mails?|mail',
      letter: 'brief|brieven|post|schriftelijk',
      sms: 'sms|sms jes|tekstberichten?|appen',
      phone_call: 'telefoon|telefonisch|bellen',
      messaging: 'whats ?app|app|messenger',
    },
    instead: 'in plaats|niet',
    verbs: {},
  },
  he: {
    only: 'רק|אך ורק|בלבד',
    between:
      'ליצור|קשר|איתי|אלי|אליי|לפנות|תפנו|לשלוח|לכתוב|תכתבו|תשלחו|לי|דרך|ב|באמצעות|בבקשה|על ידי',
    subjects: 'קיבלתי|יש|אני|שילמתי',
    media: {
      email: 'במייל|מייל|מיילים|אימייל|באימייל|בדואר אלקטרוני|דואר אלקטרוני|בדוא ל|בדואל',
      letter: '(?:ב)?דואר(?! אלקטרוני)|במכתב|מכתב|מכתבים|במכתבים|בכתב|כתב',
      sms: 'בסמס|סמס|במסרון|מסרון|מסרונים|בהודעות|בהודעה|הודעות|בsms|sms',
      phone_call: 'בטלפון|טלפון|שיחות|בשיחה|טלפונית',
      messaging: 'בווטסאפ|ווטסאפ|בוואטסאפ|וואטסאפ|בווצאפ',
    },
    instead: 'במקום|לא',
    verbs: {},
  },
  id: {
    only: 'hanya|cuma|cukup',
    between: 'hubungi|kirim|saya|lewat|melalui|via|dengan|pakai|tolong',
    subjects: 'saya hanya|dapat',
    media: {
      email: 'e ?mail|surel|surat elektronik',
      letter: 'surat(?! elektronik)|pos',
      sms: 'sms|pesan teks',
      phone_call: 'telepon|telpon',
      messaging: 'whats ?app|wa',
    },
    instead: 'bukan',
    verbs: {},
  },
  tl: {
    only: 'lang|lamang|sa lang',
    between: 'sa|via|sulatan|kontakin|ako|po|ninyo|niyo',
    subjects: 'nakatanggap',
    media: {
      email: 'e ?mail',
      letter: 'sulat|koreo',
      sms: 'text|sms',
      phone_call: 'tawag',
      messaging: 'messenger',
    },
    instead: 'imbes|hindi',
    verbs: {},
  },
  tr: {
    only: 'sadece|yalnızca|yalnız',
    between: 'bana|lütfen|ile|üzerinden',
    subjects: 'aldım',
    media: {
      email: 'e ?posta(?: ile)?|mail',
      letter: 'mektup(?:la)?|posta(?: ile)?|yazılı',
      sms: 'sms|mesaj',
      phone_call: 'telefon(?:la)?',
      messaging: 'whats ?app',
    },
    instead: 'yerine',
    verbs: {},
  },
  sv: {
    only: 'bara|endast|enbart',
    between: 'kontakta|skriv|mig|via|med|per|på|till|skicka',
    subjects: 'jag|fick',
    media: {
      email: 'e ?post|mejl|mail',
      letter: 'brev|post',
      sms: 'sms',
      phone_call: 'telefon',
      messaging: 'whats ?app',
    },
    instead: 'istället|inte',
    verbs: {},
  },
  pl: {
    only: 'tylko|wyłącznie|jedynie',
    between: 'kontakt|proszę|przez|za|pomocą|pisać|do|mnie|na',
    subjects: 'mam|dostałem',
    media: {
      email: 'e ?mail_?|mailowo|mailem',
      letter: 'list_?|listownie|poczta|pocztą|pisemnie|piśmie',
      sms: 'sms_?',
      phone_call: 'telefon_?|telefonicznie',
      messaging: 'whats ?app',
    },
    instead: 'zamiast|nie',
    verbs: {},
  },
  ru: {
    only: 'только|исключительно|лишь',
    between: 'пишите|писать|связывайтесь|связь|со|мной|мне|по|через|в|на|на мой',
    subjects: 'я|получил|получила',
    media: {
      email: 'e ?mail|почте(?= электронной)|электронной почте|электронную почту|имейл',
      letter: 'письмом|письма|почтой|почте|письменно|письменном виде',
      sms: 'смс|sms|сообщения|сообщением',
      phone_call: 'телефону|звонки',
      messaging: 'ватсап|whatsapp|вотсап|телеграм',
    },
    instead: 'вместо|не',
    verbs: {},
  },
};

type Pattern = readonly [NamedMedium, RegExp];

const one = (words: string) =>
  `(?:${plain(words)
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=\p{L})_\??/gu, '[^ .?#]*')})`;

/** Where such a sentence ends: `email only please`. */
const end =
  '(?= (?:please|pls|plz|thanks|thank you|bitte|danke|svp|merci|por favor|gracias|per favore|grazie|aub|obrigad[oa]|בבקשה|תודה)|(?: now)? ?[.?]|$)';

function patternsOf({ only, between, subjects, media, instead, verbs }: OnlyWords): Pattern[] {
  const notTold = `(?<!(?<![^ ])${one(subjects)} (?:have |can |will )?)`;
  const calls = `(?:${media.phone_call ? one(media.phone_call) : '(?!)'}|calling|phoning|ringing|anrufen|anzurufen|zu telefonieren|appeler|m appeler|llamar|llamarme|ligar|chiamare|bellen|להתקשר)`;
  return Object.entries(media).flatMap(([medium, named]): Pattern[] => {
    const way = one(named);
    const verb = verbs[medium as NamedMedium];
    const forms = [
      `${notTold}${one(only)} (?:${one(between)} ){0,5}${way}`,
      `(?:${one(between)} ){0,3}${way} ${one(only)}${end}`,
      `${way} (?:${one(between)} ){0,3}${one(instead)} (?:of |de |di |que |von |van |d )?(?:_ )?${calls}`.replaceAll(
        '_',
        '[^ .?#]+',
      ),
      ...(verb === undefined
        ? []
        : [
            `${notTold}${one(only)} ${one(verb)}(?: (?:to )?(?:me|us)| letters?)?${end}`,
            `${one(verb)} (?:to )?(?:me|us) ${one(only)}${end}`,
            `${one(verb)} (?:to )?(?:me|us) ${one(instead)} (?:of )?${calls}`,
          ]),
    ];
    return [[medium as NamedMedium, new RegExp(`(?<![^ ])(?:${forms.join('|')})(?![^ ])`, 'u')]];
  });
}

const patterns: readonly Pattern[] = Object.values(languages).flatMap(patternsOf);

/**
 * The one medium by which somebody asks to be reached, with the words that say so; null without such a
 * request. Of several that are named the strictest stays open: a letter before all others.
 */
export function onlyBy(
  folded: string,
): { readonly medium: NamedMedium; readonly words: string } | null {
  const found = patterns.flatMap(([medium, pattern]) => {
    const words = pattern.exec(folded)?.[0];
    return words === undefined ? [] : [{ medium, words }];
  });
  const strictest = (['letter', 'email', 'messaging', 'sms', 'phone_call'] as const).find(
    (medium) => found.some((one) => one.medium === medium),
  );
  return found.find(({ medium }) => medium === strictest) ?? null;
}
