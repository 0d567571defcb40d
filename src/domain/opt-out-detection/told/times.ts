import { type PhraseTable, phrasesOf } from './phrases.ts';

/** Times and places at which somebody says that they cannot or may not be reached. */
const table: PhraseTable = {
  en: `
    (?:not|never) (?:in|during|on|at) (?:the )?(?:mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|lunch|office hours|work hours|
      working hours|work|day|daytime|business hours|shabbat|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?: please| pls| thanks| though)?(?= [.?]|$)
    (?:not|never) (?:before|after|until) (?:[0-9]_?|noon|midday|lunch|work|dark|sunset)(?: [ap]m)?(?: please| pls)?(?= [.?]|$)
    (?:boss|employer|manager|supervisor|work|workplace|company|job|hr) (?:_ )?(?:doesnt|does not|wont|will not|dont|do not|cant|never) (?:allow|let|
      permit|want|like|accept)(?: me| us)?(?: _){0,4}
    (?:not allowed|cant|cannot|am not able|not permitted|forbidden|banned) (?:to )?(?:take|get|have|receive|use|answer|pick up) (?:_ )?(?:calls|
      phone|personal calls|phone calls|texts|my phone|my cell|the phone)(?: _){0,4}
    (?:i )?work (?:the )?(?:nights?|night shifts?|graveyard|nightshifts?)(?: _){0,2}
    (?:i )?sleep (?:during the day|in the (?:day|morning)|days)
    (?:calls?|contact|texts?) (?:only )?(?:after|before|between) (?:[0-9]|noon|work)_?(?: _){0,3}
  `,
  es: `
    (?:no|nunca) (?:_ ){0,2}(?:por|en|durante|a) (?:la|las|el|los|mi)? ?(?:mananas?|tardes?|noches?|fin de semana|fines de semana|trabajo|
      horario laboral|mediodia)(?: _){0,2}
    (?:no|nunca) (?:_ ){0,2}(?:antes|despues) de (?:las? )?(?:[0-9]_?|mediodia|comer)(?: _){0,3}
    (?:mi )?(?:jefe|jefa|patron|empresa|trabajo|empleador) no (?:me )?(?:permite|deja|quiere|autoriza)(?: _){0,4}
    (?:trabajo (?:de noche|por la noche|en turno de noche|turno nocturno)|duermo (?:de dia|por la manana))
    no puedo (?:recibir|atender|contestar) (?:_ )?(?:llamadas?)?(?: _)?(?: en el trabajo| aqui)
  `,
  fr: `
    (?:pas|jamais) (?:_ ){0,2}(?:le|les|en|pendant|durant|au|la) (?:_ )?(?:matin|matins|matinee|soir|soirs|apres midi|nuit|journee|week ?end|week end|
      weekend|travail|bureau|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|heures de (?:travail|bureau))(?: _){0,2}
    (?:pas|jamais) (?:_ ){0,2}(?:avant|apres|entre) (?:[0-9]_?|midi|le travail|le dejeuner)(?: _){0,3}
    (?:mon |ma )?(?:patron|patronne|chef|employeur|boulot|entreprise) (?:_ )?(?:interdit|n autorise pas|ne veut pas|ne permet pas|n accepte pas|veut pas)(?: _){0,4}
    je (?:travaille|bosse) (?:de |la )?nuit
    je dors (?:le jour|le matin|la journee)
  `,
  de: `
    (?:nicht|nie|niemals|keine anrufe) (?:bitte )?(?:vor|nach|zwischen|bis) (?:[0-9]_?|mittag|feierabend|mittags)(?: (?:uhr|und|[0-9]+))*(?: anrufen| bitte|
      melden| kontaktieren)?
    (?:nicht|nie|niemals) (?:bitte )?(?:am |an |in der |im |wahrend der |waehrend der |bei der |auf der )?(?:morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?|
      wochenende|wochenenden|arbeit|arbeitszeit|buro|buero|feiertagen|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?)(?: bitte| anrufen|
      kontaktieren)*(?= [.?]|$)
    (?:mein |meine )?(?:chef|chefin|arbeitgeber|boss|vorgesetzter) (?:erlaubt|will|duldet|mag|verbietet|gestattet) (?:_ ){0,4}(?:nicht|keine|anrufe|telefonate|es|das)(?: _){0,2}
    (?:habe|hab|arbeite) (?:ich )?(?:nachtschicht|nachts|in der nachtschicht|immer nachts)
    (?:anrufe?|anrufen|erreichbar) (?:bitte )?(?:nur|erst) (?:ab|nach|vor|zwischen) [0-9]_?(?: _){0,3}
    darf (?:ich )?(?:_ ){0,3}(?:nicht|kein|keine) (?:_ )?(?:telefonieren|anrufe annehmen|privat telefonieren|handy)(?: _)?
  `,
  pt: `
    (?:nao|nunca) (?:_ ){0,2}(?:de|a|pela|no|na|durante|em|aos) (?:o |a )?(?:manha|tarde|noite|fim de semana|fins de semana|trabalho|servico|madrugada|
      domingos?|sabados?|horario de (?:trabalho|expediente))(?: _){0,2}
    (?:nao|nunca) (?:_ ){0,2}(?:antes|depois) d(?:e|as|o|a) ?(?:[0-9]_?|meio dia)(?: _){0,3}
    (?:meu |minha )?(?:chefe|patrao|patroa|empresa|empregador) nao (?:me )?(?:permite|deixa|quer|autoriza|aceita)(?: _){0,4}
    trabalho (?:a|de) noite
  `,
  it: `
    (?:non|mai|no) (?:_ ){0,2}(?:la|di|al|alla|durante|in|nel|il|a) (?:il |la |l )?(?:mattina|mattino|pomeriggio|sera|notte|fine settimana|weekend|lavoro|
      domenica|sabato|orario (?:di lavoro|d ufficio))(?: _){0,2}
    (?:non|mai|no) (?:_ ){0,2}(?:prima|dopo) (?:delle|le|di|dell) ?(?:[0-9]_?|mezzogiorno|pranzo)(?: _){0,3}
    (?:il mio |la mia )?(?:capo|datore di lavoro|titolare|azienda) non (?:mi )?(?:permette|vuole|consente|lascia)(?: _){0,4}
    lavoro (?:di notte|la notte)
  `,
  nl: `
    (?:niet|nooit|geen) (?:_ )?(?:voor|na|tussen) (?:[0-9]_?|de middag|twaalven)(?: (?:uur|bellen|aub))*
    (?:niet|nooit) (?:in|op|s|tijdens) (?:de |het |mijn )?(?:ochtends?|morgens?|middags?|avonds?|nachts?|ochtend|avond|weekend|werk|werktijd|kantoor)(?: bellen| aub)*
    (?:mijn )?(?:baas|werkgever|chef) (?:wil|staat|vindt|laat) (?:_ ){0,4}(?:niet|geen)(?: _){0,3}
    ik werk (?:s )?nachts
  `,
  he: `
    (?:לא|אל) (?:_ ){0,3}(?:בבוקר|בבקרים|בערב|בלילה|בצהריים|אחרי הצהריים|בשבת|בעבודה|בסוף שבוע|בסופי שבוע|בשעות העבודה)(?: _)?
    (?:לא|אל) (?:_ ){0,3}(?:לפני|אחרי) (?:השעה )?(?:[0-9]_?|הצהריים)(?: _){0,3}
    (?:הבוס|המנהל|המנהלת|המעסיק|הבוסית) (?:שלי )?(?:לא|אוסר|אוסרת) (?:_ ){0,3}(?:שיחות|להתקשר|טלפונים|מרשה|מסכים|טלפון)(?: _){0,2}
    (?:אני )?(?:עובד|עובדת) (?:בלילה|לילות|במשמרת לילה)
  `,
  sv: '(?:inte|aldrig) (?:före|efter|på) (?:[0-9]_?|morgonen|kvällen|jobbet|helgen)(?: _)?',
  pl: '(?:nie|proszę nie) (?:_ ){0,2}(?:przed|po|rano|w pracy|wieczorem|w nocy) ?(?:[0-9]_?)?(?: _)?',
  id: '(?:jangan|tidak) (?:_ ){0,2}(?:sebelum|sesudah|setelah|pagi|malam|di kantor|di tempat kerja) ?(?:jam )?(?:[0-9]_?)?(?: _)?',
  tl: '(?:huwag|wag) (?:_ ){0,4}(?:sa umaga|sa gabi|sa trabaho|bago mag|bago ang)(?: _)?',
};

/** Phrases of the table, over folded text. */
export const times = phrasesOf(table);
