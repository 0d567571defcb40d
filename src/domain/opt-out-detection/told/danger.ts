import { type PhraseTable, phrasesOf } from './phrases.ts';

/**
 * Words of suicide, of harming oneself, and of danger to life from others. Drawn wide: whoever reads
 * them may find that nothing is meant, and a miss may cost a life.
 */
const dangers: PhraseTable = {
  en: `
    (?:suicide|suicidal|suicid_|self harm(?:ing|ed)?)
    (?:kill|killing|hang|hanging|shoot|shooting|drown|hurt|hurting|harm|harming|cut|cutting) (?:my|him|her)self
    (?:kill|hang|shoot|drown|hurt|harm) (?:themselves|ourselves)
    (?:end|ending|take|taking) (?:my|her|his|their) (?:own )?life
    (?:want|wanna|wants|wish|going|gonna|ready|like|prefer|rather) (?:to |i )?(?:just )?(?:die|be dead|was dead|were dead)
    wish i (?:was|were|had) (?:dead|never been born|never born|died)
    (?:better off|be better) (?:dead|without me|if i (?:was|were) dead|if i died)
    (?:dont|do not|cant|cannot|can not|not|no longer) (?:want to |wanna |want |wish to )?(?:live|be alive|exist|be here|
      go on living|wake up)(?: any ?more| like this| any longer| in this world)?(?= [.?]|$| i )
    (?:no|any|nothing) (?:reason|point|left) (?:to live|living|in living|to live for|for living)
    (?:tired|sick) of (?:living|life|being alive)
    (?:i )?(?:just )?(?:cant|cannot|can not|dont want to|do not want to) (?:go on|carry on|keep going)(?: (?:like this|
      any ?more|any longer|living|with (?:life|this life)))?(?= [.?]|$| i | and )
    (?:going to|gonna|want to|wanna|will|ill|just) (?:just )?end it(?: all| now)?(?= [.?]|$)
    end it all(?= [.?]|$)
    (?:jump|jumping) (?:off|from|in front of) (?:a |the )?(?:bridge|roof|train|building|balcony|window)
    (?:overdose|overdosing|slit my wrists|hang myself|took (?:all )?(?:my|the) pills|take all my pills)
    (?:this is |its )?(?:my )?(?:goodbye letter|suicide note|last message ever)
    (?:he|she|husband|wife|boyfriend|girlfriend|partner|father|ex|they) (?:will|is going to|are going to|wants to|is gonna|
      threatened to|threatens to|tried to) (?:kill|hurt|beat|stab|shoot) (?:me|us)
    (?:my|our) (?:life is|lives are) in danger
    (?:i am|im|we are) in (?:grave |serious |real |great )?danger
    (?:he|she|husband|wife|boyfriend|girlfriend|partner|father|ex|who) (?:beats|hits|abuses|strangled|is beating|was beating|
      is abusing) me
  `,
  es: `
    suicid_
    (?:quiero|quisiera|deseo|prefiero|preferiria|mejor|ganas de|voy a|quiere) (?:ya )?(?:morirme|morir|estar muert[oa]|morirse)
    (?:me|se) (?:voy|va|quiero|quiere) a? ?(?:matar|suicidar|colgar|ahorcar|quitar la vida)
    (?:me (?:quiero )?matar|matarme|quitarme la vida|ahorcarme|tirarme (?:de|por|al))
    (?:no|ya no|tampoco) (?:quiero|deseo|tengo ganas de|puedo|merece la pena|vale la pena) (?:seguir )?(?:vivir|viviendo|existir|
      estar vivo|estar viva)
    no (?:tengo|hay|me queda) (?:_ )?(?:razon|razones|motivo|motivos|ganas|nada) (?:para|de|por) (?:que )?(?:vivir|seguir viviendo)
    (?:cansad[oa]|hart[oa]) de (?:vivir|la vida|esta vida)
    (?:ya )?no puedo (?:mas|seguir)(?: con (?:mi|esta) vida| asi| viviendo)?(?= [.?]|$)
    (?:hacerme|hacerse|me hago) dano
    (?:acabar|terminar) con (?:mi vida|todo|su vida)
    (?:me va|van|me quiere|quieren|amenazo con|amenaza con) a? ?(?:matarme|matar|pegarme)
    mi vida (?:esta en|corre) peligro
    estoy en peligro
    (?:el|ella|marido|esposo|novio|pareja|padre) me (?:pega|maltrata|golpea)
  `,
  fr: `
    suicid_
    (?:veux|voudrais|vais|envie de|prefere|prefererais|veut) (?:juste )?(?:mourir|etre mort|etre morte|crever)
    (?:vais|veux|voudrais|envie de|va|veut) (?:me|se|m|s) ?(?:tuer|foutre en l air|pendre|buter|supprimer|flinguer|donner la mort|
      faire du mal|oter la vie|en finir)
    me tuer
    (?:veux|vais|voudrais|envie d) ?en finir(?: avec la vie)?
    (?:ne |n )?(?:veux|peux|ai envie de|supporte|ai) (?:plus|pas)(?: envie)?(?: de)? ?(?:continuer a )?(?:vivre|exister)
    (?:j en peux plus|je n en peux plus|je ne peux plus continuer|je n en peux vraiment plus)
    (?:plus|pas|aucune) (?:de )?(?:raison|envie) de vivre
    (?:marre|fatigue|fatiguee|las|lasse) de (?:vivre|la vie|cette vie)
    mettre fin a (?:mes jours|ma vie|ses jours|sa vie)
    (?:va|veut|menace de|a menace de|vont) me (?:tuer|frapper)
    (?:ma vie est|je suis) en danger
    (?:il|elle|mari|conjoint|copain|pere) (?:me|m) (?:bat|frappe|maltraite)
  `,
  de: `
    (?:suizid_|selbstmord_|selbstverletz_|lebensmude|lebensmuede|lebensmudigkeit)
    (?:will|mochte|moechte|wollte|wurde gern|wuerde gern|werde|willst) (?:nur |einfach |am liebsten |jetzt |nur noch |bald )*(?:sterben|
      tot sein|nicht mehr da sein|nicht mehr aufwachen)
    (?:am liebsten|lieber) (?:_ )?(?:tot|sterben|tot sein)
    (?:will|mochte|moechte|kann|mag) (?:ich )?(?:so )?(?:nicht mehr|nimmer|nicht) (?:so |weiter|langer |laenger )*(?:leben|weiterleben|existieren)
    (?:bringe|bring|brachte|bringt|werde|will) (?:ich )?(?:mich|sich) (?:jetzt |noch |selbst |selber )?um(?:bringen)?(?= [.?]|$)
    (?:mich|sich) (?:selbst |selber )?(?:umbringen|umzubringen|toten|toeten|erhangen|erhaengen|aufhangen|vor den zug werfen|
      verletzen|ritzen|erschiessen)
    (?:nehme|nehm) (?:ich )?mir das leben
    (?:mir|sich) das leben (?:nehmen|zu nehmen)
    (?:mache|mach|machen) (?:ich )?(?:jetzt |bald )?schluss mit (?:allem|meinem leben|dem leben)
    (?:keinen|kein|keine) (?:sinn|grund|lust) (?:mehr )?(?:im leben|zu leben|zum leben)
    (?:kann|halte) (?:ich )?(?:das |es )?(?:alles )?nicht mehr(?: weiter| aus| weitermachen)?(?= [.?]|$)
    (?:mein leben|mein leben ist) (?:zu ende|beenden|hat keinen sinn)
    meinem leben ein ende
    (?:bringt|will|wird|droht) (?:er |sie )?(?:mich|uns) (?:um|umbringen|umzubringen|toten)(?= [.?]|$)
    (?:bin|sind) in (?:lebens)?gefahr
    (?:schlagt|misshandelt) (?:er |sie )?mich
  `,
  pt: `
    suicid_
    (?:quero|queria|vou|prefiro|preferia|vontade de|desejo) (?:me |so )?(?:morrer|estar mort[oa])
    (?:vou|quero|queria|penso em|pensando em) (?:me|se) (?:matar|suicidar|enforcar|cortar|machucar|jogar)
    (?:me matar|matar me|tirar a (?:minha )?(?:propria )?vida|acabar com (?:a minha vida|minha vida|tudo))
    (?:nao|ja nao) (?:quero|aguento|consigo|tenho vontade de|vale a pena) (?:mais )?(?:viver|existir|continuar vivo|continuar viva|
      continuar vivendo|estar viv[oa])
    (?:nao|sem) (?:tenho|ha|vejo)? ?(?:mais )?(?:razao|motivo|motivos|vontade) (?:para|de|pra) viver
    (?:cansad[oa]|fart[oa]) de viver
    nao (?:aguento|consigo|posso) mais(?: continuar| viver)?(?= [.?]|$)
    (?:vai|quer|ameacou|ameaca) (?:me )?(?:matar me|me matar|me bater)
    (?:vida (?:esta em|corre) perigo|estou em perigo)
    me (?:bate|agride|maltrata)
  `,
  it: `
    suicid_
    (?:voglio|vorrei|preferisco|preferirei|voglia di|vuole) (?:solo )?(?:morire|essere mort[oa]|morir)
    (?:mi|si) (?:ammazzo|uccido|suicido|impicco|ammazza|uccide)
    (?:voglio|vorrei|sto per) (?:ammazzarmi|uccidermi|suicidarmi|impiccarmi|farla finita|farmi del male|buttarmi)
    (?:ammazzarmi|uccidermi|togliermi la vita|mi tolgo la vita|la faccio finita|farla finita|farmi del male)
    non (?:voglio|ho voglia di|riesco a|ce la faccio a|vale la pena) (?:piu )?(?:piu |di )?(?:vivere|esistere|andare avanti)
    (?:non ho|nessun|nessuna|non c e) (?:piu )?(?:motivo|ragione|voglia) (?:di|per) vivere
    (?:stanc[oa]|stuf[oa]) (?:di vivere|della vita)
    non ce la faccio piu(?= [.?]|$)
    (?:vuole|minaccia di|mi vuole) (?:uccidermi|ammazzarmi|ammazzare|uccidere|picchiarmi)
    (?:la mia vita e|sono) in pericolo
    mi (?:picchia|maltratta)
  `,
  nl: `
    (?:zelfmoord_?|zelfdoding|suicid_|levensmoe)
    (?:wil|zou|wou|liever) (?:ik )?(?:graag |gewoon |het liefst |alleen nog )*(?:dood|sterven|doodgaan|dood zijn)
    (?:wil|kan) (?:ik )?(?:zo )?niet (?:meer|langer) (?:verder )?(?:leven|verder|door)(?= [.?]|$| met)
    (?:maak|maken) (?:ik )?(?:mezelf|me|mijzelf) (?:van kant|dood)
    (?:er een eind aan maken|ik maak er een eind aan|een einde aan mijn leven|mezelf iets aandoen|mezelf (?:doden|ophangen|verwonden))
    geen (?:reden|zin) (?:meer )?(?:om te leven|in het leven)
    (?:wil|gaat|dreigt) (?:hij |zij )?(?:me|mij) (?:vermoorden|doodmaken|te vermoorden|slaan)
    in (?:levens)?gevaar
  `,
  sv: `
    (?:sjalvmord_?|ta livet av mig|ta mitt liv|doda mig sjalv|skada mig sjalv)
    (?:vill|orkar|kan) inte (?:leva|leva langre|leva mer|fortsatta leva)
    vill (?:bara )?do(?= [.?]|$)
    orkar inte (?:mer|langre)
  `,
  da: `
    (?:selvmord_?|tage mit (?:eget )?liv|sla mig selv ihjel)
    (?:vil|gider|orker|kan) ikke (?:leve|leve mere|leve langere)
    vil (?:bare )?(?:dø|do)(?= [.?]|$)
  `,
  no: `
    (?:selvmord_?|ta livet av meg|ta mitt eget liv|drepe meg selv)
    (?:vil|orker|kan) ikke (?:leve|leve mer|leve lenger)
    vil (?:bare )?(?:dø|do)(?= [.?]|$)
  `,
  fi: `
    (?:itsemurha_?|tapan itseni|haluan kuolla|en halua enaa elaa|en jaksa enaa elaa|en halua elaa)
  `,
  pl: `
    (?:samoboj_|zabije sie|zabić się|zabic sie|skonczyc ze soba|odebrac sobie zycie)
    (?:chce|chciał_?|chcial_?|wole) (?:juz )?umrzec
    (?:nie chce|nie mam po co|nie moge) (?:juz |mi sie |dłuzej |dluzej )*(?:zyc|dalej zyc)
  `,
  cs: `
    (?:sebevra_|zabiju se|chci umrit|chci zemrit|nechci uz zit|uz nechci zit|nechci zit)
  `,
  sk: '(?:samovra_|zabijem sa|chcem zomriet|chcem umriet|nechcem uz zit|uz nechcem zit|nechcem zit)',
  hu: '(?:ongyilkos_?|megolom magam|meg akarok halni|nem akarok elni|nem akarok tobbe elni)',
  ro: '(?:sinucid_|vreau sa mor|ma omor|nu mai vreau sa traiesc|nu vreau sa mai traiesc)',
  el: '(?:αυτοκτον_|θελω να πεθανω|θα σκοτωθω|δεν θελω να ζω|δεν θελω αλλο να ζω|θα αυτοκτονησω)',
  bg: '(?:самоуби_|искам да умра|ще се убия|не искам да живея|не искам повече да живея)',
  hr: '(?:samoubo_|samoubi_|zelim umrijeti|hocu umrijeti|ubit cu se|ne zelim vise zivjeti|ne zelim zivjeti)',
  sl: '(?:samomor_?|hocem umreti|zelim umreti|ubil se bom|ubila se bom|nocem vec ziveti|ne zelim vec ziveti)',
  et: '(?:enesetapp_?|tahan surra|tapan ennast|tapan end|ei taha enam elada|ei taha elada)',
  lv: '(?:pasnavib_|gribu mirt|nogalinasu sevi|negribu vairs dzivot|negribu dzivot)',
  lt: '(?:savizudyb_|noriu mirti|nusizudysiu|nebenoriu gyventi|nenoriu gyventi)',
  mt: '(?:suwicidju|irrid immut|ma rridx nghix|noqtol lili nnifsi)',
  is: '(?:sjalfsvig_?|vil deyja|drepa mig|vil ekki lifa)',
  ga: '(?:feinmharu|ba mhaith liom bas a fhail|nil me ag iarraidh maireachtail)',
  cy: '(?:hunanladdiad|dwi eisiau marw|eisiau marw|lladd fy hun|ddim eisiau byw)',
  tr: '(?:intihar_?|olmek istiyorum|kendimi oldurecegim|yasamak istemiyorum|artik yasamak istemiyorum|canima kiyacagim)',
  he: `
    (?:אובדני|אובדנית|התאבד|להתאבד|אתאבד|מתאבד|מתאבדת|התאבדות)
    (?:רוצה|רציתי|עדיף|מעדיף|מעדיפה|בא) (?:לי )?(?:כבר |פשוט )?(?:למות|להיות מת|להיות מתה)
    (?:לא|כבר לא|אין לי) (?:רוצה|יכול|יכולה|חשק|כוח|סיבה) (?:כבר |יותר |להמשיך )*לחיות
    אין (?:לי )?(?:יותר |כבר )?(?:בשביל מה|טעם|סיבה|כוח) (?:יותר )?(?:לחיות|בחיים|להמשיך)
    (?:אהרוג|להרוג|אני הורג|אני הורגת|לפגוע|אפגע) (?:את |ב)?עצמי
    לשים (?:קץ|סוף) (?:לחיים|לחיי|לזה)
    נמאס (?:לי )?(?:מהחיים|לחיות)
    (?:(?:רוצה|הולך|מאיים) להרוג|יהרוג) אותי
    (?:החיים שלי|אני|חיי) בסכנה
    מרביץ לי
  `,
  ar: `
    (?:انتحار|الانتحار|انتحر|سانتحر|سأنتحر)
    (?:اريد|أريد|بدي|عايز|اتمنى|أتمنى) (?:ان |أن )?(?:اموت|أموت|الموت)
    (?:لا|ما) (?:اريد|أريد|بدي|استطيع) (?:ان |أن )?(?:اعيش|أعيش|العيش)
    (?:ساقتل|سأقتل|اقتل|أقتل) نفسي
  `,
  fa: '(?:خودکشی|می خواهم بمیرم|میخواهم بمیرم)',
  ur: '(?:خودکشی|مرنا چاہتا ہوں|مرنا چاہتی ہوں|جینا نہیں چاہتا|جینا نہیں چاہتی)',
  hi: `
    (?:आत्महत्या|खुदकुशी|ख़ुदकुशी|सुसाइड)
    (?:मर|मरना) (?:चाहता|चाहती|जाना चाहता|जाना चाहती|जाऊंगा|जाऊंगी|जाऊँगा|जाऊँगी)
    (?:जीना|जिंदा रहना|ज़िंदा रहना) (?:अब )?नहीं (?:चाहता|चाहती)
    (?:अब )?(?:और )?(?:नहीं जीना|जीने का मन नहीं)
    (?:खुद|अपने आप|स्वयं) को (?:मार|खत्म|ख़त्म) _
    jaan de (?:dunga|doonga|dungi)
    (?:marna|mar jana) chaht[ai]
    jeena nahi(?:n)? chaht[ai]
  `,
  mr: '(?:आत्महत्या|मरायचे आहे|मला मरायचं आहे|जगायचे नाही|जगायचं नाही)',
  bn: '(?:আত্মহত্যা|মরতে চাই|আমি মরতে চাই|বাঁচতে চাই না)',
  ta: '(?:தற்கொலை|சாக வேண்டும்|சாகப் போகிறேன்|வாழ விரும்பவில்லை)',
  te: '(?:ఆత్మహత్య|చనిపోవాలని ఉంది|చావాలని ఉంది|బతకాలని లేదు)',
  gu: '(?:આત્મહત્યા|મરવું છે|જીવવું નથી)',
  kn: '(?:ಆತ್ಮಹತ್ಯೆ|ಸಾಯಬೇಕು|ಬದುಕಲು ಇಷ್ಟವಿಲ್ಲ)',
  ml: '(?:ആത്മഹത്യ|മരിക്കണം|ജീവിക്കാൻ ആഗ്രഹമില്ല)',
  pa: '(?:ਖੁਦਕੁਸ਼ੀ|ਆਤਮ ਹੱਤਿਆ|ਮਰਨਾ ਚਾਹੁੰਦਾ|ਮਰਨਾ ਚਾਹੁੰਦੀ|ਜੀਣਾ ਨਹੀਂ ਚਾਹੁੰਦਾ|ਜੀਣਾ ਨਹੀਂ ਚਾਹੁੰਦੀ)',
  id: `
    bunuh diri
    (?:mau|ingin|pengen|pingin|lebih baik) (?:aku |saya |gue )?mati(?: saja| aja)?(?= [.?]|$| saya| aku)
    (?:tidak|tak|gak|nggak|ga) (?:mau|ingin|sanggup|mahu) (?:lagi )?hidup(?: lagi)?
    (?:mengakhiri|akhiri|menamatkan|tamatkan) (?:hidup|hidupku|hidup saya|nyawa)
    (?:mahu|nak) mati(?= [.?]|$)
  `,
  tl: `
    (?:magpakamatay|magpapakamatay|mag suicide|nagpapakamatay|magbibigti|papatayin ko (?:ang )?sarili ko)
    (?:ayoko|ayaw ko|ayoko na|ayaw ko na) (?:na )?(?:nang |ng |pang )?(?:mabuhay|mabuhay pa)
    gusto ko (?:na |nang )*(?:mamatay|mawala na)
    (?:sana|mas mabuti pang|mas mabuti kung) (?:mamatay|patay) na (?:lang )?ako
    hindi ko na kaya(?: pa)?(?: ang buhay)?(?= [.?]|$)
  `,
  ru: `
    (?:самоубийств_|суицид_|покончу с собой|покончить с собой|наложу на себя руки|убью себя|повешусь)
    (?:хочу|хочется|лучше) (?:мне )?(?:просто )?(?:умереть|сдохнуть|умру)
    (?:не хочу|не могу|незачем|нет сил) (?:больше |дальше )?(?:жить|так жить)
  `,
  uk: `
    (?:самогубств_|накладу на себе руки|вб ю себе|вб'ю себе|покінчу з собою)
    (?:хочу|краще) (?:вже )?(?:померти|вмерти)
    (?:не хочу|не можу) (?:більше |далі )?жити
  `,
  vi: '(?:tự tử|tự sát|muốn chết|không muốn sống|không thiết sống)',
  th: '[^ ]*(?:ฆ่าตัวตาย|อยากตาย|ไม่อยากมีชีวิต|ไม่อยากอยู่แล้ว)[^ ]*',
  zh: '[^ ]*(?:自杀|自殺|想死|不想活|活不下去|轻生|輕生|结束生命|結束生命)[^ ]*',
  ja: '[^ ]*(?:自殺|死にたい|生きたくない|死のうと|消えてしまいたい)[^ ]*',
  ko: '[^ ]*(?:자살|죽고 싶|죽고싶|살고 싶지 않|살기 싫)[^ ]*',
  zu: '(?:zibulala|ngifuna ukufa|ngizozibulala|angisafuni ukuphila)',
  xh: '(?:zibulala|ndifuna ukufa|ndiza kuzibulala|andisafuni ukuphila)',
  st: '(?:ipolaya|ke batla ho shwa|ha ke sa batla ho phela)',
  af: `
    (?:selfmoord|myself doodmaak|myself om die lewe bring)
    (?:wil|wens) (?:net )?(?:doodgaan|sterf|dood wees|dood gaan)
    wil nie meer (?:lewe|leef)(?: nie)?
  `,
  am: '(?:ራስን ማጥፋት|ራሴን ላጠፋ|መሞት እፈልጋለሁ|መኖር አልፈልግም)',
  ht: '(?:touye tet mwen|mwen vle mouri|mwen pa vle viv anko|mwen pa vle viv)',
  ca: '(?:suicid_|vull morir|em vull morir|em mataré|em mato|no vull viure(?: més)?)',
};

/** Everyday talk with the same words: debts, batteries and jokes. */
const everyday: PhraseTable = {
  en: `
    (?:phone|battery|car|laptop|engine|business|deal|plan|dog|cat) (?:_ ){0,3}(?:die|dead|kill)
    (?:cant|cannot|can not|dont want to) (?:go on|carry on) (?:_ )?(?:holiday|vacation|leave|the website|line|the app|monday|
      tuesday|wednesday|thursday|friday|saturday|sunday)
    (?:hurt|hurting|harm|harming|cut|cutting) (?:my|him|her)self off
    live (?:here|there|at|in|with)(?: _)?
    suicide (?:squad|watch party)
  `,
  de: '(?:kann|halte) ich nicht mehr (?:zahlen|bezahlen|anrufen)',
};

/** What may be said of life as well as of messages: obeyed as a wish, and looked at by a person. */
const weary: PhraseTable = {
  de: '(?:ich )?(?:will|mag|möchte) (?:ich )?(?:einfach |echt |wirklich )?nicht mehr(?= [.?]|$)',
  es: '(?:ya )?no quiero (?:nada )?más(?= [.?]|$)',
  fr: '(?:je |j )?(?:ne |n )?(?:en )?veux plus(?= [.?]|$)',
  pt: '(?:eu )?não quero mais(?: nada)?(?= [.?]|$)',
  it: '(?:io )?non (?:ne )?voglio più(?= [.?]|$)',
  nl: '(?:ik )?wil (?:ik )?niet meer(?= [.?]|$)',
  he: '(?:אני )?(?:כבר )?לא רוצה יותר(?= [.?]|$)',
};

/** Phrases of `dangers`, over folded text. */
export const danger = phrasesOf(dangers);
/** Phrases that look so and are none: taken out before the search. */
export const noDanger = phrasesOf(everyday);
/** Words of somebody who may be at their end. */
export const atTheirEnd = phrasesOf(weary);
/** The languages in which danger is read. */
export const dangerLanguages: readonly string[] = Object.keys(dangers);
