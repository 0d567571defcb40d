import { type PhraseTable, phrasesOf } from './phrases.ts';

/** That the debt, or a part of it, was paid: to be checked before anybody asks for it again. */
const table: PhraseTable = {
  en: `
    (?<!(?<![^ ])(?:if|once|when|until|before|after|unless) )(?:i|we|my (?:husband|wife|bank)) (?:have |had |ve |has |already |just |did |also )*(?:paid|payed)(?! (?:my |the |for my )?(?:rent|
      mortgage|tax|taxes|groceries|attention|too much attention))
    (?:ive|weve) (?:already |just )?(?:paid|payed)
    (?<!(?<![^ ])(?:not|nt|if|once|when|until) )(?:already|been|was|is) (?:paid|payed)(?! (?:by the hour|weekly|monthly|on fridays?))
    (?<!(?<![^ ])(?:not|nt|if|once|when|until|got|get|be|am|im|was|getting) )paid (?:it|this|that|you|in full|off|last|yesterday|today|on|already)
    payment (?:was|has been|is) (?:made|sent)
  `,
  es: `
    (?<!(?<![^ ])(?:no|nunca|si|cuando) (?:lo |la |les |he )?)(?:pague|pagamos|he pagado|hemos pagado|esta pagad[oa]|esta liquidad[oa]|ya (?:lo |la |les )?(?:liquide|cancele))
  `,
  fr: `
    (?:j ai|jai|nous avons|on a) (?:deja |tout |bien )*(?:paye|regle|vire)_?
    (?:c est|facture|dette|est) deja (?:paye|regle)_?
  `,
  de: `
    (?:habe|hab|haben) (?:ich |wir )?(?:(?!nicht |nie |kein |keine |keinen |noch )_ ){0,4}(?:bezahlt|gezahlt|uberwiesen|ueberwiesen|beglichen)
    (?:ist|wurde|war) (?:doch |langst |bereits |schon )+(?:bezahlt|beglichen|uberwiesen)
    (?<!(?<![^ ])nicht )(?:bereits|schon|langst) (?:bezahlt|gezahlt|uberwiesen|ueberwiesen|beglichen)
  `,
  pt: `
    (?<!(?<![^ ])(?:nao|nunca|se|quando) (?:o |a )?)(?:paguei|pagamos|quitei)
    (?:ja )?(?:esta|foi) (?:pag[oa]|quitad[oa])
  `,
  it: `
    (?<!(?<![^ ])(?:non|se|quando) (?:l )?)(?:ho|abbiamo) (?:gia |tutto )*(?:pagato|saldato)
    (?:e|risulta) gia (?:pagat[oa]|saldat[oa])
  `,
  nl: `
    (?:heb|hebben) (?:(?!niet |nooit |nog )_ ){0,3}(?:betaald|overgemaakt|voldaan)
    (?:al|reeds) (?:betaald|voldaan)
  `,
  he: '(?<!(?<![^ ])(?:לא|אם|עוד לא) )(?:כבר )?(?:שילמתי|שילמנו)\n(?:החוב |זה )?כבר שולם',
  sv: '(?:har|jag) (?:redan |nyss )*(?:betalat|betalt)',
  da: '(?:har|jeg) (?:allerede )*betalt',
  pl: '(?<!(?<![^ ])nie )(?:zapłaciłem|zapłaciłam|zaplacilem|zaplacilam|opłaciłem|opłaciłam|uregulowałem|uregulowałam)',
  cs: '(?:zaplatil|zaplatila) (?:jsem|jsme)\n(?:už|uz|jsem) (?:_ )?(?:zaplatil|zaplatila)',
  ro: '(?<!(?<![^ ])nu )am (?:și |deja )*(?:plătit|achitat)',
  ru: '(?<!(?<![^ ])не )(?:заплатил|заплатила|оплатил|оплатила|заплатили|погасил|погасила)',
  uk: '(?<!(?<![^ ])не )(?:заплатив|заплатила|сплатив|сплатила|оплатив|оплатила)',
  id: '(?:sudah|udah|telah) (?:saya |aku |kami )?(?:bayar|dibayar|lunas|membayar|transfer)',
  ms: '(?:dah|sudah|telah) (?:saya )?(?:bayar|dibayar|jelaskan)',
  tl: '(?:nagbayad|nakabayad|binayaran|bayad) (?:na|ko)(?: _)?',
  hi: '(?:भुगतान कर (?:दिया|चुका|चुकी)|पैसे दे दिए|पेमेंट कर (?:दिया|दी))',
  ar: '(?<!(?<![^ ])(?:لم|ما) )(?:لقد |قد )?(?:دفعت|سددت)',
  tr: '(?:ödedim|ödedik|ödeme yaptım|ödenmiştir)',
};

export const paid = phrasesOf(table);
