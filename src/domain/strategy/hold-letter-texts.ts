import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { HoldLetterTask } from './hold-letter-tasks.ts';
import type { OfficeContact } from './letter-content.ts';
import type { LetterLanguage } from './letters.ts';

type Text = { readonly subject: string; readonly words: string };

/** The letter with which the task of a hold may end: for what it is, and its words. */
export type HoldLetter = Omit<OfficeContact, 'content'> & {
  /** Whether somebody writes the answer that the letter gives. */
  readonly isAnswer: boolean;
  /** The event of the gate that meets the duties the letter fulfils; null for none. */
  readonly meets: EventWord | null;
  /** The event whose duties the letter meets without being that event: the hold may go on. */
  readonly answers?: EventWord;
  readonly texts: Readonly<Record<LetterLanguage, Text>>;
};

/**
 * The letters of holds. An answer in writing is asked by law or good practice: a claim of coerced debt
 * (N.Y. Gen. Bus. Law §604-bb, Cal. Civ. Code §1798.97.2), a report of identity theft (15 U.S.C.
 * §1681m(g)), hardship (FCA CONC 7.3.4R).
 */
export const holdLetters: Readonly<Record<HoldLetterTask, HoldLetter>> = {
  'write-letter': {
    purpose: 'advise_termination',
    isAnswer: false,
    meets: null,
    texts: {
      en: {
        subject: 'We no longer contact you',
        words:
          'Dear {name},\nyou asked us not to contact you about your account with {creditor}. We will not contact you about it again, unless the law asks it of us. If you want to speak with us, you can call or write to us at any time.',
      },
      es: {
        subject: 'Dejamos de contactarle',
        words:
          'Hola, {name}:\nNos pidió que no le contactáramos por su cuenta con {creditor}. No volveremos a hacerlo, salvo que la ley nos obligue. Si desea hablar con nosotros, puede llamarnos o escribirnos en cualquier momento.',
      },
      he: {
        subject: 'לא ניצור איתך קשר עוד',
        words:
          'שלום {name},\nביקשת שלא ניצור איתך קשר לגבי חשבונך אצל {creditor}. לא נפנה אליך עוד בעניין זה, אלא אם החוק יחייב אותנו. אם נוח לך לדבר איתנו, אפשר להתקשר או לכתוב אלינו בכל עת.',
      },
    },
  },
  'write-to-adviser': {
    purpose: null,
    to: 'attorney',
    isAnswer: false,
    meets: null,
    texts: {
      en: {
        subject: '{name}: do you act for them?',
        words:
          'To whom it may concern,\nwe were told that you represent {name} about their account with {creditor}. Please confirm that you do, and tell us by when we may expect your answer. While you act for them, we write to you and not to them.',
      },
      es: {
        subject: '{name}: ¿le representa usted?',
        words:
          'A quien corresponda:\nNos han dicho que representa a {name} en relación con su cuenta con {creditor}. Le rogamos que lo confirme y nos diga cuándo podemos esperar su respuesta. Mientras le represente, le escribiremos a usted y no a esa persona.',
      },
      he: {
        subject: '{name}: אישור ייצוג',
        words:
          'לכל מאן דבעי,\nנמסר לנו כי הנך מייצג/ת את {name} בעניין החשבון אצל {creditor}. נבקש לאשר זאת ולהודיע לנו מתי נוכל לצפות לתשובה. כל עוד הייצוג נמשך, נפנה אליך ולא אל הלקוח/ה.',
      },
    },
  },
  'answer-complaint': {
    purpose: 'complaint_response',
    isAnswer: true,
    meets: 'complaint_ended',
    texts: {
      en: {
        subject: 'Our answer to your complaint',
        words:
          'Dear {name},\nwe have looked into your complaint about your account with {creditor}. This is our answer:\n{answer}',
      },
      es: {
        subject: 'Nuestra respuesta a su reclamación',
        words:
          'Hola, {name}:\nHemos examinado su reclamación sobre su cuenta con {creditor}. Esta es nuestra respuesta:\n{answer}',
      },
      he: {
        subject: 'תשובתנו לתלונתך',
        words: 'שלום {name},\nבדקנו את תלונתך לגבי חשבונך אצל {creditor}. זו תשובתנו:\n{answer}',
      },
    },
  },
  'answer-dispute': {
    purpose: 'dispute_response',
    isAnswer: true,
    meets: 'dispute_acknowledged',
    texts: {
      en: {
        subject: 'Our answer to what you dispute',
        words:
          'Dear {name},\nwe have looked into what you dispute about your account with {creditor}. This is our answer:\n{answer}',
      },
      es: {
        subject: 'Nuestra respuesta a su disputa',
        words:
          'Hola, {name}:\nHemos examinado lo que usted discute de su cuenta con {creditor}. Esta es nuestra respuesta:\n{answer}',
      },
      he: {
        subject: 'תשובתנו להשגתך',
        words: 'שלום {name},\nבדקנו את השגתך לגבי חשבונך אצל {creditor}. זו תשובתנו:\n{answer}',
      },
    },
  },
  'review-hardship': {
    purpose: 'hardship_response',
    isAnswer: true,
    meets: null,
    answers: 'hardship_ended',
    texts: {
      en: {
        subject: 'Our answer about your situation',
        words:
          'Dear {name},\nwe have looked at what you told us about your situation and your account with {creditor}. This is our answer:\n{answer}',
      },
      es: {
        subject: 'Nuestra respuesta sobre su situación',
        words:
          'Hola, {name}:\nHemos examinado lo que nos contó de su situación y su cuenta con {creditor}. Esta es nuestra respuesta:\n{answer}',
      },
      he: {
        subject: 'תשובתנו לגבי מצבך',
        words:
          'שלום {name},\nבדקנו את מה שסיפרת לנו על מצבך ועל חשבונך אצל {creditor}. זו תשובתנו:\n{answer}',
      },
    },
  },
  'review-coerced-debt': {
    purpose: 'coerced_debt_answer',
    isAnswer: true,
    meets: null,
    texts: {
      en: {
        subject: 'Our answer to your statement',
        words:
          'Dear {name},\nwe have received your statement that somebody else made you take on what is charged to your account with {creditor}. This is our answer:\n{answer}',
      },
      es: {
        subject: 'Nuestra respuesta a su declaración',
        words:
          'Hola, {name}:\nHemos recibido su declaración de que otra persona le obligó a contraer lo que figura en su cuenta con {creditor}. Esta es nuestra respuesta:\n{answer}',
      },
      he: {
        subject: 'תשובתנו להצהרתך',
        words:
          'שלום {name},\nקיבלנו את הצהרתך שאדם אחר כפה עליך את החיוב בחשבונך אצל {creditor}. זו תשובתנו:\n{answer}',
      },
    },
  },
  'check-identity-theft': {
    purpose: 'dispute_response',
    isAnswer: true,
    meets: null,
    texts: {
      en: {
        subject: 'Our answer to your report',
        words:
          'Dear {name},\nwe have received your report that somebody else used your name for the account with {creditor}, and have told {creditor} of it. This is our answer:\n{answer}',
      },
      es: {
        subject: 'Nuestra respuesta a su denuncia',
        words:
          'Hola, {name}:\nHemos recibido su aviso de que otra persona usó su nombre en la cuenta con {creditor}, y se lo hemos comunicado a {creditor}. Esta es nuestra respuesta:\n{answer}',
      },
      he: {
        subject: 'תשובתנו לדיווח שלך',
        words:
          'שלום {name},\nקיבלנו את הדיווח שלך שאדם אחר השתמש בשמך בחשבון אצל {creditor}, והודענו על כך ל{creditor}. זו תשובתנו:\n{answer}',
      },
    },
  },
  'check-debt': {
    purpose: 'dispute_response',
    isAnswer: true,
    meets: null,
    texts: {
      en: {
        subject: 'What our check found',
        words:
          'Dear {name},\nwe have checked your account with {creditor}. This is our answer:\n{answer}',
      },
      es: {
        subject: 'Resultado de nuestra comprobación',
        words:
          'Hola, {name}:\nHemos comprobado su cuenta con {creditor}. Esta es nuestra respuesta:\n{answer}',
      },
      he: {
        subject: 'תוצאת הבדיקה שלנו',
        words: 'שלום {name},\nבדקנו את חשבונך אצל {creditor}. זו תשובתנו:\n{answer}',
      },
    },
  },
};
