import type { AlsoSaid } from '../wording.ts';
import { health } from './health.ts';
import { paid } from './paid.ts';
import { type PhraseTable, phrasesOf } from './phrases.ts';

/** Who is spoken of: a name of the customer, or somebody of the family. */
const words = {
  who: `customername|my (?:husband|wife|mother|mom|mum|father|dad|partner|tenant)|he|she|the (?:customer|borrower|account holder|person you want)`,
};

const deceased: PhraseTable = {
  en: `
    <who> (?:has |have |just |sadly |recently |unfortunately |already )*(?:died|passed|passed on|passed away)(?! the| my| your| his| her| it| out)
    <who> (?:is|was|has been|s) (?:now |already |sadly )?(?:dead|deceased|gone to heaven|buried|not alive|no more|killed in)
    (?:rip|r i p|rest in peace|in memory of|funeral of|the late|death of|estate of|the death certificate of) <who>
    <who> (?:rip|s funeral|s estate|s death)
    (?:i am|im|we are|acting as|as) (?:the |an |his |her |their )?(?:executor|executrix|executors|administrator of the estate|
      personal representative|next of kin)
    (?:executor|administrator|executrix) of (?:the|his|her) (?:estate|will)
  `,
  es: `
    customername (?:ya |se |ha |esta |lamentablemente )*(?:murio|fallecio|muerto|muerta|fallecido|fallecida|ha muerto|nos dejo)
    (?:qepd|q e p d|descanse en paz|que en paz descanse|en paz descanse)(?: _)?
    (?:soy|como) (?:el |la )?(?:albacea|heredero|heredera|ejecutor testamentario|viuda|viudo)
    muerte de customername
  `,
  fr: `
    customername (?:est |a ete |vient de |nous a )(?:mort|morte|decede|decedee|mourir|deceder|quittes|quitte)
    (?:deces|mort|succession) de customername
    (?:je suis|en tant que) (?:l |le |la )?(?:executeur testamentaire|executrice testamentaire|heritier|heritiere|veuf|veuve)
    (?:paix a son ame|repose en paix)(?: _)?
  `,
  de: `
    customername (?:ist|war) (?:leider |schon |bereits |seit _ )*(?:tot|gestorben|verstorben|verschieden|nicht mehr am leben|entschlafen)
    customername lebt (?:leider )?nicht mehr
    (?:tod|ableben|nachlass) von customername
    (?:ich bin|bin|als) (?:der |die |ein |eine )?(?:testamentsvollstrecker|testamentsvollstreckerin|nachlassverwalter|
      nachlassverwalterin|nachlasspfleger|erbe|erbin|witwe|witwer)
    ruhe in frieden(?: _)?
  `,
  pt: `
    customername (?:ja |infelizmente |esta |foi )*(?:morreu|faleceu|morto|morta|falecido|falecida|partiu)
    (?:descanse|descansa) em paz(?: _)?
    (?:morte|falecimento|obito) (?:de|do|da) customername
    (?:sou|como) (?:o |a )?(?:inventariante|testamenteiro|herdeiro|herdeira|viuvo|viuva|executor do testamento)
  `,
  it: `
    customername (?:e|era) (?:purtroppo |gia )?(?:mort[oa]|decedut[oa]|mancat[oa]|scompars[oa]|venut[oa] a mancare)
    customername (?:ci ha lasciato|non c e piu)
    (?:morte|decesso) di customername
    (?:sono|come) (?:l |il |la |un |una )?(?:esecutore testamentario|erede|vedova|vedovo)
    (?:riposi|riposa) in pace(?: _)?
  `,
  nl: `
    (?:customername|mijn (?:man|vrouw|moeder|vader)|hij|zij|ze) (?:is|was) (?:helaas |al )?(?:dood|overleden|gestorven)
    ik ben (?:de )?(?:executeur|erfgenaam|weduwe|weduwnaar)(?: _)?
    overlijden van customername
  `,
  he: `
    customername (?:כבר |לצערי )?(?:מת|מתה|נפטר|נפטרה|הלך לעולמו|הלכה לעולמה|לא בחיים|איננו|איננה)
    (?:זל|זצל|יהי זכרו ברוך|יהי זכרה ברוך)
    (?:אני )?(?:מנהל העזבון|מנהלת העזבון|מנהל עזבון|היורש|היורשת|האלמן|האלמנה)
  `,
  sv: 'customername (?:är|har) (?:död|avliden|avlidit|dött|gått bort)',
  da: 'customername er (?:død|afgået ved døden)',
  no: 'customername er (?:død|gått bort)',
  pl: 'customername (?:nie żyje|nie zyje|zmarł|zmarła|umarł|umarła)',
  ru: 'customername (?:умер|умерла|скончался|скончалась|погиб|погибла|больше нет)',
  uk: 'customername (?:помер|померла|загинув|загинула)',
  id: 'customername (?:sudah |telah )*(?:meninggal|wafat|mati|tiada)',
  tl: '(?:patay|namatay|pumanaw|yumao) na (?:po )?si customername\nnamatay (?:na )?si customername',
  hi: 'customername (?:का|की|जी का) (?:निधन|देहांत|मृत्यु)\ncustomername (?:मर|गुजर|चल बसे)(?: _)?',
  ar: '(?:توفي|توفيت|مات|ماتت) customername\ncustomername (?:توفي|توفيت|مات|ماتت)',
  tr: 'customername (?:öldü|vefat etti|hayatını kaybetti)',
  ro: 'customername (?:a murit|a decedat)',
};

const bankruptcy: PhraseTable = {
  en: `
    (?:my|an|the|our|in an|on an|have an|under an) (?:iva|trust deed|dro|debt relief order|debt management plan order|
      consumer proposal|debt arrangement scheme)
    (?:individual voluntary arrangement|protected trust deed|debt relief order|consumer proposal)
    (?:im|i am|we are|am|in|into|have|under|on|entered|started) (?:in |a |on |the |under |currently |still )*(?:breathing space|debt respite|
      mental health crisis moratorium|statutory moratorium|debt moratorium)
    (?:breathing space|debt respite scheme) (?:started|starts|order|moratorium|until|is|was|has)
    (?:im|i am|we are|declared|gone|went|became|company is) (?:now |personally |officially )*(?:insolvent|sequestrated|in liquidation|
      in administration)
    (?:automatic stay|insolvency practitioner|official receiver|trustee in bankruptcy|sequestration|under debt review|debt review)
  `,
  es: `
    (?:concurso de acreedores|concurso voluntario|concurso personal|ley de segunda oportunidad|segunda oportunidad|preconcurso)
    (?:en|de) (?:bancarrota|quiebra|insolvencia|liquidacion)
    (?:soy|estoy|declarado|declarada|me declare|declare) (?:en )?(?:insolvente|quebrado|quebrada|la quiebra|quiebra|insolvencia)
  `,
  fr: `
    (?:surendettement|redressement judiciaire|liquidation judiciaire|retablissement personnel|commission de surendettement)
    (?:en|mis en|depot de|declare|declaree) (?:faillite|liquidation|bilan)
    (?:faillite personnelle|proposition de consommateur|reglement collectif de dettes)
  `,
  de: `
    (?:privat|verbraucher|regel)?insolvenz_?
    (?:zahlungsunfahig|zahlungsunfaehig|insolvent|privatkonkurs|restschuldbefreiung|schuldenregulierungsverfahren)
  `,
  pt: `
    (?:falido|falida|falencia|insolvente|insolvencia|recuperacao judicial|exoneracao do passivo|superendividamento)
  `,
  it: `
    (?:(?:sono|dichiarat[oa]|stat[oa]|ditta e|societa e) fallit[oa]|fallimento|insolvente|insolvenza|liquidazione giudiziale|sovraindebitamento|concordato preventivo|
      esdebitazione|legge salvasuicidi)
  `,
  nl: '(?:failliet|faillissement|wsnp|schuldsanering|surseance|bewindvoerder|moratorium)',
  he: `
    (?:ב|ל|תיק |הליך |צו )?(?:פשיטת רגל|פשיטת הרגל|חדלות פירעון|חדלות פרעון|חדל פירעון|חדלת פירעון|הוצאה לפועל בפשיטת רגל)
    (?:בפשיטת|לפשיטת) (?:ה)?רגל
    (?:בהליך|לחדלות|בחדלות) (?:חדלות )?(?:פירעון|פרעון)
    (?:פושט|פושטת) רגל
    (?:הפטר|צו כינוס|צו פתיחת הליכים)
  `,
  sv: '(?:personlig konkurs|i konkurs|skuldsanering|konkursförvaltare)',
  da: '(?:konkurs|gældssanering)',
  no: '(?:konkurs|gjeldsordning)',
  pl: '(?:upadłość_?|upadlosc_?|upadłości|upadlosci|bankrutem|syndyk)',
  cs: '(?:insolvenc_|oddlužení|oddluzeni|v konkurzu|osobní bankrot)',
  ro: '(?:insolvență|insolventa|faliment)',
  ru: '(?:банкрот_?|банкротств_|конкурсный управляющий)',
  uk: '(?:банкрут_?|банкрутств_)',
  id: '(?:pailit|bangkrut|kepailitan)',
  ms: '(?:muflis|kebankrapan)',
  tl: '(?:bangkarote|nabangkarote|nag file (?:ako )?ng bankruptcy|insolvency)',
  hi: '(?:दिवालिया(?! नहीं)_?|दिवाला(?! नहीं)_?)',
  ar: '(?:افلاس|إفلاس|مفلس|افلست|أفلست)',
  tr: '(?:iflas(?! etmed| etmiyor| degil)_?|konkordato)',
};

const coerced: PhraseTable = {
  en: `
    (?:forced|coerced|made|threatened|pressured|tricked|blackmailed|bullied|manipulated) (?:me|us) (?:to|into) (?:_ )?(?:take|taking|sign|signing|
      open|opening|get|getting|borrow|borrowing|apply|applying)(?: _){0,3}
    (?:took|taken|opened|got) (?:out )?(?:this |the |a |that )?(?:loan|card|credit|debt|account) (?:_ )?(?:under duress|by force|
      because (?:he|she) (?:threatened|beat|forced)|without my consent|in my name without)
    (?:coerced debt|financial abuse|economic abuse|under duress|signed (?:it )?under threat)
    was (?:forced|coerced|threatened|pressured|tricked) (?:to|into) (?:_ ){0,2}(?:loan|sign|signing|take|taking|borrow|borrowing|debt|open)
  `,
  es: `
    (?:me|nos) (?:obligo|obligaron|forzo|forzaron|amenazo|presiono|engano|coacciono) (?:_ )?(?:a |para )?(?:que )?(?:_ )?(?:tomar|pedir|firmar|
      sacar|firmara|solicitar|contratar|abrir|pidiera|tomara)
    (?:fui|fue) (?:obligad[oa]|forzad[oa]|coaccionad[oa]) a
    (?:bajo (?:amenaza|coaccion|presion)|violencia economica|abuso economico|deuda coaccionada)
  `,
  fr: `
    (?:m|nous) ?a (?:oblige|obligee|force|forcee|contraint|contrainte|menacee?) (?:a|de) (?:_ )?(?:prendre|signer|contracter|souscrire|emprunter|ouvrir)
    (?:sous la (?:contrainte|menace)|violences? economiques?|dette contrainte)
    ai ete (?:force|forcee|oblige|obligee|contraint|contrainte) (?:a|de)
  `,
  de: `
    (?:hat|haben) (?:mich|uns) (?:(?!nicht |nie |niemals )_ ){0,3}(?:gezwungen|genotigt|genoetigt|erpresst|bedroht)(?: _){0,4}
    (?:wurde|bin) (?:ich )?(?:(?!nicht |nie |niemals )_ ){0,5}(?:gezwungen|genotigt|genoetigt|erpresst)
    (?:unter (?:zwang|druck|drohung) (?:_ )?(?:unterschrieben|aufgenommen|abgeschlossen)|finanzielle gewalt|wirtschaftliche gewalt|aufgezwungen_?)
    (?:zwang|notigte|zwingt) (?:mich|uns)(?: _){0,5}
  `,
  pt: `
    (?:me|nos) (?:obrigou|obrigaram|forcou|forcaram|ameacou|coagiu|pressionou|enganou) (?:a |para )?(?:_ )?(?:fazer|pegar|tomar|assinar|pedir|contrair|abrir)
    (?:obrigou me|forcou me|obrigaram me) a
    fui (?:obrigad[oa]|forcad[oa]|coagid[oa]) a
    (?:sob (?:ameaca|coacao|pressao)|violencia patrimonial|abuso financeiro)
  `,
  it: `
    (?:mi|ci) ha (?:obbligat[oa]|costrett[oa]|forzat[oa]|minacciat[oa]|ricattat[oa]) (?:a|ad|di) (?:_ )?(?:prendere|firmare|chiedere|fare|aprire|accendere)
    (?:sono stat[oa]) (?:obbligat[oa]|costrett[oa]|forzat[oa]) (?:a|ad)
    (?:sotto (?:minaccia|costrizione|ricatto)|violenza economica)
  `,
  nl: `
    (?:heeft|had) (?:me|mij|ons) (?:(?!niet |nooit )_ ){0,3}(?:gedwongen|bedreigd|afgeperst)(?: _){0,4}
    (?:ben|werd) (?:(?!niet |nooit )_ ){0,4}gedwongen
    (?:dwong (?:me|mij)|onder dwang|financieel misbruik)(?: _){0,4}
  `,
  he: `
    (?:הכריח|הכריחה|הכריחו|אילץ|אילצה|איימ|איים|איימה|סחט|סחטה) (?:אותי|עליי|עלי) (?:_ )?(?:לקחת|לחתום|לפתוח|ללוות|שאקח)(?: _)?
    (?:תחת (?:איומים|כפייה|לחץ)|אלימות כלכלית|חוב בכפייה|נאלצתי לחתום|הוכרחתי)
  `,
  id: '(?:memaksa (?:saya|aku)|saya dipaksa|aku dipaksa|di bawah ancaman)(?: _){0,4}',
  tl: '(?:pinilit (?:niya )?ako|sapilitan|tinakot (?:niya )?ako)(?: _){0,4}',
  hi: '(?:मजबूर किया|ज़बरदस्ती|जबरदस्ती)(?: _){0,4}',
  pl: '(?:zmusił mnie|zmusil mnie|zmuszon[ya]|pod przymusem|przemoc ekonomiczna)(?: _){0,4}',
  ru: '(?:заставил меня|заставили меня|принудил_?|под угрозой|под давлением)(?: _){0,4}',
  ar: '(?:اجبرني|أجبرني|تحت التهديد|بالاكراه|بالإكراه)(?: _){0,4}',
};

const wrongPerson: PhraseTable = {
  en: `
    (?:dont|do not|never) (?:know|heard of|met) (?:any |anyone called |anyone named |a |this |who is |an )?customername
    customername (?:has |have |no longer |does ?nt |does not |isnt |is not |not )*(?:moved|moved out|moved away|lives? here|here any ?more|
      at this (?:number|address)|with this number|changed number|changed (?:his|her|their) number|left)
    (?:this|it) is my (?:number|phone|cell|line) now
    (?:not|isnt|is not) customername s (?:number|phone|cell|mail|email|address)(?: any ?more)?
    (?:you are|youre|your) (?:looking for|calling|texting) (?:someone|somebody) else
    (?:there is|theres) no customername(?: here)?
    (?:had|have|got) this number (?:for|since)(?: _){1,3}
  `,
  es: `
    (?:no (?:conozco|conocemos|se quien es)) (?:a )?(?:ninguna? |ese |esa |la |el )?customername
    customername (?:ya )?(?:no vive aqui|se mudo|no esta aqui|se cambio|cambio de numero|no tiene este numero|ya no)(?: _){0,4}
    (?:ahora )?este (?:es|numero es) (?:mi numero|mio)(?: ahora)?
    (?:este no es el (?:numero|telefono) de customername)
    aqui no (?:hay|vive) (?:ninguna? )?customername
  `,
  fr: `
    (?:ne |n )?connais (?:pas|aucune?) (?:de |d |cette |ce )?customername
    customername (?:n |ne )?(?:habite plus|a demenage|est parti|est partie|a change de numero|n est plus)(?: _){0,4}
    (?:c est|ce numero est) (?:maintenant )?(?:mon numero|le mien|a moi)(?: maintenant)?
    (?:pas|plus) le numero de customername
  `,
  de: `
    (?:kenne|kennen) (?:ich |wir )?(?:keine|keinen|keine frau|keinen herrn|die|den|diese|diesen)? ?customername(?: nicht)?
    customername (?:ist (?:_ )?(?:umgezogen|weggezogen|ausgezogen)|wohnt (?:hier |da )?nicht(?: mehr)?(?: hier)?|hat (?:eine|ne) (?:neue|andere) nummer)
    (?:das|dies) ist (?:jetzt |nun )?meine (?:nummer|handynummer)(?: jetzt)?
    (?:nicht|nicht mehr) (?:die nummer|das handy|das telefon) von customername
    hier gibt es (?:keine|keinen) customername
  `,
  pt: `
    (?:nao (?:conheco|conhecemos|sei quem e)) (?:o |a |nenhuma? |esse |essa )?customername
    customername (?:ja )?(?:nao mora (?:mais )?aqui|se mudou|mudou de numero|mudou se|nao esta aqui|trocou de numero)(?: _){0,4}
    (?:esse|este) (?:numero )?(?:e|agora e) (?:meu|o meu numero|o meu|meu numero)(?: agora)?
    nao e o numero (?:de|do|da) customername
  `,
  it: `
    non (?:conosco|conosciamo|so chi sia) (?:nessun |nessuna |questo |questa |la signora |il signor )?customername
    customername (?:si e trasferit[oa]|non abita piu qui|non vive (?:piu )?qui|ha cambiato numero)(?: _){0,4}
    (?:questo |ora questo |questo ora )e (?:ora |adesso )?il mio numero(?: ora| adesso)?
    non e il numero di customername
  `,
  nl: `
    ken (?:ik )?(?:geen|die) customername(?: niet)?
    customername (?:is verhuisd|woont hier niet(?: meer)?|heeft een ander nummer)
    dit is (?:nu )?mijn nummer(?: nu)?
    niet (?:meer )?het nummer van customername
    verkeerd (?:nummer|verbonden)
  `,
  he: `
    (?:לא|אני לא|איני) (?:מכיר|מכירה) (?:שום |אף |את |את ה)?customername
    customername (?:כבר )?(?:עבר דירה|עברה דירה|עבר|עברה|לא גר פה|לא גרה פה|לא גר כאן|לא גרה כאן|החליף מספר|החליפה מספר)(?: _){0,4}
    (?:זה|המספר) (?:עכשיו |כבר )?(?:המספר שלי|שלי)(?: עכשיו)?
    (?:זה )?לא המספר של customername
    אין (?:פה|כאן) customername
  `,
  id: '(?:tidak|tak|gak) kenal (?:dengan )?customername\n(?:salah (?:nomor|sambung|orang))\ncustomername (?:sudah |udah )?pindah(?: _)?',
  tl: '(?:hindi ko (?:po )?kilala si|walang) customername\n(?:maling numero|wrong number po|hindi po ito si customername)',
  hi: '(?:गलत नंबर|रॉन्ग नंबर)\ncustomername को नहीं (?:जानता|जानती)',
  sv: '(?:känner ingen customername|fel nummer|customername har flyttat)',
  pl: '(?:nie znam (?:żadnej |żadnego )?customername|pomyłka|zly numer|zły numer)',
  ru: '(?:не знаю (?:никакого |никакой )?customername|вы ошиблись номером|ошиблись номером|не туда попали)',
};

/** Tables of what is told beside the lists of the languages, by what it is. */
export const facts: readonly (readonly [said: AlsoSaid, pattern: RegExp])[] = [
  ['deceased', phrasesOf(deceased, words)],
  ['bankruptcy', phrasesOf(bankruptcy)],
  ['coerced_debt', phrasesOf(coerced)],
  ['wrong_person', phrasesOf(wrongPerson)],
  ['health', health],
  ['paid', paid],
];
