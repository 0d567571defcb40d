import type { Wording } from '../wording.ts';

/** Italian. */
export const it: Wording = {
  language: 'it',
  words: {
    stop: `smettete|smettetela|smettila|smetti|smettere|smetta|smettano|la smetta|la smettete|
      basta|
      cessate|cessi|cessare|piantatela|piantala|finitela|finiscila|stop|fermate|interrompete|
      evitate|smettere subito|volete smettere`,
    reaching: `chiamare|chiamarmi|chiamarci|telefonare|telefonarmi|scrivere|scrivermi|contattare|
      contattarmi|contattarci|mandare|mandarmi|inviare|inviarmi|disturbare|disturbarmi|
      disturbarci|
      molestare|molestarmi|rompere|assillare|assillarmi|tormentare|tormentarmi|perseguitare|
      perseguitarmi|importunare|importunarmi|stressarmi|cercarmi|spam`,
    imp: `chiamate|chiami|chiamare|chiamino|scrivete|scriva|scrivere|contattate|contatti|
      contattare|
      mandate|mandi|mandare|inviate|invii|inviare|telefonate|telefoni|telefonare|disturbate|
      disturbi|
      disturbare|cercate|cerchi|chiamarmi|scrivermi|contattarmi|importunate|rompete|richiamate|
      disturbarmi|telefonarmi|mandarmi|inviarmi`,
    noun: `chiamate|chiamata|telefonate|telefonata|messaggi|messaggio|sms|mail|email|e mail|
      lettere|
      lettera|contatti|contatto|comunicazioni|notifiche|whatsapp|solleciti|squilli`,
    drop: `cancellate|cancella|cancelli|rimuovete|rimuova|rimuovi|eliminate|elimini|elimina|
      togliete|
      tolga|togli|toglietemi|cancellatemi|eliminatemi|rimuovetemi|cancellare|rimuovere|eliminare|
      levate|levatemi|toglietelo|dimenticate`,
  },
  keywords: {
    optOut: `basta | stop | ferma | fermati | fermate | cancella | cancellami | disiscrivi |
      annulla |
      disiscrizione | cancellatemi | disiscrivimi | smettetela | cancellazione | rimuovi |
      smettila |
      basta basta | annulla iscrizione | fermatevi | fermati subito | smettere | smetti | smettete | smetta |
      annullare | annullate | interrompi | interrompere | interrompete | blocca | bloccate | bloccami | rimuovimi |
      rimuovetemi | eliminami | eliminatemi | toglimi | toglietemi | cancellare | revoca | revoco | piantala |
      piantatela | finitela | disattiva | disattivare | cessate | cessa | esci | uscire`,
    optIn: 'inizia | iscrivi | riprendi | attiva',
    help: 'aiuto',
  },
  courtesy: `per favore grazie cortesemente subito ora adesso prego buongiorno salve ciao ok
  signore
    signora immediatamente vi ti prego voglio vorrei pf piacere saluti cordiali`,
  sure: `
    (?:<stop>) (?:subito |per favore |immediatamente |ora |adesso )?(?:di |con |a |le |i |queste |
      questi |
      vostre |vostri |tutte |tutti |mi |ci |ogni |l |la |il |gli ){0,4}(?:<reaching>|<noun>|
      molestie|assillo)
    (?:non|mai piu) (?:mi|ci|lo) (?:dovete |deve |potete )?(?:<imp>)(?: (?:piu|mai piu|mai|ancora|
      a questo|su questo|per|al|via)|(?= [.?]|$))
    mai piu (?:<noun>)
    non (?:chiamate|scrivete|contattate|telefonate|chiamare|contattare|disturbare|chiamatemi|
      scrivetemi|contattatemi|disturbatemi|mandatemi|cercatemi|telefonatemi) (?:piu|mai piu|mai)
    (?:non )(?:chiamatemi|scrivetemi|contattatemi|disturbatemi|telefonatemi|cercatemi|chiamarmi|
      contattarmi|scrivermi|mandatemi)
    non (?:voglio|desidero|intendo|vogliamo|autorizzo|acconsento|accetto|vorrei) (?:piu |
      ricevere |essere |
      che |mi |ci |a |avere |sentire |sentirvi |vostre |vostri |altre |altri |nessuna |nessun |
      alcun |
      alcuna |le |i |ulteriori |da |voi |di ){0,6}(?:<noun>|<imp>|<reaching>|contattat_|chiamat_|
      disturbat_|
      sentirvi|chiamiate|contattiate|scriviate|voi)
    (?:<drop>) (?:il |i |la |mio |miei |mia |questo |per favore |subito |mi |dalla |dal |i miei |
      mio numero |nome ){0,4}(?:numero|nome|dati|telefono|cellulare|mail|email|lista|elenco|liste|
      database|contatto|sistema|archivi)
    (?:niente|nessun|nessuna|non piu|mai piu|basta) (?:piu |altra |altre |altri |con |
      ulteriori )?(?:<noun>)
    (?:lasciatemi|lasciami|mi lasci|mi lasciate|lasciateci|lasciarmi|lascimi) (?:in pace|stare|
      tranquill_)
    (?:revoco|ritiro|annullo) (?:il |ogni |qualsiasi |mio |il mio |la )*(?:consenso|
      autorizzazione)
    (?:mi )?oppongo (?:a|al|alla|ad) _
    (?:ho|abbiamo|vi ho|ve l ho) (?:gia )?(?:detto|chiesto) (?:_ ){0,2}(?:di smettere|di non|
      basta|
      smettere|di smetterla)
    (?:chiedo|vi chiedo|esigo|pretendo|diffido|vi diffido) (?:di |dal |che )?(?:_ )?(?:non|
      smettere|smettiate|
      cessare|cessiate|cancellare|contattarmi|essere cancellat_|la cessazione)(?: _)?
    (?:voglio|vorrei|desidero) (?:disiscrivermi|cancellarmi|essere cancellat_|essere rimoss_)
    (?:disiscrivetemi|cancellatemi|rimuovetemi|toglietemi)
    (?:perdete|scordatevi|dimenticatevi) (?:del |di |il )?(?:mio|questo) numero
  `,
  unsure: `
    (?:basta|smettetela|smettila|finitela|piantatela|ora basta)(?: per favore| subito| adesso|
      cosi|
      davvero| ora)*(?= [.?]|$)
    perche (?:continuate|chiamate|mi chiamate|scrivete|mi scrivete|insistete|mi state)(?: _){0,3}
    (?:continuate|state continuando) a (?:<reaching>)
    (?:stanco|stanca|stufo|stufa|stufi) (?:di|delle|dei|della) (?:_ ){0,2}(?:<noun>|<reaching>|
      voi)
    (?:questo|questa|questi|queste|e|sono) (?:e |sono )?(?:stalking|molestie|molestia|
      persecuzione)
    (?:solo|soltanto|esclusivamente) (?:per iscritto|per lettera|via mail|per posta|via email)
    se (?:mi )?(?:richiamate|chiamate ancora|continuate|scrivete ancora|mi richiamate)(?: _){0,3}
    (?:vi )?(?:blocco|blocchero|sto bloccando)
    (?:andate|vada|vai) (?:a quel paese|a cagare|al diavolo|affanculo)
    vaffanculo
    non (?:sono |mi )?interess_
    non (?:mi|ci) (?:<imp>)
    (?:non (?:la )?smettete|non smettete mai) (?:di )?(?:_ )?
  `,
  lookAlikes: `
    (?:fine|a fine|alla fine|entro fine|fino alla fine|di fine) (?:mese|settimana|anno|del|della|
      dell|
      mese prossimo|lavori|di)(?: _)?
    (?:alla|la|il|va|tutto|in|buon|al) fine(?: _)?
    (?:basta|bastano|bastava) (?:che|pagare|un|una|il|la|cosi poco|dire|solo|aspettare|
      poco)(?: _)?
    (?:non|mi|ti|quanto|non mi|questo) basta(?: _)?
    (?:annullare|annulla|cancellare|cancella|bloccare|fermare|stop|fermate|annullate) (?:il |la |
      l |i |le |
      lo |un |mio |al |addebito |questo )*(?:addebito|rid|pagamento|appuntamento|contratto|ordine|
      bonifico|carta|
      rata|abbonamento|debito|mutuo|sdd|interessi|polizza|lavoro)(?: _)?
    (?:ho|non|devo|posso|riesco|vorrei) (?:_ )?(?:smesso|smettere|smetto|
      riesco a smettere)(?: di)?(?: _)?
    (?:rispondi|invia|rispondere|rispondete|inviare|scrivi|digita) (?:con |la parola )?(?:stop|
      basta|fine|
      cancella)(?: ~)?
    (?:fermata|fermate) (?:del|dell|della|dei|bus|autobus)(?: _)?
    non (?:ho|abbiamo|mi e|mi sono) (?:_ )?(?:ricevut_|arrivat_|visto|avuto)(?: _){0,2}
  `,
  doubts: 'se|quando|lui|lei|mio marito|mia moglie|qualora|mai|come|finche',
  onlyThen: `
    non (?:mi |ci )?(?:<imp>|chiamatemi|scrivetemi|contattatemi|telefonatemi|
      disturbatemi) (?:_ ){0,3}(?:al lavoro|
      sul lavoro|a lavoro|in ufficio|di sera|la sera|di notte|oggi|adesso|ora|domani|prima|dopo|
      la domenica|
      di domenica|il sabato|nel weekend|mattina|presto|tardi|durante|mentre|quando|tra le|
      cosi tardi|
      in questo momento|questa settimana|a quest)_?(?: _){0,4}
    (?:chiamatemi|richiamatemi|chiami|mi chiami|mi richiami|richiami|chiamate) (?:solo |
      piuttosto |pure )?(?:domani|
      piu tardi|dopo|prima|lunedi|la prossima|nel pomeriggio|stasera)(?: _){0,3}
  `,
  media: {
    phone_call: `chiamare|chiamarmi|chiamarci|telefon_|chiamate|chiami|chiamata|chiamino|
      chiamatemi|
      chiamat_|chiamiate|richiamate|squilli`,
    sms: 'sms|messaggi|messaggio',
    email: 'mail|email|e mail',
    letter: 'lettere|lettera',
    messaging: 'whatsapp',
  },
  here: `numero|lista|elenco|liste|database|questo numero|cellulare|mio telefono|archivi|a questo|
    dati`,
  everything: `contatt_|disturb_|molest_|in pace|stare|assill_|tormentar_?|perseguitar_?|
    importun_|
    cerc_|sentirvi|voi|rompere|rompete|comunicazioni|tranquill_`,
  also: {
    deceased: `
      (?:e |sono )?(?:deceduto|deceduta|defunto|defunta)
      (?:e|marito|moglie|padre|madre|fratello|sorella) (?:morto|morta)
      (?:e )?(?:venuto|venuta) a mancare
      (?:e )?passat[oa] a miglior vita
      certificato di morte
    `,
    cease: `
      (?:mi )?rifiuto di pagare
      non (?:ho intenzione di |vi |intendo |voglio )?(?:paghero|pagare|pago)(?: _)?
      cessate (?:ogni|qualsiasi|tutti|tutte) _
      non (?:mi contattate|contattatemi) (?:piu|mai piu)
    `,
    dispute: `
      (?:contesto|contestare|disconosco)(?: _)?
      non (?:e|era) (?:mio|mia|un mio)(?: debito)?
      non (?:vi |le )?devo (?:nulla|niente|nessun)(?: _)?
      furto d identita
      truffa
    `,
    attorney:
      '(?:il )?(?:mio|nostro) (?:avvocato|legale)\n(?:la )?mia avvocata\n(?<!non )(?:ho|abbiamo) (?:un |una )?avvocat_',
    bankruptcy: 'fallimento\nsovraindebitamento\nliquidazione giudiziale',
    minor: `
      (?:ho|ha) (?:solo |appena )?(?:[6-9]|1[0-7]) anni
      (?:sono|e) (?:un |una )?minorenne
    `,
    health: `
      (?:in|all|dall) ?ospedale
      ricoverat_
      (?:sono|e|sto) (?:molto |gravemente )?(?:malat_|male)
      (?:ho|ha) (?:un )?(?:il )?(?:cancro|tumore|depressione)
    `,
    wrong_person: `
      (?:numero|persona) (?:sbagliat_|errat_)
      (?:ha|avete|hai) sbagliato(?: numero| persona)?
      non (?:conosco|conosciamo) (?:nessun_?|questa|questo|quella|quel|la|il)(?: _)?
      non sono (?:io |la |il |quella |questa |lei |lui )?(?:persona|signor|signora|_ persona)
      non abita (?:qui|piu)
    `,
  },
  fix: `smettete smettetela chiamare chiamarmi messaggi cancellate contattare scrivere
  disturbare numero`,
  leave: `smetterete chiamate chiamato messaggio cancellare cancellato contattate contattato
  scrivete
    disturbate disturbate numeri`,
};
