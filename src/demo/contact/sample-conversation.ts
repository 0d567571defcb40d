import { ownValue } from '#kernel/own-value.ts';
import { instantOf } from '#kernel/time.ts';
import { type Book, owned } from '../book/book.ts';
import type { Made, Play } from '../play/play.ts';

type Line = readonly [speaker: 'agent' | 'customer', words: string];

const opening: Readonly<Record<string, readonly Line[]>> = {
  en: [
    ['agent', 'Good day, may I ask two questions to be sure that I speak with the right person?'],
    ['customer', 'Yes, that is fine.'],
    ['agent', 'Thank you, that is right. I am calling about a payment that is late.'],
  ],
  es: [
    ['agent', 'Buenos días, ¿puedo hacerle dos preguntas para confirmar con quién hablo?'],
    ['customer', 'Sí, adelante.'],
    ['agent', 'Gracias, es correcto. Llamo por un pago que está atrasado.'],
  ],
  he: [
    ['agent', 'שלום, אפשר לשאול שתי שאלות כדי לוודא עם מי אני מדברת?'],
    ['customer', 'כן, בבקשה.'],
    ['agent', 'תודה, זה נכון. אני מתקשרת לגבי תשלום שמתעכב.'],
  ],
};

const closing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    promise: 'I get paid soon, I can pay it then.',
    'paid-in-full': 'I forgot about it. I will pay it now.',
    plan: 'All of it at once is too much, but a part each month works.',
    dispute: 'That amount cannot be right, I want to see where it comes from.',
    hardship: 'I lost my job and cannot pay at the moment.',
    callback: 'This is a bad time, could you call me next week?',
    refused: 'I am not going to pay that.',
    other: 'All right, thank you for telling me.',
  },
  es: {
    promise: 'Cobro pronto y entonces puedo pagar.',
    'paid-in-full': 'Se me olvidó. Lo pago ahora.',
    plan: 'Todo de una vez es demasiado, pero puedo una parte cada mes.',
    dispute: 'Ese importe no puede ser correcto, quiero ver de dónde sale.',
    hardship: 'Perdí el trabajo y ahora no puedo pagar.',
    callback: 'Ahora no puedo hablar, ¿me llama la próxima semana?',
    refused: 'No voy a pagar eso.',
    other: 'De acuerdo, gracias por avisar.',
  },
  he: {
    promise: 'המשכורת נכנסת בקרוב ואז אוכל לשלם.',
    'paid-in-full': 'שכחתי מזה. אשלם עכשיו.',
    plan: 'הכול בבת אחת זה יותר מדי, אבל אפשר חלק בכל חודש.',
    dispute: 'הסכום הזה לא יכול להיות נכון, אני רוצה לראות ממה הוא מורכב.',
    hardship: 'פוטרתי ואני לא יכול לשלם כרגע.',
    callback: 'זה לא זמן טוב, אפשר להתקשר בשבוע הבא?',
    refused: 'אני לא מתכוון לשלם את זה.',
    other: 'בסדר, תודה שהודעתם.',
  },
};

/** Seconds between two lines of a conversation. */
const secondsALine = 14;

/**
 * The words of a conversation, in the customer's language, for the few talks whose words are shown.
 */
export function wordsOf(
  { book, debtor }: Play,
  { conversation }: Made,
  result: string,
): Book['rows']['utterances'] {
  const language = ownValue(closing, debtor.language) ? debtor.language : 'en';
  const said =
    ownValue(ownValue(closing, language) ?? {}, result) ??
    ownValue(closing, language)?.['other'] ??
    '';
  const lines: readonly Line[] = [...(ownValue(opening, language) ?? []), ['customer', said]];
  const beganMs = Date.parse(conversation.answeredAt ?? conversation.beganAt);
  return lines.map(([speaker, words], i) => ({
    ...owned(book, debtor.customerId),
    conversationId: conversation.id,
    line: i + 1,
    speaker,
    intent: null,
    words,
    saidAt: instantOf(beganMs + i * secondsALine * 1_000),
  }));
}
