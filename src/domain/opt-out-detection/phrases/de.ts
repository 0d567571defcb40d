import type { Wording } from '../wording.ts';

/** German; umlauts may be written as ae, oe, ue or without dots. */
export const de: Wording = {
  language: 'de',
  words: {
    formal: 'sie|ihr|du',
    me: 'mich|mir|uns|sich|euch|dich',
    end: `nicht mehr|nie mehr|nie wieder|nicht|nicht weiter|keinesfalls|niemals|nichts mehr|keine|
      keinen|
      keinerlei|nichts`,
    noun: `anrufe?n?|sms|nachrichten?|mails?|e mails?|emails?|briefe?|kontakt|kontaktaufnahmen?|
      mahnungen?|
      whatsapps?|werbung|telefonanrufe?|mitteilungen|post|textnachrichten?|kontaktversuche|
      schreiben`,
    reaching: `anzurufen|zu schreiben|zu kontaktieren|zu belastigen|zu belaestigen|zu nerven|
      zu schicken|zu senden|zu texten|zu terrorisieren|zu storen|zu stoeren|zu mailen|zu simsen`,
    imp: `rufen|rufe|ruf|ruft|schreiben|schreib|schreibt|kontaktieren|kontaktier|kontaktiert|
      schicken|
      schick|schickt|senden|send|belastigen|belaestigen|nerven|nerv|storen|stoeren|melden|texten|
      mailen`,
    drop: `loschen|loesche|loeschen|losche|loscht|loescht|entfernen|entferne|entfernt|streichen|
      streiche|
      nehmen|nimm|nehmt|sperren|austragen|tragen|vergessen`,
  },
  keywords: {
    optOut: `stopp | stop | abmelden | abmeldung | abbestellen | austragen | aufhoren |
      aufhoeren |
      widerruf | schluss | ende | stoppen | keine sms | keine nachrichten mehr |
      keine anrufe mehr |
      abmelden bitte | sms stop | stop sms | beenden | widerspruch | kuendigen | kundigen |
      lass das | genug | blockieren | blockiert | sperren | ich will raus | raus hier | aus`,
    optIn: 'anmelden | fortsetzen | starten',
    help: 'hilfe',
  },
  courtesy: `bitte danke sofort jetzt hallo guten tag ok endlich mal umgehend sehr geehrte damen
  herren
    mit freundlichen grussen gruessen lg mfg vielen dank ich mochte moechte will mich`,
  sure: `
    (?:hor|hoer|horen|hoeren|hort|hoert) (?:<formal> )?(?:_ ){0,3}(?:auf|damit auf)(?: (?:<me>|
      damit|immer|
      standig|staendig|bitte|endlich))*(?: (?:<reaching>|_zu_))?
    (?:aufhoren|aufhoeren|stoppen|unterlassen) (?:<formal> )?(?:<me> |es |bitte |das |damit |die |
      diese )*(?:
      <reaching>|<noun>)
    (?:unterlassen|stoppen|beenden) (?:<formal> )(?:_ ){0,3}(?:<noun>|kontakt_)
    (?:<imp>) (?:<formal> )?(?:<me> )?(?:bitte |hier |unter dieser nummer |sofort |
      auf diesem handy |an )*
      (?:nicht mehr|nie mehr|nie wieder|nicht weiter|niemals|niemals wieder|keine|keinerlei|
        nichts mehr|
      nicht wieder)(?: _){0,3}
    (?:keine|kein|keinerlei|keinen) (?:weiteren |weitere |weiterer |einzige |einzigen )?
      (?:<noun>) (?:mehr|bitte|an|auf|unter)
    keine weiteren? (?:<noun>)
    (?:nicht|nie|niemals) (?:mehr|wieder) (?:anrufen|kontaktieren|schreiben|melden|belastigen|
      belaestigen|
      angerufen|kontaktiert|angeschrieben|storen|stoeren|texten|gestort|belastigt)
    (?:bitte )?(?:nicht|nie) (?:mehr )?(?:anrufen|kontaktieren|belastigen|belaestigen|anschreiben)
    (?:mochte|moechte|will|wunsche|wuensche|wollen|mochten|moechten|erlaube|
      gestatte) (?:_ ){0,2}(?:keine|
      nicht|kein|keinen|nichts|keinerlei|nie) (?:_ ){0,4}(?:<noun>|mehr|kontaktiert|angerufen|
      angeschrieben|belastigt|belaestigt|erhalten|bekommen|horen|hoeren)
    (?:<drop>) (?:<formal> )?(?:bitte |sofort |umgehend )?(?:meine|mich|diese|meinen|die|mein|
      alle meine|
      von mir) (?:_ ){0,3}(?:nummer|telefonnummer|daten|namen|liste|handynummer|verteiler|adresse|
      listen|
      kartei|system|datenbank|mailadresse|kontaktdaten|aus|von|handy)
    (?:lassen|lass|lasst) (?:<formal> )?(?:<me>) (?:doch |bitte |endlich |verdammt |
      einfach )*(?:in ruhe|
      in frieden|zufrieden)
    (?:widerrufe|widerspreche|ziehe) (?:hiermit )?(?:_ ){0,3}(?:einwilligung|zustimmung|
      kontaktaufnahme|
      nutzung|verarbeitung|erlaubnis|anrufen|zuruck)
    (?:habe|hab|hatte) (?:_ ){0,3}(?:gesagt|gebeten|geschrieben) (?:_ ){0,5}(?:aufhoren|aufhoeren|
      nicht mehr|
      in ruhe|stopp|stop|aufhort|keine)
    (?:tragen|trag) (?:<formal> )?mich (?:bitte )?(?:_ ){0,4}aus
    (?:melden|melde|meldet) (?:<formal> )?mich (?:bitte )?(?:_ ){0,4}ab
    (?:mich|uns) (?:bitte )?(?:aus|von) (?:der|ihrer|eurer|dem|ihrem) 
      (?:_ )?(?:liste|verteiler|datei)
    (?:fordere|bitte) (?:ich )?(?:sie |euch )(?:_ ){0,3}(?:auf |
      darum )?(?:_ ){0,3}(?:zu unterlassen|
      nicht mehr|aufzuhoren|aufzuhoeren|einzustellen)
    (?:stopp|stop mit) (?:den |diesen |die |der |euren |ihren |alle |allen )?(?:<noun>|nerven|
      belastigung)
    (?:schluss|genug|aufhoren) (?:jetzt |endlich |sofort |nun )?mit (?:den |diesen |dem |euren |ihren |der )?(?:<noun>|terror|
      _terror|
      belastigung_?|_anrufen)
  `,
  unsure: `
    (?:stopp|schluss|aufhoren|aufhoeren|genug|es reicht|reicht|mir reichts|
      jetzt reichts)(?: bitte| jetzt|
      endlich| damit| sofort| mir| langsam)*(?= [.?]|$)
    (?:warum|wieso|weshalb) (?:rufen|schreiben|belastigen|schicken|nerven|ruft) (?:sie|
      ihr) (?:_ ){0,4}(?:an|
      immer|noch|standig|staendig|dauernd|mich|mir|weiter)
    (?:sie|ihr) (?:rufen|schreiben|nerven|belastigen|belaestigen|ruft) (?:mich|
      mir) (?:_ )?(?:standig|staendig|
      dauernd|immer|jeden|taglich|taeglich|pausenlos)
    (?:nervt|reicht|genug|satt|leid) (?:_ ){0,3}(?:<noun>|anrufe|terror)
    (?:das|dies|es) (?:ist|grenzt an) (?:schon |reine |ja )?(?:belastigung|belaestigung|terror|
      telefonterror|
      stalking|notigung)
    belastigung
    (?:verpiss|verpisst|verpissen|scher|schert) (?:dich|euch|sie sich)
    (?:hau|haut|zieh|zieht|verzieh|verzieht) (?:bloss |endlich )?(?:ab|leine|dich|euch)(?= [.?]|$)
    leck mich
    (?:nur|ausschliesslich|lediglich) (?:noch )?(?:schriftlich|per post|per brief|per mail|
      per e mail)
    wenn (?:sie|ihr) (?:noch einmal|nochmal|wieder|weiter|noch mal) (?:_ ){0,3}(?:anrufen|
      schreiben|
      kontaktieren|anruft|schreibt)
    (?:verpissen|verpisst|verpiss|haut|hau) (?:sie |euch |dich )?(?:ab|sich)?
    (?:kein|nicht) (?:interesse|interessiert)
    (?:blockiere|blockieren|sperre) (?:ich )?(?:sie|euch|diese nummer)
    (?:rufen|ruf|ruft|schreiben|kontaktieren|schicken) (?:<formal> )?(?:<me> )(?:_ )?(?:nicht|
      keine)(?: _)?
  `,
  lookAlikes: `
    (?:ende|am ende|bis ende|gegen ende|zum ende|mitte|anfang) (?:des|der|nachster|naechster|
      dieser|
      dieses|diesen|des monats|monat|januar|februar|marz|april|mai|juni|juli|august|september|
      oktober|
      november|dezember|woche|der woche|dieser woche|nachsten|naechsten|vom)(?: _)?
    (?:am|bis|zum|zu|gegen|letzten|das|kein|vor) ende(?: _)?
    (?:lastschrift|dauerauftrag|vertrag|termin|karte|abo|rate|konto|versicherung|
      einzug) (?:_ ){0,2}
      (?:kundigen|kuendigen|stoppen|beenden|widerrufen|abbestellen|stornieren)
    (?:stoppen|kundigen|kuendigen|beenden|stornieren|widerrufen|stopp|
      stop) (?:sie )?(?:bitte )?(?:den|die|
      das|meinen|meine|mein) (?:dauerauftrag|lastschrift|vertrag|termin|karte|zahlung|abbuchung|
      konto|
      einzug|rate|abo|zinsen|versicherung|bestellung)(?: _)?
    (?:ich|er|sie|wir) (?:habe |hat |haben |hore |hoere |kann |will |
      muss )(?:_ ){0,3}(?:aufgehort|aufgehoert|
      auf zu|nicht aufhoren|nicht aufhoeren|aufhoren zu)(?: _)?
    (?:antworten|senden|schreiben|sende|antworte) (?:sie )?(?:mit |das wort )?(?:stopp?|
      ende)(?: ~)?
    (?:habe|hab|haben|hatte) (?:_ ){0,2}(?:keine|keinen|kein|nicht) (?:<noun>)(?: _){0,3}
    (?:_haltestelle|bushaltestelle|zwischenstopp)
  `,
  doubts: 'wenn|falls|sobald|bevor|er|mein mann|meine frau|nachdem|ob|wie',
  onlyThen: `
    (?:rufen|ruf|ruft|kontaktieren|schreiben) (?:<formal> )?(?:<me> )?(?:bitte )?(?:nicht|nie|
      nicht mehr) (?:_ )
      {0,3}(?:arbeit|arbeitsplatz|abends|nachts|heute|jetzt|morgen|vor|nach|sonntags|samstags|
      wochenende|wahrend|waehrend|fruh|frueh|spat|spaet|so spat|so fruh|buro|buero|zwischen|
      gerade|
      im dienst|sonntag|diese woche|uhrzeit)_?(?: _){0,4}
    (?:rufen|ruf|melden) (?:<formal> )?(?:mich |sich )?(?:bitte |lieber |erst |nur )*(?:morgen|
      spater|spaeter|
      nach|ab|abends|nachste|naechste|montag|vor|zwischen)(?: _){0,4}
    (?:bitte )?(?:nicht|nie) (?:heute|jetzt|nachts|abends|wahrend|waehrend|am wochenende|
      bei der arbeit|
      auf der arbeit|im buro|sonntags)(?: _){0,3} anrufen
  `,
  media: {
    phone_call: 'anruf_?|anzurufen|rufen|rufe|ruf|ruft|angerufen|anrufen|telefon_|_anrufe',
    sms: 'sms|simsen|textnachrichten?|texten',
    email: 'mails?|e mails?|emails?|mailen',
    letter: 'briefe?|post',
    messaging: 'whatsapps?',
  },
  here: `nummer|telefonnummer|handynummer|liste|verteiler|adresse|diesem handy|listen|kartei|
    datenbank|daten`,
  everything: `kontakt_?|belastig_|belaestig_|in ruhe|in frieden|zufrieden|nerven|storen|stoeren|
    kontaktier_|melden|horen|hoeren|terror`,
  also: {
    deceased: `
      verstorben(?:e|er|en)?
      (?:ist|sind|war) (?:(?!nicht )_ ){0,3}gestorben
      gestorben (?:ist|sind|war)
      (?:er|sie|mann|frau|mutter|vater|sohn|tochter|bruder|schwester) ist tot
      (?:sterbeurkunde|totenschein|todesfall)
      verschieden ist
    `,
    cease: `
      (?:weigere|verweigere) (?:_ ){0,3}(?:zahl_|zu zahlen|bezahlen|zu bezahlen)
      (?:werde|zahle|bezahle|wir zahlen) (?:_ ){0,3}(?:nicht|nichts|niemals|nie)(?: zahlen|
        bezahlen)?
      (?:unterlassen|stellen) (?:sie )?(?:jede|jeden|jegliche|jeglichen|alle) _
      kontaktieren sie mich (?:nie|nicht) (?:wieder|mehr)
    `,
    dispute: `
      (?:bestreite|bestritten|widerspreche) (?:_ ){0,3}(?:forderung|schuld|rechnung|betrag)
      (?:nicht|keine) meine (?:schuld|rechnung|forderung|schulden)
      (?:schulde|schulden) (?:_ ){0,2}(?:nichts|kein_?|nicht)
      (?:betrug|identitatsdiebstahl|identitaetsdiebstahl|abzocke)
    `,
    attorney: `(?:mein|meinen|meinem|meine|meiner|
        unser) (?:rechts)?anwalt_?\n(?:meine )?(?:rechts)?anwaltin\n(?:habe|hab|haben) (?:einen|eine|nen) (?:rechts)?anwalt_?`,
    bankruptcy: '(?:privat)?insolvenz_?\nschuldnerberatung',
    minor: `
      (?:ich bin|er ist|sie ist|bin) (?:erst |nur )?(?:[6-9]|1[0-7])(?: jahre(?: alt)?)?(?= [.?]|$)
      (?:ich bin|bin|er ist|sie ist) minderjahrig
    `,
    health: `
      (?:im|ins|aus dem) (?:krankenhaus|spital|hospiz)
      (?:in der|in die) (?:klinik|psychiatrie|reha)
      (?:ich bin|bin|er ist|sie ist) (?:sehr |schwer |ernsthaft )?krank(?:geschrieben)?
      (?:habe|hat) (?:_ )?(?:krebs|depressionen|einen schlaganfall|einen herzinfarkt)
    `,
    wrong_person: `
      (?:falsche|falschen) (?:nummer|person|telefonnummer|mann|frau)
      falsch verbunden
      verwahlt
      (?:kenne|kennen) (?:ich )?(?:keinen|keine|nicht|niemanden)(?: _){0,2}
      (?:bin|ist) nicht (?:die|der|diese|dieser|frau|herr)(?: _)?
      wohnt (?:hier )?nicht(?: _)?
    `,
  },
  fix: `aufhoren anrufen anrufe nachrichten kontaktieren abmelden abbestellen belastigen
  loschen`,
  leave: `anrufer anruf nachricht kontaktierte anmelden aufhort zuhoren bestellen loscht anrufes
    angerufen ausrufen aufrufen aufrufe`,
};
