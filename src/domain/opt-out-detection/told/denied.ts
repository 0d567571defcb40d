import { type PhraseTable, phrasesOf, plain } from './phrases.ts';

/** How a language denies what stands behind it, with articles and verbs that may stand between. */
const before: Readonly<Record<string, readonly [no: string, between: string]>> = {
  en: [
    'not|no|nobody|no one|never|dont|do not|without|havent|hasnt|didnt|isnt|arent|aint|wasnt|werent|nor',
    'a|an|the|any|in|been|have|had|has|got|ever|yet|declared|filed|filing|file|for|going|through|really|currently|being|am|is|under|on',
  ],
  es: [
    'no|nunca|ni|sin|tampoco|nadie',
    'estoy|soy|he|me|ha|un|una|en|la|el|declarado|declarada|tengo|estado|hay|ningun|ninguna|sido',
  ],
  fr: [
    'pas|jamais|aucun|aucune|ni|sans|personne ne',
    'en|de|d|un|une|la|le|ete|etre|depose|declare',
  ],
  de: [
    'nicht|kein|keine|keinen|keiner|nie|niemals|niemand|ohne',
    'in|im|der|einen|eine|einer|privat|mehr',
  ],
  pt: ['nao|nunca|nem|sem|ninguem', 'estou|sou|fui|em|um|uma|tenho|a|o|estive|esta|foi'],
  it: ['non|mai|ne|senza|nessun|nessuna|nessuno', 'sono|ho|e|in|un|una|la|il|stato|stata|sia'],
  nl: ['niet|geen|nooit|niemand|zonder', 'in|een|de|het|meer'],
  he: ['לא|אין|בלי|מעולם|אינני|איני|אינו', 'לי|הייתי|אני|הגשתי|ב|של'],
  ru: ['не|никогда|никто не', 'был|была|являюсь'],
  uk: ['не|ніколи|ніхто не', 'був|була|є'],
  pl: ['nie|nigdy|nikt nie', 'jestem|byłem|byłam|ogłosiłem|ogłosiłam|mam|w'],
  cs: ['nejsem|neni|nikdy|nejsme|nikdo', 'v|osobní'],
  ro: ['nu|niciodata', 'sunt|suntem|am|in|a'],
  sv: ['inte|aldrig|ingen', 'i|har|är|personlig'],
  da: ['ikke|aldrig|ingen', 'gået|er|har|i'],
  id: ['tidak|bukan|belum|tak|gak', 'pernah|sedang|dalam'],
  tl: ['hindi', 'po|ako|naman|siya'],
  ar: ['ليس|لست|لم|ما|غير|لا', 'أنا|في|حالة'],
};

/** Ends where a denial stands right before something. */
const denial = new RegExp(
  `(?<![^ ])(?:${Object.values(before)
    .map(([no, between]) => `(?:${plain(no)})(?: (?:${plain(between)})){0,3}`)
    .join('|')}) $`,
  'u',
);

/** Whether what begins at `at` of a folded text is denied by the words before it. */
export const isDenied = (folded: string, at: number): boolean =>
  denial.test(folded.slice(Math.max(0, at - 80), at));

/** What only names an attorney, a number, an illness, and tells of none of the customer's. */
const elsewhere: PhraseTable = {
  en: `
    (?:my|a|our) (?:lawyer|attorney|solicitor) (?:friend|buddy|cousin|neighbou?r|brother|sister|uncle|son|daughter|mate)
    (?:friend|cousin|neighbou?r|brother|sister|uncle|aunt|son|daughter|husband|wife|dad|father|mother) (?:who )?(?:is|s|was) (?:a|an) (?:lawyer|attorney|solicitor)
    wrong (?:number|no|amount|figure|name|date|address) (?:_ )?(?:on|in|at|for|of|under) (?:the|my|your|our|this|that) (?:_ )?(?:letter|bill|invoice|statement|text|
      message|email|mail|notice|account|contract|contracts|debt|payment|amount|plan|form|agreement|receipt)
    (?:the|a) wrong (?:account|invoice|card|reference|contract|iban|house|apartment|flat|order) (?:number|no)
    wrong (?:account|invoice|card|reference|contract|iban|house|apartment|flat|order) (?:number|no)
  `,
  es: `
    (?:mi|un|una) (?:amig[oa]|prim[oa]|vecin[oa]|herman[oa]) (?:que es )?abogad[oa]
    numero (?:equivocado|erroneo|incorrecto) (?:en|de|sobre) (?:la|el|su|mi) (?:carta|factura|mensaje|correo|aviso|cuenta|contrato|recibo)
    numero de (?:cuenta|factura|contrato|tarjeta|referencia) (?:equivocado|erroneo|incorrecto)
  `,
  fr: `
    (?:mon|ma|un|une) (?:ami|amie|cousin|cousine|voisin|voisine|frere|soeur) (?:qui est )?avocate?
    (?:mauvais|faux) numero (?:_ )?(?:sur|dans) (?:la|le|votre|ma|l|mon) (?:lettre|facture|courrier|message|mail|avis|contrat|compte)
    (?:mauvais|faux) numero de (?:compte|facture|contrat|carte|reference|dossier)
  `,
  de: `
    (?:mein|meine|ein|eine) (?:freund|freundin|bekannter|bekannte|nachbar|nachbarin|bruder|schwester|cousin)(?: der| die)? (?:ist )?(?:rechts)?anwalt_?(?: ist)?
    falsche (?:nummer|zahl|betrag|adresse) (?:_ )?(?:auf|in|im|bei) (?:dem|der|ihrem|ihrer|meiner|meinem|diesem)? ?(?:brief|rechnung|mahnung|schreiben|sms|mail|
      nachricht|vertrag|konto)
    falsche (?:konto|rechnungs|vertrags|karten|kunden|haus)nummer
  `,
  pt: `
    (?:meu|minha|um|uma) (?:amig[oa]|prim[oa]|vizinh[oa]|irma|irmao) (?:que e )?advogad[oa]
    numero errado (?:_ )?(?:na|no|da|do) (?:sua |seu )?(?:carta|fatura|mensagem|boleto|email|aviso|contrato|conta)
    numero (?:da|do|de) (?:conta|fatura|contrato|cartao|boleto) errado
  `,
  it: `
    (?:il mio|la mia|un|un a|una) (?:amic[oa]|cugin[oa]|vicin[oa]|fratello|sorella) (?:che e )?avvocat[oa]
    numero (?:sbagliato|errato) (?:_ )?(?:sulla|nella|sul|nel|della|del) (?:lettera|fattura|messaggio|bolletta|email|avviso|contratto|conto)
    numero (?:di|del) (?:conto|fattura|contratto|carta) (?:sbagliato|errato)
  `,
  nl: `
    (?:een |mijn )?(?:vriend|vriendin|buurman|broer|zus) (?:die )?(?:advocaat)(?: is)?
    verkeerd (?:nummer|bedrag) (?:op|in) (?:de|het|uw) (?:brief|factuur|rekening|bericht|mail)
  `,
  he: `
    (?:חבר|חברה|שכן|אח|אחות) (?:שלי )?(?:שהוא |שהיא )?(?:עורך דין|עורכת דין)
    (?:מספר|סכום) (?:שגוי|לא נכון|מוטעה) (?:במכתב|בחשבונית|בהודעה|בחוזה|בחשבון|על המכתב)
    מספר (?:חשבון|חשבונית|כרטיס|חוזה) (?:שגוי|לא נכון|מוטעה)
  `,
};

/** Such phrases, taken out of a folded text before it is read. */
export const ofOthers = phrasesOf(elsewhere);
