import type { Wording } from '../wording.ts';

/** Spanish, as written in the United States, Mexico and the south. */
export const es: Wording = {
  language: 'es',
  words: {
    leave: `dejen|deje|deja|dejar|dejad|dejenme|dejeme|dejame|paren|pare|parar|cesen|cese|cesar|
      eviten|evite|para|parenle|parale|dejense|terminen|basta|detengan|detenga`,
    reaching: `llamar|llamarme|llamarnos|llamar a|molestar|molestarme|molestarnos|escribir|
      escribirme|escribirnos|mandar|mandarme|mandarnos|enviar|enviarme|enviarnos|contactar|
      contactarme|contactarnos|acosar|acosarme|acosarnos|hostigar|hostigarme|textear|textearme|
      marcar|marcarme|marcarle|fastidiar|fastidiarme|chingar|joder|hostigarnos|buscarme|insistir|
      insistirme|mensajear|mensajearme|llamadas|mensajes|correos|hablarme|estar llamando|
      estar molestando|estarme llamando|estarme molestando|estar mandando|spam`,
    subj: `llame|llamen|llames|llameis|escriba|escriban|escribas|mande|manden|mandes|envie|envien|
      envies|contacte|contacten|contactes|moleste|molesten|molestes|marque|marquen|marques|busque|
      busquen|hable|hablen|hables|texteen|textee|hostiguen|acosen|acose|insistan|
      llamar|escribir|molestar|contactar|mandar|enviar|contacteis|fastidien|esten`,
    noun: `llamadas?|mensajes?|mensajitos|textos|correos?|emails?|e mails?|cartas?|sms|whatsapps?|
      contacto|comunicaciones|notificaciones|avisos|recordatorios`,
    drop: `quite|quiten|quita|quitenme|quiteme|quitame|borre|borren|borra|borrenme|borreme|
      borrame|
      elimine|eliminen|elimina|eliminenme|elimineme|eliminame|saque|saquen|saca|saquenme|saqueme|
      sacame|retire|retiren|retirenme|remuevan|remueva|remuevanme|quitar|borrar|eliminar`,
  },
  keywords: {
    optOut: `parar | pare | paren | alto | baja | darse de baja | cancelar | cancela | basta | basta ya |
      detener | detente | salir | no mas | ya no mas | stop | dar de baja | de baja | baja baja |
      quitar | eliminar | cancelar suscripcion | no molestar | no gracias no mas | ya basta |
      ya no | bloquear | bloqueado | bloqueada | quiero salir | quiero salirme | saquenme | fuera`,
    optIn: 'iniciar | empezar | alta | reanudar | suscribir | comenzar',
    help: 'ayuda | informacion',
  },
  courtesy: `por favor porfavor porfa xfa pf gracias ya ahora ok hola buenos dias buenas tardes
  senor
    senora senores inmediatamente favor muchas quiero solicito`,
  sure: `
    <leave> (?:ya |por favor |de una vez |favor |porfavor )?(?:de |con |las |los |tantas |tantos |
      sus |
      estas |estos |mas |ya ){0,3}(?:<reaching>)
    (?:no|nunca|ya no|jamas) (?:me|nos|le|se|lo) (?:vuelvan? a |vuelvas a |sigan? |esten? |
      anden? |
      mas )?(?:<subj>)(?: mas| nunca| jamas| otra vez| de nuevo| a este| por| al?| aqui| ya|
      (?= [.?]|$))
    (?:no|nunca|ya no|jamas) (?:me|nos) (?:vuelvan?|vuelvas|sigan) (?:a )?(?:<reaching>|<subj>|
      llamando|molestando|escribiendo|mandando|enviando)
    no (?:vuelvan?|vuelvas|sigan?|se les ocurra) (?:a )?(?:<reaching>|llamando|molestando|
      escribiendo|mandando|enviando)
    (?:no|ya no|nunca) (?:quiero|deseo|queremos|deseamos|autorizo|acepto|quisiera) (?:que |mas |
      recibir |seguir |recibiendo |ser |sus |estos |estas |me |nos |a |ningun |ninguna |de |
      tener |
      ustedes |ya ){0,6}(?:<subj>|<noun>|<reaching>|contactado|contactada|llamado|molestado|
      molestada)
    (?:<drop>) (?:de |mi |mis |este |el |la |mi nombre |por favor |me ){0,3}(?:numero|telefono|
      datos|nombre|correo|celular|lista|base|sistema|listas|registros?)
    (?:<drop>) (?:de )(?:la |su |sus |tu |esta |esa )?(?:lista|listas|base|sistema|registros?)
    (?:darme|denme|deme|dar|dame|quiero|solicito|pido|dar de|doy|me doy|darnos|dese) (?:me )?
      (?:de |la |una |mi )?baja
    (?:no|ni una|ni un|ningun|ninguna) mas (?:<noun>)
    (?:basta|ya basta) (?:ya )?(?:de|con) (?:tantas? |tantos? |sus |las |los |estas |
      estos )?(?:<noun>|
      <reaching>|acoso)
    (?:dejen|deje|deja|dejenme|dejeme|dejame|dejenos|dejennos) (?:me |nos )?(?:en paz|tranquil_|
      solo|sola)
    ya no (?:me|nos) (?:<subj>)
    (?:no|nunca) (?:<subj>)(?: mas| nunca| a este| a mi| a esta| aqui| por favor|(?= ?[.]?$))
    nunca mas (?:me |nos )?(?:<subj>)
    (?:revoco|retiro|cancelo) (?:mi |el |todo |cualquier )*(?:consentimiento|autorizacion|permiso)
    (?:cancelen|cancele|quiero cancelar|cancela) (?:mi |la |el |estos |los |sus )*(?:suscripcion|
      mensajes|notificaciones|llamadas)
    (?:les|le|te) (?:dije|pedi|he dicho|he pedido) que (?:no|dejen|dejaran|paren|pararan|ya no)
    (?:pierdan|olviden|borren|olvide|olvidense de|pierda) (?:de )?(?:mi|este) numero
    no (?:autorizo|consiento|permito) (?:que )?(?:me )?(?:contact_|llam_|mensajes)
    no (?:contactar|llamar|molestar|escribir)(?:me|nos)?(?: mas| a este| nunca)?
  `,
  unsure: `
    (?:pare|paren|basta|alto|baja|ya estuvo|ya parenle)(?: ya| por favor| con esto| de una vez|
      porfavor)*(?= [.?]|$)
    (?:por que|porque|xq|pq) (?:me|nos) (?:siguen?|llaman?|mandan?|escriben|molestan|estan) _
    (?:me|nos) (?:siguen?|estan|andan|viven) (?:llamando|molestando|escribiendo|mandando|acosando|
      hostigando|enviando)
    (?:cansad_|harto|harta|hartos|hasta la madre|hasta el gorro) (?:ya )?(?:de|con) ~(?:<noun>|
      <reaching>|me llamen|me molesten|ustedes)
    (?:esto|eso) (?:ya )?es (?:un )?(?:acoso|hostigamiento)
    (?:es|su|este) (?:acoso|hostigamiento)
    (?:no dejan|no paran|nunca dejan|nunca paran|no cesan) de (?:<reaching>)
    no (?:quiero|tengo) (?:saber )?nada (?:de|con|que hablar con) (?:ustedes|usted)
    (?:no me|no nos) (?:interesa|molest_|llam_|escrib_|mand_|contact_)
    si (?:me )?(?:vuelven?|siguen?) (?:a )?(?:<reaching>|llamando|molestando)
    (?:vayanse|vete|larguense|vayase) ~(?:carajo|mierda|diablo|chingada)
    (?:solo|solamente|unicamente) (?:por|via) (?:escrito|correo|carta)
    (?:las|sus) llamadas (?:deben|tienen que) (?:parar|cesar|terminar)
    (?:voy a |los voy a |te voy a )(?:bloquear|bloquearlos|denunciar por acoso)
  `,
  lookAlikes: `
    (?:para|alto|baja|pare) (?:el|la|los|las|que|mi|mis|pagar|ver|cuando|saber|_ar|_er|_ir|de|y|
      en|costo|precio|velocidad|temporada|medica|laboral|mañana|manana|hoy|ti|mi|usted)(?: _)?
    (?:estoy de|estoy|esta de|estuve de|estaba de|una|la|mi|por|en|sigo de) baja(?: _)?
    (?:muy|mas|tan|el|un|es|lo|en|hacer) alto
    (?:no|sin|nunca) (?:puedo|podia|voy a|quiero|paro|para|paran|para de) (?:dejar|parar|cancelar|
      para|de)(?: de)?(?: _)?
    (?:cancelar|pagar|liquidar|saldar|cancelo) (?:mi|la|el|una|su|toda|mi cita|esta|dicha|ese|
      este)
      (?:deuda|cuenta|cita|saldo|plan|pago|factura|tarjeta|cuota|credito|domiciliacion|adeudo)
    (?:dejar|dejen|deje|dejo|deja) (?:un |de )?(?:mensaje|recado|pagar|trabajar|fumar)(?: _)?
    no (?:me|nos) (?:llego|llega|llegan|llegaron|llamaron|llamo|han llamado|enviaron|mandaron|
      escribieron|funciona|alcanza)(?: _)?
    (?:responda|envie|escriba|mande|conteste|texto|texte|escribe|envia|manda|
      responde) (?:la palabra |
      con |un )?(?:stop|baja|alto|parar|cancelar|salir)(?: ~)?
    (?:bajo|de) la baja
  `,
  doubts: 'si|cuando|hasta que|mi|el|ella|nunca|hubiera|como|mi hijo|mi mama',
  onlyThen: `
    (?:no|nunca) (?:me|nos|le) (?:<subj>) (?:~)(?:al trabajo|en el trabajo|a mi trabajo|
      en mi trabajo|
      de noche|por la noche|en la noche|por las noches|tan tarde|tan temprano|tarde|hoy|ahorita|
      ahora|
      manana|antes|despues|los domingos|los sabados|los fines|el domingo|el sabado|en la manana|
      por la manana|por las mananas|a estas horas|a esa hora|a la oficina|mientras|cuando|
      en horas|
      en horario|entre|todavia|aun)(?: _){0,4}
    (?:llamen|llame|llameme|llamenme|marquen|marqueme|escriban) (?:me )?(?:solo |solamente |
      mejor )?
      (?:despues|manana|mas tarde|antes|el lunes|por la tarde|en la tarde)(?: _){0,3}
    (?:no|nunca) (?:llamen|llame|llames|marquen) (?:~)(?:al trabajo|en el trabajo|a mi trabajo|
      de noche|hoy|manana|antes|despues|los domingos)(?: _){0,3}
  `,
  media: {
    phone_call: `llam_|marcar|marcarme|marquen|marque|marcando|telefonear`,
    sms: `textear|textearme|texteen|sms|textos|mensajes|mensajear|mensajearme`,
    email: 'correos?|emails?|e mails?',
    letter: 'cartas?',
    messaging: 'whatsapps?',
  },
  here: `este numero|mi numero|numero|lista|listas|mi celular|este correo|mi correo|a este|aqui|
    base|sistema|telefono`,
  everything: `contact_|molest_|acos_|hostig_|en paz|tranquil_|busque|busquen|insist_|contacto|
    comunicaciones|fastidi_`,
  also: {
    deceased: `
      (?:ha |habia )?(?:fallecio|fallecid[oa]|fallecieron)
      (?:se |el |ella |ya |esposo |esposa |marido |mujer |padre |madre |papa |mama |hijo |hija |
        hermano |hermana |abuelo |abuela |senor |senora )murio
      (?:ha|habia) muerto
      esta(?:ba)? muert[oa]
      difunt[oa]
      (?:acta|certificado|partida) de (?:defuncion|fallecimiento)
      (?:en paz descanse|descanse en paz|que en paz descanse)
    `,
    cease: `
      me niego a pagar
      no (?:les |le |te |voy a |vamos a |pienso |pienso a )+pagar
      cesen (?:todo|toda|cualquier) _
      no (?:me|nos) (?:vuelvan a )?contacten (?:mas|nunca|de nuevo)
    `,
    dispute: `
      no (?:es|era) (?:mi|mia|nuestra)(?: deuda)?
      (?:no|ya no|nunca) (?:les |le )?(?:debo|debia|debemos)
      (?:disputo|impugno|reclamo|no reconozco)
      (?:robo|suplantacion) de identidad
      (?:es|una) (?:fraude|estafa)
    `,
    attorney:
      'mi abogad_\nnuestro abogado\nmi licenciado\n(?<!no )(?:tengo|tenemos) (?:un |una )?abogad_',
    bankruptcy: 'bancarrota\nquiebra\nconcurso mercantil',
    minor: `
      (?:yo )?(?:tengo|tiene) (?:solo |apenas )?(?:[6-9]|1[0-7]) anos
      (?:soy|es) (?:un |una )?menor(?: de edad)?
    `,
    health: `
      (?:en el|al|del|en) hospital
      (?:ingresad_|hospitalizad_|internad_)
      (?:estoy|esta|ando) (?:muy )?(?:enferm_|mal de salud)
      (?:tengo|tiene|con) (?:cancer|depresion)
      de baja medica
    `,
    wrong_person: `
      (?:numero|telefono|persona) equivocad_
      se (?:equivoco|equivocaron|equivoca|equivocan) de (?:numero|persona)
      no soy (?:yo |esa |la |el |ese )?(?:persona|senor|senora|_)
      no conozco a (?:esa|ese|nadie|ninguna|ningun|la|el)
      aqui no (?:vive|es|hay)
      ya no (?:vive|es su)
    `,
  },
  fix: `llamar llamarme llamen molestar molesten mensajes dejen escribir escriban cancelar
  numero`,
  leave: `llaman llamas llaves llamare llamado molestan molesto mensaje deben dejan decen cancelan
    numeros numeral dijen dejes llama`,
};
