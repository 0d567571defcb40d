import { type PhraseTable, phrasesOf } from './phrases.ts';

/**
 * The death of somebody of the speaker's family who is not the customer: no claim that the customer
 * died, and what may make the customer vulnerable (FCA FG21/1, 2.8). A spouse may be the customer.
 */
const table: PhraseTable = {
  en: `
    my (?:<elder> )?(?:<kin>) (?:has |have |just |sadly |recently |unfortunately |also )*(?:died|passed away|passed on|passed|was killed|
      killed (?:him|her)self)(?: _)?
    my (?:<elder> )?(?:<kin>) (?:is|was|s) (?:now |sadly )?(?:dead|deceased)
    (?:death|funeral|passing|loss) of my (?:<elder> )?(?:<kin>)
    my (?:<elder> )?(?:<kin>) ?s (?:death|funeral)
  `,
  es: `
    mi (?:herman[oa]|hij[oa]|prim[oa]|ti[oa]|abuel[oa]|sobrin[oa]|amig[oa]|suegr[oa]|cunad[oa]) (?:se |ha |acaba de )?(?:murio|fallecio|muerto|fallecido|morir|fallecer)
    (?:murio|fallecio|ha muerto|ha fallecido|acaba de morir) mi (?:herman[oa]|hij[oa]|prim[oa]|ti[oa]|abuel[oa]|sobrin[oa]|amig[oa]|suegr[oa]|cunad[oa])
  `,
  fr: `
    (?:mon|ma) (?:frere|soeur|fils|fille|cousine?|oncle|tante|grand pere|grand mere|amie?|beau frere|belle soeur) (?:est|vient de|a ete) (?:mort_?|deced_|mourir)
  `,
  de: `
    (?:mein|meine|unser|unsere) (?:bruder|schwester|sohn|tochter|onkel|tante|opa|oma|grossvater|grossmutter|cousin|cousine|freund|freundin|enkel|enkelin) (?:ist|war) (?:_ ){0,3}(?:tot|gestorben|verstorben)
  `,
  pt: `
    (?:meu|minha) (?:irmao|irma|filh[oa]|prim[oa]|ti[oa]|avo|amig[oa]|sogr[oa]) (?:ja |infelizmente )?(?:morreu|faleceu)
  `,
  it: `
    (?:e|era) (?:mort[oa]|mancat[oa]) mi[oa] (?:fratello|sorella|figli[oa]|zi[oa]|nonn[oa]|cugin[oa])
    mi[oa] (?:fratello|sorella|figli[oa]|zi[oa]|nonn[oa]|cugin[oa]) (?:e|era) (?:mort[oa]|decedut[oa]|mancat[oa])
  `,
  nl: `
    mijn (?:broer|zus|zoon|dochter|oom|tante|opa|oma|neef|nicht|vriend|vriendin) is (?:helaas |net |vorige week )?(?:dood|overleden|gestorven)
  `,
  he: `
    (?:אחי|אחותי|בני|בתי|דודי|דודתי|סבי|סבתי|אח שלי|אחות שלי|הבן שלי|הבת שלי|סבא שלי|סבתא שלי|דוד שלי|דודה שלי) (?:מת|מתה|נפטר|נפטרה|נהרג|נהרגה)
  `,
};

const words = {
  elder: 'older|younger|big|little|twin|baby|only|eldest|best',
  kin: `brother|sister|son|daughter|child|baby|uncle|aunt|auntie|cousin|nephew|niece|grandmother|grandfather|grandma|
    grandpa|nan|friend|neighbou?r|mother in law|father in law|brother in law|sister in law|dog|cat`,
};

/** Such phrases, taken out of a folded text before it is read for the customer's own death. */
export const bereaved = phrasesOf(table, words);
