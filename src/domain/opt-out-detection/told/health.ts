import { type PhraseTable, phrasesOf } from './phrases.ts';

/** Illness, hospital, a loss of work or home: what may make somebody vulnerable (FCA FG21/1, 2.8). */
const table: PhraseTable = {
  en: `
    (?:had|having|after) (?:heart|brain|spinal|cancer|major|emergency) (?:surgery|treatment)
    (?:lost|losing|loosing) my (?:job|home|house|baby|child|husband|wife|leg|sight)
    (?:im|i am|been|got) (?:made )?(?:redundant|homeless|evicted|disabled|bedridden|blind|deaf|paralysed|paralyzed|bipolar|autistic|
      schizophrenic|terminal|dying|laid off|unemployed|pregnant)
    (?:have|got|with|suffer from|suffering from|diagnosed with) (?:severe |chronic |a |an |stage _ )*(?:cancer|tumou?r|dementia|alzheimers|depression|
      anxiety|ms|multiple sclerosis|hiv|aids|kidney failure|heart failure|epilepsy|diabetes|schizophrenia|bipolar|disability|
      learning difficulties|autism|addiction|gambling problem)
    (?:addicted|addiction) to (?:gambling|drugs|alcohol|opioids)
    (?:in|into) (?:rehab|a care home|care|palliative care|a coma|a nursing home|a refuge|a shelter)
  `,
  es: `
    (?:tengo|padezco|sufro|me diagnosticaron|diagnosticad[oa]) (?:de |con |un |una )*(?:cáncer|tumor|depresión|ansiedad|demencia|alzheimer|parkinson|vih|
      esquizofrenia|discapacidad|diabetes|epilepsia|infarto|derrame|insuficiencia renal)
    (?:estoy|está|sigo) (?:muy |gravemente |bastante )*(?:enferm[oa]|ingresad[oa]|hospitalizad[oa]|discapacitad[oa]|embarazada|desemplead[oa]|en paro|
      en cuidados intensivos|en la uci|en coma|en silla de ruedas|sin techo)
    (?:perdí|he perdido|me quedé sin) (?:mi |el |la )?(?:trabajo|empleo|casa|hijo|hija|bebé)
    (?:me despidieron|me operaron|me van a operar|quimioterapia|quimio|diálisis|incapacidad (?:permanente|temporal)|ludopat_)
  `,
  fr: `
    (?:j ai|jai|souffre|atteinte?|diagnostique[e]?) (?:d |de |un |une |le |la |l )*(?:cancer|tumeur|dépression|anxiété|démence|alzheimer|parkinson|sida|vih|
      schizophrénie|handicap|diabète|épilepsie|infarctus|avc)
    (?:je suis|suis|est) (?:très |gravement |toujours )*(?:malade|hospitalisée?|handicapée?|enceinte|au chômage|en réanimation|en soins palliatifs|dans le coma|
      sans abri|en burn out|dépressive|dépressif|en arrêt maladie)
    (?:perdu|perdre) (?:mon|ma) (?:travail|emploi|boulot|maison|enfant|bébé|logement)
    (?:chimio|chimiothérapie|dialyse|radiothérapie|opérée? du cœur|licenciée?)
  `,
  de: `
    (?:habe|hab|leide|diagnose|erkrankt) (?:ich )?(?:an |unter |einen |eine |schwere |schweren )*(?:krebs|tumor|depressionen?|angststörung|demenz|alzheimer|
      parkinson|schizophrenie|diabetes|epilepsie|herzinfarkt|schlaganfall|burnout|ms|behinderung|spielsucht)
    (?:bin|liege|ist) (?:ich )?(?:gerade |noch |sehr |schwer |seit _ )*(?:schwerkrank|krank|im krankenhaus|auf der intensivstation|intensivstation|im koma|schwanger|arbeitslos|
      obdachlos|behindert|schwerbehindert|pflegebedürftig|depressiv|bettlägerig|im pflegeheim|im frauenhaus|krankgeschrieben)
    (?:meine arbeit|meinen job|meine wohnung|mein kind|mein baby|meinen arbeitsplatz) verloren
    (?:chemotherapie|chemo|dialyse|bestrahlung|palliativ_?|spielsüchtig|wurde operiert|werde operiert)
  `,
  pt: `
    (?:tenho|sofro|estou com|diagnosticad[oa]) (?:de |com |um |uma )*(?:câncer|cancro|tumor|depressão|ansiedade|demência|alzheimer|parkinson|hiv|esquizofrenia|
      deficiência|diabetes|epilepsia|infarto|avc|burnout)
    (?:estou|está|sou) (?:muito |gravemente )*(?:doente|internad[oa]|hospitalizad[oa]|grávida|desempregad[oa]|deficiente|na uti|em coma|acamad[oa]|sem casa|afastad[oa])
    (?:perdi|perdemos) (?:o |a |meu |minha |o meu |a minha )?(?:emprego|trabalho|casa|filho|filha|bebê)
    (?:quimioterapia|quimio|hemodiálise|diálise|fui operad[oa]|vou ser operad[oa]|fui demitid[oa]|no hospital|hospitalizad[oa])
  `,
  it: `
    (?:ho|soffro|malat[oa]|affett[oa]|diagnosticat[oa]) (?:di |da |un |una |il |la |l )*(?:cancro|tumore|depressione|ansia|demenza|alzheimer|parkinson|hiv|schizofrenia|
      disabilità|diabete|epilessia|infarto|ictus)
    (?:sono|è|sto) (?:molto |gravemente |ancora )*(?:malat[oa]|ricoverat[oa]|in ospedale|disabile|incinta|disoccupat[oa]|invalid[oa]|in terapia intensiva|in coma|
      allettat[oa]|depress[oa]|senza casa|in malattia)
    (?:ho perso|perso) (?:il |la |mio |mia |il mio |la mia )*(?:lavoro|casa|figlio|figlia|bambin[oa])
    (?:chemioterapia|chemio|dialisi|radioterapia|mi operano|licenziat[oa]|ludopatia)
  `,
  nl: `
    (?:heb|lijd) (?:ik )?(?:aan |een )*(?:kanker|tumor|depressie|dementie|alzheimer|parkinson|ms|beroerte|hartaanval|burn ?out|handicap)
    (?:ben|lig|is) (?:ik )?(?:heel |erg |ernstig |in het |nog )*(?:ziek|ziekenhuis|opgenomen|depressief|zwanger|werkloos|dakloos|gehandicapt|bedlegerig|intensive care|
      arbeidsongeschikt)
    (?:in het ziekenhuis|chemo|chemokuur|dialyse|op de ic)
    (?:mijn (?:baan|werk|huis|kind)) (?:kwijt|verloren)
  `,
  he: `
    (?:יש לי|חולה ב|סובל מ|סובלת מ|חולת|אובחנתי (?:עם|ב)) ?(?:מחלת )?(?:ה)?(?:סרטן|גידול|דיכאון|דכאון|חרדה|חרדות|דמנציה|אלצהיימר|פרקינסון|אפילפסיה|סכיזופרניה|נכות|סוכרת)
    (?:בדיכאון|בדכאון|מאושפז|מאושפזת|באשפוז|בבית חולים|בבית החולים|בטיפול נמרץ|בתרדמת|סיעודי|סיעודית|בהריון|מובטל|מובטלת|נכה|חולה מאוד|חולה קשה)
    (?:אני )?(?:חולה|חולת)(?= [.?]|$)
    (?:איבדתי|פיטרו) (?:את )?(?:העבודה|הבית|הילד|הילדה|אותי)
    (?:כימותרפיה|כימו|דיאליזה|הקרנות|שבץ|התקף לב)
  `,
  hi: '(?:कैंसर|डिप्रेशन|अवसाद|अस्पताल में|बीमार हूँ|बीमार हूं|हार्ट अटैक|लकवा|नौकरी चली गई|बेरोजगार|गर्भवती)(?: _)?',
  id: '(?:(?:saya|aku|sedang|lagi) (?:sakit|dirawat|depresi|hamil)|di rumah sakit|opname|(?:sakit|kena|punya|penyakit) (?:kanker|jantung|stroke|keras|parah)|kemoterapi|cuci darah|(?:di ?phk|kehilangan pekerjaan))',
  ms: '(?:di hospital|masuk wad|(?:sakit|kena|menghidap) (?:kanser|jantung|strok|tenat)|kemurungan|hilang (?:kerja|pekerjaan)|diberhentikan)',
  tl: '(?:nasa ospital|na ospital|naospital|may (?:kanser|cancer|sakit ako|sakit sa puso)|may sakit(?: po)? ako|depressed ako|na stroke|nawalan (?:ako )?ng trabaho|buntis ako|chemo)(?: _)?',
  sv: '(?:har (?:cancer|depression)|är (?:deprimerad|arbetslös|gravid)|ligger på sjukhus|cellgifter|sjukskriven)',
  da: '(?:har (?:kræft|depression)|er (?:deprimeret|arbejdsløs|gravid)|kemo|sygemeldt)',
  no: '(?:har (?:kreft|depresjon)|er (?:deprimert|arbeidsløs|gravid)|cellegift|sykemeldt)',
  fi: '(?:minulla on (?:syöpä|masennus)|olen (?:masentunut|työtön|raskaana))',
  pl: '(?:mam (?:raka|depresję|nowotwór)|jestem (?:chor[ya]|w szpitalu|w ciąży|bezrobotn[ya]|po udarze)|w szpitalu|chemioterapi_|straciłem pracę|straciłam pracę)',
  cs: '(?:mám (?:rakovinu|deprese|depresi)|jsem (?:nemocn[ýá]|v nemocnici|těhotná|nezaměstnan[ýá])|chemoterapi_)',
  hu: '(?:rákos vagyok|beteg vagyok|kórházban vagyok|depressziós vagyok|munkanélküli vagyok)',
  ro: '(?:am (?:cancer|depresie)|sunt (?:bolnav|bolnavă|internat|internată|însărcinată|șomer))',
  el: '(?:έχω (?:καρκίνο|κατάθλιψη)|είμαι (?:άρρωστος|άρρωστη|έγκυος|άνεργος|άνεργη))',
  ru: '(?:у меня (?:рак|депрессия|инсульт|инфаркт|онкология)|я (?:болен|больна|в больнице|беременна|инвалид)|в больнице|в реанимации|химиотерапи_|потерял работу|потеряла работу)',
  uk: '(?:у мене (?:рак|депресія|інсульт|інфаркт)|я (?:хворий|хвора|в лікарні|вагітна)|в лікарні|в реанімації|хіміотерапі_|втратив роботу|втратила роботу)',
  ar: '(?:(?:عندي|لدي|مصاب ب|مصابة ب) ?(?:سرطان|السرطان|اكتئاب|الاكتئاب)|مريض|مريضة|في المستشفى|بالمستشفى|فقدت عملي|حامل)(?: _)?',
  tr: '(?:(?:kanser|depresyon) (?:hastasıyım|oldum|tedavisi)|kanserim|hastanedeyim|hastayım|hamileyim|işsizim|işimi kaybettim|felç geçirdim)',
  vi: '(?:bị (?:ung thư|trầm cảm|bệnh nặng|đột quỵ)|(?:nằm|đang ở) (?:bệnh )?viện|mất việc)',
  zh: '[^ ]*(?:癌症|抑郁|抑鬱|住院|重病|中风|中風|失业|失業|怀孕|懷孕)[^ ]*',
  ja: '[^ ]*(?:がん|癌|うつ病|鬱病|入院|脳梗塞|失業|妊娠)[^ ]*',
  ko: '[^ ]*(?:암에 걸|우울증|입원|뇌졸중|실직)[^ ]*',
  th: '[^ ]*(?:มะเร็ง|ซึมเศร้า|โรงพยาบาล|ตกงาน)[^ ]*',
  bn: '(?:ক্যান্সার|হাসপাতালে|বিষণ্ণতা|অসুস্থ)(?: _)?',
  ta: '(?:புற்றுநோய்|மருத்துவமனையில்|மன அழுத்தம்)(?: _)?',
  te: '(?:క్యాన్సర్|ఆసుపత్రిలో|ఆస్పత్రిలో|డిప్రెషన్)(?: _)?',
  ur: '(?:کینسر|ہسپتال میں|ڈپریشن|بیمار ہوں)(?: _)?',
  af: '(?:ek (?:het kanker|is siek|is in die hospitaal|is depressief|is werkloos)|in die hospitaal)',
};

/** Phrases of the table, over folded text. */
export const health = phrasesOf(table);
