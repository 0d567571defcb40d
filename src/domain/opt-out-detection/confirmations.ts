import { ownValue } from '#kernel/own-value.ts';

type Confirmation = { readonly subject: string; readonly words: string };

/**
 * The one confirmation of an opt-out and nothing else: no debt, no name, no link (12 CFR 1006.14(h)(2)
 * (ii)(A), 47 CFR 64.1200(a)(12)).
 */
const texts: Readonly<Record<string, Confirmation>> = {
  en: {
    subject: 'Your request',
    words: 'We have your request. We will send no more messages to this address.',
  },
  es: {
    subject: 'Su solicitud',
    words: 'Recibimos su solicitud. No enviaremos más mensajes a esta dirección.',
  },
  he: { subject: 'בקשתך', words: 'קיבלנו את בקשתך. לא נשלח עוד הודעות לכתובת זו.' },
  fr: {
    subject: 'Votre demande',
    words: "Nous avons reçu votre demande. Nous n'enverrons plus de messages à cette adresse.",
  },
  pt: {
    subject: 'O seu pedido',
    words: 'Recebemos o seu pedido. Não enviaremos mais mensagens para este endereço.',
  },
  de: {
    subject: 'Ihr Wunsch',
    words: 'Wir haben Ihren Wunsch erhalten. An diese Adresse senden wir keine Nachrichten mehr.',
  },
  it: {
    subject: 'La sua richiesta',
    words: 'Abbiamo ricevuto la sua richiesta. Non invieremo altri messaggi a questo indirizzo.',
  },
};

/** The confirmation in a language, in English where we have none in it. */
export function confirmationIn(language: string | null): Confirmation & { readonly lang: string } {
  const lang = language?.slice(0, 2).toLowerCase() ?? 'en';
  const own = ownValue(texts, lang);
  if (own) return { ...own, lang };
  const { en } = texts;
  if (!en) throw new Error('cannot happen: there is an English confirmation');
  return { ...en, lang: 'en' };
}
