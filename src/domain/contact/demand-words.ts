import { plainLetters } from '#domain/gate/debt-words.ts';

/**
 * Words that ask somebody to pay, or tell what happens to them if they do not, by language; `_` is a
 * space and `*` stands for further letters. An answer that is owed to a person says none of them, so
 * that words which also deny something, as in "you need not pay", stand here too.
 */
const demands: Readonly<Record<string, string>> = {
  en: `pay pay_now pay_us pay_by must_pay should_pay please_pay repay pay_up settle make_a_payment
    payment_due payment_is_due payment_required send_payment send_us_payment remit you_owe you_still_owe
    owe owes due_now is_due overdue sue sued suing suit lawsuit* legal_action legal_proceeding* court*
    garnish* repossess* foreclos* seize* seizure bailiff* arrest* prosecut* jail prison enforce*
    credit_report* credit_bureau* credit_score consequences or_else final_notice last_chance lawyer*
    solicitor*`,
  es: `pague paguen paga pagar paguenos pagarnos pagarlo abone abonar debe_pagar tiene_que_pagar adeuda
    nos_debe liquide liquidar salde saldar vencid* demanda* demandar* juicio* juzgado* judicial* tribunal*
    embarg* acciones_legales accion_legal abogad* carcel prision consecuencias ultimo_aviso buro
    desahuci* denunci*`,
  he: `שלם שלמי שלמו לשלם תשלם תשלמי תשלמו לפרוע להסדיר חייב חייבת חייבים לתבוע נתבע תביעה תביעת משפט*
    בית_משפט הוצאה_לפועל הוצל עיקול* לעקל נעקל מאסר כלא עורך_דין אזהרה השלכות צעדים_משפטיים הליכים`,
  fr: `payez payer paie regler reglez acquitter acquittez vous_devez echu* impaye* poursuite* poursuivre
    poursuivr* assigner assignation tribuna* justice huissier* saisie* saisir avocat* prison
    mise_en_demeure consequences dernier_avis expuls*`,
  de: `zahlen zahl zahle bezahlen bezahl* begleichen uberweisen zahlung_bis schulden_uns fallig*
    uberfallig* verklagen klage* klagen gericht* gerichtlich* vollstreck* pfand* gerichtsvollzieher*
    anwalt* rechtsanwalt* mahnbescheid* schufa haft gefangnis konsequenzen letzte_mahnung`,
  it: `paghi pagare paga pagate paghiate saldi saldare versi versare deve_pagare ci_deve scadut* citare
    citazione tribunal* giudizi* legali azioni_legali pignor* ufficiale_giudiziario avvocat* carcere
    conseguenze ultimo_avviso sfratt*`,
  pt: `pague paguem pagar paga quite quitar deve_pagar nos_deve vencid* processar processo_judicial
    processa* tribunal* judicial* acao_judicial penhor* advogad* prisao cadeia consequencias
    ultimo_aviso negativ* serasa spc despej*`,
  nl: `betaal betaalt betalen voldoen voldoe u_bent_verschuldigd verschuldigd achterstallig* dagvaard*
    rechtbank* rechter* gerechtelijk* deurwaarder* beslag* advocaat incassokosten gevangenis gevolgen
    laatste_aanmaning ontruim*`,
  id: `bayar bayarlah membayar segera_bayar lunasi melunasi jatuh_tempo gugat* menggugat tuntut*
    pengadilan hukum penyitaan sita menyita penjara polisi pengacara konsekuensi`,
  ms: `bayar membayar bayarlah jelaskan tertunggak saman menyaman mahkamah tindakan_undang* undang* sita
    menyita penjara polis peguam akibat`,
  hi: `भुगतान_करें भुगतान_करे भुगतान_कीजिए चुकाएं चुकाए चुकाना जमा_करें मुकदम* अदालत* कानूनी कुर्की जेल पुलिस
    वकील`,
  tl: `magbayad bayaran bayaran_mo kailangang_magbayad ihahabla idedemanda demanda kaso korte hukuman
    kulong kulungan makukulong pulis abogado ligal`,
};

const stems = Object.values(demands).flatMap((list) => plainLetters(list).trim().split(/\s+/));
const longestFirst = [...new Set(stems)].toSorted((a, b) => b.length - a.length);
const oneOf = longestFirst
  .map((stem) => stem.replaceAll('_', '\\s+').replaceAll('*', '\\p{L}*'))
  .join('|');
/** Hebrew writes small words as letters in front of a word. */
const demandWord = new RegExp(`(?<!\\p{L})(?:[והבלמשכ]{1,3})?(?:${oneOf})(?!\\p{L})`, 'gu');

/**
 * The words of a text that ask for payment or threaten, in whatever language they are, each once and
 * as the list holds them: small letters without accents.
 */
export function demandWords(text: string): readonly string[] {
  const found = [...plainLetters(text).matchAll(demandWord)].map(([words]) => words);
  return [...new Set(found.map((words) => words.replace(/\s+/g, ' ')))];
}

/** What is wrong with an answer that asks for payment or threatens, with its words; none when it does not. */
export function demandProblems(path: string, text: string) {
  const words = demandWords(text);
  return words.length === 0
    ? []
    : [{ path, message: 'presses-for-payment', words: words.join(', ') } as const];
}
