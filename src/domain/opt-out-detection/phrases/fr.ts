import type { Wording } from '../wording.ts';

/** French. */
export const fr: Wording = {
  language: 'fr',
  words: {
    stop: `arretez|arrete|arreter|cessez|cesse|cesser|stoppez|stopper|stop|veuillez arreter|
      veuillez cesser|merci d arreter|merci de cesser|merci d arreter|evitez|finissez`,
    reaching: `appeler|telephoner|contacter|ecrire|harceler|deranger|envoyer|relancer|solliciter|
      spammer|embeter|importuner|emmerder|appels?|coups de fil|joindre|sonner|poursuivre|texter|
      courir apres|laisser des messages|bombarder|faire chier`,
    imp: `appelez|appelle|contactez|contacte|ecrivez|ecris|envoyez|envoie|telephonez|telephone|
      derangez|derange|harcelez|relancez|sollicitez|embetez|rappelez|rappelle|laissez|parlez|
      joignez`,
    noun: `appels?|sms|textos?|messages?|mails?|e mails?|courriels?|courriers?|lettres?|relances?|
      contact|sollicitations?|notifications?|coups? de fil|rappels`,
    drop: `retirez|supprimez|enlevez|effacez|rayez|desinscrivez|radiez|otez|sortez|retirer|
      supprimer|
      enlever|effacer|desinscrire|supprime|enleve|efface|retire|oubliez`,
  },
  keywords: {
    optOut: `arret | arreter | stop | desabonner | desabonnement | desinscription | fin |
      stopper |
      arretez | ca suffit | desinscrire | me desinscrire | me desabonner | suffit | annuler |
      resilier |
      stop sms | stop pub | desinscrivez moi | desabonnez moi | bloquer | bloque | bloquez moi |
      je veux sortir`,
    optIn: 'commencer | reprendre | abonner | debut | demarrer',
    help: 'aide',
  },
  courtesy: `svp stp merci s il vous plait te bonjour bonsoir maintenant immediatement tout suite
  de
    ok madame monsieur cordialement veuillez je veux voudrais souhaite`,
  sure: `
    (?:<stop>) (?:de |d |tout de suite |immediatement |svp |avec |aux |vos |les |ces |tous |
      toutes |tout |
      votre |le |la |me |m |nous |des |par |toujours ){0,5}(?:<reaching>|<noun>|harcelement|
      demarchage)
    (?:ne )?(?:me|m|nous) (?:<imp>) (?:svp |surtout )?(?:plus|jamais)(?: _)?
    (?:ne )?(?:me|m) (?:<imp>) pas (?:svp|merci|a ce|sur ce|du tout|par)
    ne (?:plus|pas|jamais) (?:me |m |nous )?(?:<reaching>|<noun>)
    (?:n|ne) (?:<imp>) (?:plus|jamais)(?: _)?
    (?:je )?(?:ne |n )?(?:veux|souhaite|desire|veut|voudrais|accepte|autorise|voulons|
      souhaitons) (?:plus|
      pas|aucun) (?:etre |recevoir |de |d |que vous |vos |me |m |ces |avoir |aucun |aucune |
      entendre |parler |du |un |nous |a ){0,6}(?:<noun>|<reaching>|contactee?s?|appelee?s?|
      derangee?s?|
      relancee?s?|sollicitee?s?|harcelee?s?|vous|contactiez|appeliez|ecriviez|envoyiez|demarchage)
    (?:<drop>) (?:moi |nous |mon |mes |ce |le |svp |s il vous plait |cette |de |votre |vos |la |
      les |
      immediatement |moi de ){1,4}(?:numero|nom|coordonnees|donnees|adresse|mail|listes?|
      fichiers?|
      base|telephone|portable|infos|informations)
    (?:desabonnez|desinscrivez|retirez|supprimez|enlevez|rayez) moi
    plus (?:de|d|aucun|aucune|jamais de|jamais d|un seul) (?:<noun>)
    pas (?:de|d) (?:<noun>)
    (?:aucun|aucune|zero) (?:<noun>)
    (?:laissez|laisse|fichez|foutez|lachez|fous|lache|fiche) (?:moi|nous) (?:la paix|tranquilles?|
      en paix|
      seule?|respirer|tranquil)
    lachez moi
    (?:je )?(?:retire|revoque|annule) (?:mon|tout|le) (?:consentement|accord|autorisation)
    (?:je )?m oppose a (?:tout|toute|vos|ce|l) _
    (?:je vous ai|vous ai je|j ai) (?:deja )?(?:dit|demande) ~(?:d arreter|de ne plus|de cesser|
      arreter)
    (?:je vous demande|vous demande|je demande|j exige|exige) (?:de |d |que ~)(?:arreter|cesser|
      ne plus|
      cessiez|arretiez|ne pas)
    (?:me |se )?(?:desinscrire|desabonner) (?:de|svp|s|de votre|des)
    perdez mon numero
    fini (?:les|vos) (?:<noun>)
  `,
  unsure: `
    (?:ca suffit|assez|arretez|suffit|stop ca)(?: svp| merci| maintenant| ca| s il vous plait)*
      (?= [.?]|$)
    pourquoi (?:_ )?(?:continuez|appelez|ecrivez|m appelez|envoyez|harcelez|vous)(?: _){0,3}(?:
      m appeler|appeler|envoyer|ecrire|appelez|harceler|harcelez)
    vous (?:n arretez pas|continuez|passez votre temps|m appelez sans|n arretez) (?:de |d |
      a )?(?:_ ){0,2}
      (?:<reaching>|arret)
    (?:marre|ras le bol|assez|plein le dos) (?:de |d |que )(?:_ ){0,3}(?:<noun>|<reaching>|
      m appeliez|
      harceliez|harcelement)
    (?:c est|ca devient|ceci est|cela est|est) (?:du|de) (?:l )?harcelement
    harcelement
    (?:n )?(?:m |me )(?:appelez|contactez|derangez|ecrivez|envoyez|telephonez|harcelez) (?:pas|
      plus|rien)
    (?:uniquement|seulement|que) (?:par) (?:ecrit|courrier|mail|lettre)
    (?:je vais |je vous )(?:bloquer|bloque)(?: _)?
    si vous (?:m |me )?(?:rappelez|continuez|recontactez)(?: _)?
    (?:allez|allez vous|va) (?:voir ailleurs|vous faire|te faire|au diable)
    (?:pas|plus) interessee?
  `,
  lookAlikes: `
    (?:arret|arrets) (?:de|du|maladie|de travail|de bus|cardiaque|des|de la|d autobus|sur|
      medical)(?: _)?
    (?:en|un|mon|l|son|cet|longue|en plein|d) arret(?: _)?
    (?:fin|a la fin|en fin) (?:de|du|d)(?: _)?
    (?:en|a la|la|sans|enfin|le|jusqu a la|ma|depuis la) fin(?: _)?
    (?:arretez|arreter|stopper|annuler|resilier|annulez|suspendre|arrete) (?:le |mon |les |la |
      ma |ce |mes |
      l |votre )?(?:prelevements?|paiements?|echeancier|contrat|rendez vous|travail|fumer|
      interets|frais|
      virement|carte|abonnement telephone|tabac|penalites|de fumer|de travailler|rdv|commande|
      forfait)(?: _)?
    (?:je|j|il|elle|on) (?:n |ne |ai |a |vais |peux |dois )?(?:pas |plus )?(?:arrete|arretee|
      arreter|cesse|
      arretais|cesser|cessee)(?: de| d)?(?: _)?
    (?:repondez|envoyez|tapez|envoyer|repondre|ecrivez) (?:par |le mot )?(?:stop|arret|fin)(?: ~)?
    stop (?:au|a|sms|pub) (?:[0-9]+)
    pas de (?:soucis?|probleme|reponse|nouvelles|quoi)
    pas (?:de|d) (?:message|appel|mail|courrier|lettre|sms) (?:de votre|de vous|recu|a ce jour|
      pour|
      hier|depuis|de la part)(?: _)?
    (?:n ai|ai|je n ai) (?:jamais |pas |plus )?(?:eu |recu )?(?:plus |pas )?(?:de |d |aucun |
      aucune |vos )
      (?:<noun>)
    plus de (?:nouvelles|travail|argent|details|precisions)
  `,
  doubts: 'si|quand|lorsque|il|elle|mon mari|ma femme|des que|jamais|afin|comment',
  onlyThen: `
    (?:ne )?(?:me|m|nous) (?:<imp>) (?:pas|plus|jamais) (?:_ ){0,2}(?:au travail|au bureau|
      le soir|la nuit|
      aujourd|maintenant|demain|avant|apres|le dimanche|le samedi|le week|pendant|si tot|si tard|
      tard|
      le matin|sur mon lieu|chez|a mon travail|a ces heures|entre|quand|en ce moment|
      cette semaine|
      trop tot|ce soir)_?(?: _){0,4}
    (?:rappelez|appelez|contactez) (?:moi |nous )?(?:plutot |seulement |uniquement )?(?:demain|
      plus tard|
      apres|avant|lundi|mardi|la semaine|le soir|en soiree|dans)(?: _){0,3}
  `,
  media: {
    phone_call: `appels?|appeler|telephoner|appelez|appelle|telephonez|appelee?s?|rappelez|
      coups? de fil|
      appeliez|sonner|telephone|rappelle`,
    sms: 'sms|textos?|texter',
    email: 'mails?|e mails?|courriels?',
    letter: 'courriers?|lettres?',
  },
  here: `mon numero|ce numero|numero|listes?|fichiers?|base|mon adresse|mon telephone|portable|
    coordonnees`,
  everything: `contact|contacter|contactez|contactee?s?|harceler|harcelement|harcelez|deranger|
    derangez|
    solliciter|importuner|embeter|la paix|tranquilles?|en paix|vous|relancer|relances?|contactiez|
    sollicitations?|joindre|emmerder`,
  also: {
    deceased: `
      (?:est |sont |etait )?(?:decede|decedee|decedes)
      (?:il|elle|mari|femme|pere|mere|frere|soeur|fils|fille|epoux|epouse) est (?:mort|morte)
      acte de deces
      (?:n est|est) plus de ce monde
      (?:nous|m|l) a quitte
    `,
    cease: `
      (?:je )?refuse de (?:vous )?payer
      (?:je ne |ne )?(?:paierai|payerai|paye|paie) (?:pas|rien|jamais)(?: _)?
      (?:cessez|arretez|cesser) (?:tout|toute|tous) (?:contact|communication|_)
      ne (?:me |m )?(?:contactez|recontactez) (?:plus|jamais)
    `,
    dispute: `
      (?:je )?(?:conteste|contester)(?: _)?
      (?:pas|n est pas) (?:ma|mon|notre) (?:dette|facture|compte)
      (?:ne |n )?(?:vous )?dois (?:rien|pas)
      usurpation d identite
      arnaque
      (?:jamais|pas) (?:signe|commande|souscrit)(?: _)?
    `,
    attorney: '(?:mon|notre) avocate?\nma avocate\nj ai (?:un|une) avocate?\nconseil juridique',
    bankruptcy: 'surendettement\nfaillite\nliquidation judiciaire\nredressement judiciaire',
    minor: `
      (?:jai|j ai|il a|elle a) (?:que |seulement )?(?:[6-9]|1[0-7]) ans
      (?:je suis|il est|elle est) (?:un |une )?mineur_?
    `,
    health: `
      (?:a l|al|l) ?hopital
      hospitalise_?
      (?:je suis|il est|elle est) (?:tres |gravement )?malade
      (?:jai|j ai|il a|elle a) (?:un |le )?(?:cancer|avc)
      (?:en )?(?:arret maladie|depression)
    `,
    wrong_person: `
      (?:mauvais|faux) numero
      erreur de (?:numero|personne|destinataire)
      (?:vous vous )?trompez de (?:numero|personne)
      (?:je ne |ne )?(?:connais|connait) (?:pas|personne)(?: _){0,2}
      (?:je ne suis|suis) pas (?:la|cette|ce|la bonne|monsieur|madame|mr|mme)(?: _)?
      n habite (?:pas|plus)(?: _)?
    `,
  },
  fix: 'arretez appeler appelez contacter messages harceler numero envoyer desabonner cessez',
  leave: `arreter arretes appelle appeles contactez contactes message arretee cesser cassez
  numeros
    envoyez envoyes appelee harcelez arrivez`,
};
