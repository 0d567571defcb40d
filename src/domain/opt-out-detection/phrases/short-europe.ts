import { shortWording } from './short-wording.ts';

const plain = (patterns: string) => patterns.normalize('NFKD').replace(/\p{M}/gu, '');

/** Languages of the European Union and its neighbours that have no list of their own. */
export const europeanWordings = [
  shortWording({
    language: 'sv',
    deceased: plain('(?:har )?(?:avlidit|dött)\n(?:är|var) (?:död|avliden)\ndödsbo(?:et)?'),
    minor: plain('(?:jag är|är) (?:bara )?(?:[6-9]|1[0-7]) år(?: gammal)?\n(?:är )?minderårig'),
    health: plain('på (?:sjukhus|sjukhuset)\n(?:är |blev )?(?:svårt |allvarligt )?sjuk'),
    optOut: `stopp | stoppa | stanna | sluta | avsluta | avbryt | avanmäl | avregistrera | avprenumerera |
      ta bort mig | ta bort | nej tack sluta | sluta nu | lämna mig ifred | ring inte | skriv inte`,
    optIn: 'starta | börja',
    help: 'hjälp',
    courtesy: 'snälla tack nu genast omedelbart mig hej vänligen',
    sure: plain(`
      (?:sluta|sluta att|sluta upp att) (?:ringa|messa|skriva|smsa|kontakta|mejla|störa|maila)(?: _){0,3}
      (?:ring|skriv|smsa|messa|kontakta|mejla|maila|stör) (?:mig |oss |hit )?(?:inte|aldrig)(?: _){0,3}
      (?:vill inte|vägrar) (?:bli |ha |få |längre |mer ){0,3}(?:kontaktad|uppringd|fler|samtal|sms|meddelanden|mejl)(?: _){0,2}
      (?:ta bort|radera|stryk) (?:mig|mitt nummer|mina uppgifter)(?: _){0,3}
      lämna (?:mig|oss) i ?fred
    `),
  }),
  shortWording({
    language: 'fi',
    deceased: plain('(?:on )?(?:kuollut|kuoli|menehtynyt)\nkuolinpesä(?:n)?'),
    minor: plain(
      '(?:olen |on )?(?:vasta |vain )?(?:[6-9]|1[0-7]) ?(?:v|vuotias|vuotta vanha)\nalaikäinen',
    ),
    health: plain('(?:olen |on )?(?:sairaalassa|sairaala)\n(?:olen |on )(?:vakavasti )?sairas'),
    optOut: `seis | lopeta | lopettakaa | pysäytä | pysähdy | keskeytä | peruuta | peru | poista |
      poista minut | irtisano | loppu | lopeta heti | riittää | älä soita | älkää soittako |
      älä lähetä | älkää lähettäkö | en halua | jätä rauhaan`,
    optIn: 'aloita',
    help: 'apua | ohje',
    courtesy: 'kiitos olkaa hyvä nyt heti ole minulle hei',
    sure: plain(`
      (?:älä|älkää) (?:enää |minulle |meille |ikinä ){0,3}(?:soita|soittako|soitelko|lähetä|lähettäkö|kirjoita|
        kirjoittako|häiritse|häiritkö|viesti|ota yhteyttä|ottako yhteyttä)(?: _){0,3}
      (?:lopeta|lopettakaa) (?:_ )?(?:soittaminen|soittelu|viestit|viestittely|häirintä|yhteydenotot|viestien lähettäminen)
      (?:poista|poistakaa) (?:minut|numeroni|tietoni|yhteystietoni)(?: _){0,3}
      (?:en halua|en tahdo) (?:enää |teiltä |mitään ){0,3}(?:viestejä|soittoja|puheluita|yhteydenottoja|kuulla)(?: _){0,2}
      jättäkää (?:minut|meidät) rauhaan
    `),
  }),
  shortWording({
    language: 'da',
    deceased: plain('(?:er )?(?:død|afgået ved døden)\ndødsbo(?:et)?'),
    minor: plain('(?:jeg er|er) (?:kun )?(?:[6-9]|1[0-7]) år(?: gammel)?\nmindreårig'),
    health: plain('på (?:hospitalet|sygehuset|hospital|sygehus)\n(?:er |blev )(?:alvorligt )?syg'),
    optOut: `stop | stands | afmeld | afmeld mig | afslut | slet | slet mig | fjern mig | nok |
      hold op | ring ikke | skriv ikke`,
    help: 'hjælp',
    courtesy: 'tak venligst nu straks mig hej',
    sure: plain(`
      (?:stop|hold op) med (?:at )?(?:ringe|skrive|sms e|kontakte|sende|genere|forstyrre)(?: _){0,3}
      (?:ring|skriv|kontakt|send|forstyr) (?:mig |til mig |os )?(?:ikke|aldrig)(?: _){0,3}
      (?:slet|fjern) (?:mig|mit nummer|mine oplysninger)(?: _){0,3}
      lad (?:mig|os) være
    `),
  }),
  shortWording({
    language: 'no',
    deceased: plain('(?:er )?(?:død|gått bort)\ndødsbo(?:et)?'),
    minor: plain('(?:jeg er|er) (?:bare |kun )?(?:[6-9]|1[0-7]) år(?: gammel)?\nmindreårig'),
    health: plain('på sykehus(?:et)?\n(?:er |ble )(?:alvorlig )?syk'),
    optOut: `stopp | stans | slutt | avmeld | avslutt | slett | slett meg | fjern meg | nok |
      ikke ring | ikke skriv`,
    help: 'hjelp',
    courtesy: 'takk vennligst nå straks meg hei',
    sure: plain(`
      (?:slutt|stopp) (?:med )?å (?:ringe|skrive|kontakte|sende|plage|forstyrre)(?: _){0,3}
      (?:ikke|aldri) (?:ring|skriv|kontakt|send|forstyrr)(?: _){0,3}
      (?:ring|skriv|kontakt|send) (?:meg |til meg |oss )?(?:ikke|aldri)(?: _){0,3}
      (?:slett|fjern) (?:meg|nummeret mitt)(?: _){0,3}
    `),
  }),
  shortWording({
    language: 'cs',
    deceased: plain('(?:zemřel|zemřela|je mrtvý|je mrtvá)\númrtní list'),
    health: plain('v nemocnici'),
    minor: plain('(?:je mi|mám) (?:[6-9]|1[0-7])(?: let)?\n(?:jsem )?nezletil[ýá]'),
    optOut: `stop | zastavit | přestaňte | přestaň | odhlásit | zrušit | zrušte | dost | konec |
      nevolejte | nepište | vymažte mě`,
    help: 'pomoc',
    courtesy: 'prosím děkuji hned mi mě',
    sure: plain(
      '(?:už )?(?:mi |mě )?(?:nevolejte|nepište|nekontaktujte|neobtěžujte)(?: _){0,3}\npřestaňte (?:mi |mě )?(?:volat|psát|obtěžovat)',
    ),
  }),
  shortWording({
    language: 'sk',
    deceased: plain('(?:zomrel|zomrela|je mŕtvy|je mŕtva)\númrtný list'),
    health: plain('v nemocnici'),
    optOut: `stop | prestaňte | prestaň | odhlásiť | zrušiť | zrušte | dosť | koniec | nevolajte |
      nepíšte | vymažte ma`,
    help: 'pomoc',
    courtesy: 'prosím ďakujem hneď mi ma',
    sure: plain(
      '(?:už )?(?:mi |ma )?(?:nevolajte|nepíšte|nekontaktujte|neobťažujte)(?: _){0,3}\nprestaňte (?:mi |ma )?(?:volať|písať|obťažovať)',
    ),
  }),
  shortWording({
    language: 'hu',
    deceased: plain('(?:meghalt|elhunyt|elhalálozott)\nhalotti anyakönyvi'),
    health: plain('kórházban'),
    optOut: `állj | stop | leállítás | leiratkozás | leiratkozom | elég | hagyják abba | hagyja abba |
      töröljenek | ne hívjanak | ne hívjon | ne írjanak`,
    help: 'segítség',
    courtesy: 'kérem köszönöm azonnal most',
    sure: plain(
      '(?:többet |többé )?ne (?:hívjanak|hívjon|írjanak|írjon|zaklassanak|zaklasson|keressenek)(?: _){0,3}\n(?:hagyják|hagyja) abba(?: _){0,3}\n(?:töröljenek|töröljön)(?: _){0,3}',
    ),
  }),
  shortWording({
    language: 'ro',
    deceased: plain('(?:a )?(?:murit|decedat|decedată)\ncertificat de deces'),
    health: plain('(?:sunt )?(?:în|la) spital'),
    optOut: `stop | opriți | oprește | opriti | dezabonare | dezabonează-mă | anulare | renunț |
      încetați | nu mai sunați | nu mă mai sunați`,
    help: 'ajutor',
    courtesy: 'vă rog mulțumesc acum imediat',
    sure: plain(
      'nu (?:mă |ma |mai |îmi |imi ){1,3}(?:sunați|suna|scrieți|contactați|deranjați|trimiteți)(?: _){0,3}\n(?:opriți|încetați|terminați) (?:cu |să )?(?:_ )?(?:apelurile|mesajele|hărțuirea|sunați|scrieți)',
    ),
  }),
  shortWording({
    language: 'el',
    deceased: plain('(?:πέθανε|απεβίωσε|έχει πεθάνει)\nληξιαρχική πράξη θανάτου'),
    health: plain('(?:είμαι )?(?:στο )?νοσοκομείο'),
    optOut: `στοπ | σταματήστε | σταμάτα | σταματα | διακοπή | διαγραφή | διαγράψτε με | αρκετά | τέλος |
      ακύρωση | μη με καλείτε | stamata | stamatiste`,
    help: 'βοήθεια',
    courtesy: 'παρακαλώ ευχαριστώ τώρα αμέσως μου με',
    sure: plain(
      '(?:μη|μην) (?:με |μου |μας |ξανα ){0,3}(?:καλείτε|καλέσετε|ενοχλείτε|στέλνετε|γράφετε|πάρετε|ενοχλήσετε)(?: _){0,3}\nσταματήστε (?:να )?(?:με |μου )?(?:καλείτε|στέλνετε|ενοχλείτε|γράφετε)',
    ),
  }),
  shortWording({
    language: 'bg',
    deceased: plain('(?:почина|починал|починала|умря|мъртъв)\nсмъртен акт'),
    health: plain('в болница(?:та)?'),
    optOut:
      'стоп | спрете | спри | отпишете ме | откажи | отказ | край | не ми звънете | не ми пишете',
    help: 'помощ',
    courtesy: 'моля благодаря веднага сега ме ми',
    sure: plain(
      'не (?:ми |ме )?(?:звънете|пишете|безпокойте|обаждайте|търсете)(?: _){0,3}\nспрете (?:да )?(?:ми |ме )?(?:звъните|пишете|безпокоите)',
    ),
  }),
  shortWording({
    language: 'hr',
    deceased: plain('(?:umro|umrla|preminuo|preminula|je mrtav)\nsmrtni list'),
    health: plain('u bolnici'),
    optOut: `stop | stani | stanite | prestanite | prestani | odjava | odjavite me | otkaži | dosta | kraj |
      ne zovite | ne pišite | zaustavi`,
    help: 'pomoć',
    courtesy: 'molim hvala odmah sada me mi',
    sure: plain(
      '(?:ne|nemojte) (?:me |mi |više ){0,3}(?:zovite|zvati|pišite|pisati|kontaktirajte|kontaktirati|uznemiravati|uznemiravajte)(?: _){0,3}\nprestanite (?:me |mi )?(?:zvati|pisati|uznemiravati)',
    ),
  }),
  shortWording({
    language: 'sl',
    deceased: plain('(?:umrl|umrla|preminil|preminila|pokojni|pokojna)\nmrliški list'),
    health: plain('v bolnišnici'),
    optOut:
      'stop | ustavi | ustavite | prenehajte | nehajte | nehaj | odjava | odjavite me | dovolj | konec | prekliči | ne kličite',
    help: 'pomoč',
    courtesy: 'prosim hvala takoj zdaj me mi',
    sure: plain(
      'ne (?:me |mi |več ){0,3}(?:kličite|pišite|nadlegujte|kontaktirajte)(?: _){0,3}\n(?:nehajte|prenehajte) (?:me |mi )?(?:klicati|pisati|nadlegovati)',
    ),
  }),
  shortWording({
    language: 'et',
    deceased: plain('(?:suri|surnud|lahkus)\nsurmatunnistus'),
    health: plain('haiglas'),
    optOut:
      'stopp | peata | lõpeta | lõpetage | loobu | loobun | katkesta | aitab | ära helista | ärge helistage | kustuta',
    help: 'abi',
    courtesy: 'palun aitäh kohe nüüd mulle',
    sure: plain(
      '(?:ära|ärge) (?:mulle |enam |mind ){0,3}(?:helista|helistage|kirjuta|kirjutage|tülita|tülitage|saada|saatke)(?: _){0,3}',
    ),
  }),
  shortWording({
    language: 'lv',
    deceased: plain('(?:nomira|miris|mirusi)\nmiršanas apliecība'),
    health: plain('slimnīcā'),
    optOut:
      'stop | apturēt | beidziet | beidz | pārtraukt | atteikties | atrakstīties | pietiek | nezvaniet | nerakstiet | dzēst',
    help: 'palīdzība',
    courtesy: 'lūdzu paldies tūlīt man',
    sure: plain(
      '(?:vairs )?(?:man )?(?:nezvaniet|nerakstiet|netraucējiet|nesūtiet)(?: _){0,3}\nbeidziet (?:man )?(?:zvanīt|rakstīt|traucēt)',
    ),
  }),
  shortWording({
    language: 'lt',
    deceased: plain('(?:mirė|miręs|mirusi)\nmirties liudijimas'),
    health: plain('ligoninėje'),
    optOut:
      'stop | sustabdyti | sustokite | nustokite | baikite | atsisakyti | atsisakau | gana | neskambinkite | nerašykite',
    help: 'pagalba',
    courtesy: 'prašau ačiū dabar man',
    sure: plain(
      '(?:daugiau )?(?:man )?(?:neskambinkite|nerašykite|netrukdykite|nesiųskite)(?: _){0,3}\nnustokite (?:man )?(?:skambinti|rašyti|trukdyti)',
    ),
  }),
  shortWording({
    language: 'mt',
    deceased: plain('(?:miet|mietet|mejjet)\nċertifikat tal mewt'),
    health: plain('(?:fl|l) isptar'),
    optOut: 'ieqaf | waqqaf | waqqfu | ikkanċella | biżżejjed | iċċemplux | tikkuntattjawnix',
    help: 'għajnuna',
    sure: plain(
      '(?:iċċemplulix|iċċempilx|tikkuntattjawnix|tiktbulix)(?: _){0,3}\nieqfu (?:_ ){0,2}(?:iċċemplu|tiktbu)(?: _){0,2}',
    ),
  }),
  shortWording({
    language: 'is',
    optOut: 'stopp | stöðva | hættið | hættu | afskrá | hætta | ekki hringja',
    help: 'hjálp',
    sure: plain(
      '(?:hættið|hættu) að (?:hringja|skrifa|senda|trufla)(?: _){0,3}\nekki (?:hringja|hringið|skrifa|senda|trufla)(?: _){0,3}',
    ),
  }),
  shortWording({
    language: 'th',
    optOut: 'หยุด | ยกเลิก | เลิก | พอแล้ว | หยุดส่ง | หยุดโทร | อย่าโทร | อย่าโทรมา | ไม่ต้องโทร',
    help: 'ช่วยเหลือ',
  }),
];
