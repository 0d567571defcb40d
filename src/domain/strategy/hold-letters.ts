import type { ScriptParts } from '#domain/contact/call-script.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { TaskOutcome } from './decisions.ts';
import { type HoldLetterTask, holdLetterTasks } from './hold-letter-tasks.ts';
import { commonContent, disclosed, type OfficeContact } from './letter-content.ts';
import { fillLetter, type Letter, type LetterLanguage, type TaskLetterFacts } from './letters.ts';

type Text = { readonly subject: string; readonly words: string };

type HoldLetter = Omit<OfficeContact, 'content'> & {
  /** Whether somebody writes the answer that the letter gives. */
  readonly isAnswer: boolean;
  /** The event of the gate that meets the duties the letter fulfils; null for none. */
  readonly meets: EventWord | null;
  readonly texts: Readonly<Record<LetterLanguage, Text>>;
};

const letters: Readonly<Record<HoldLetterTask, HoldLetter>> = {
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
};

/** The letter with which a task of a hold may end; undefined for one that ends with none. */
export function holdLetterTask(kind: string): HoldLetterTask | undefined {
  return holdLetterTasks.find((known) => known === kind);
}

/** Whether a task ends so only with the words of an answer. */
export function needsAnswer(kind: string, outcome: TaskOutcome): boolean {
  const task = holdLetterTask(kind);
  return outcome === 'letter-sent' && task !== undefined && letters[task].isAnswer;
}

/** The event of the gate by which the letter of a task meets duties; null for none. */
export const metByHoldLetter = (task: HoldLetterTask): EventWord | null => letters[task].meets;

/** The letter of a hold, as the gate is asked about it: a claimed purpose rests on the hold. */
export function holdLetterContact(
  task: HoldLetterTask,
  holdId: string,
  parts: ScriptParts,
): OfficeContact {
  const { purpose, to } = letters[task];
  return {
    ...{ purpose, reference: `hold:${holdId}` },
    ...(to ? { to } : {}),
    content: { ...commonContent, mentions_debt: true, ...disclosed(parts) },
  };
}

/** The letter of a hold in the customer's language; `answer` is what somebody wrote for it. */
export function holdLetterFor(
  task: HoldLetterTask,
  facts: TaskLetterFacts,
  parts: ScriptParts,
  answer: string | null,
): Letter {
  const { name, creditor } = facts;
  return fillLetter(letters[task].texts, facts, parts, { name, creditor, answer: answer ?? '…' });
}
