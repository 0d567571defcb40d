import type { Wording } from '../wording.ts';

/** English words that the patterns name by class. */
export const words: Wording['words'] = {
  under: `
    [6-9]|1[0-7]|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen
  `,
  stop: `
    stop|stopp|quit|cease|discontinue|refrain from|desist from|stop it with|enough with|
      knock off|halt|end
  `,
  between: `
    (?:(?:all|any|with|the|your|ur|these|those|this|that|of|to|from|making|further|future|
      bloody|damn|dam|freaking|fucking|fuckin|stupid|annoying|constant|constantly|endless|
      repeated|automated|more|me|my|us|our|phone|cell|mobile|and|or|desist|trying|
      attempting|immediately|now|please|pls|plz|always|even|n|other|collection|sales|
      marketing|text|each|every|day|both|also|it) ){0,7}
  `,
  reaching: `
    call|calls|calling|callin|cal+in|ring|rings|ringing|phoning|phone calls?|dialing|
      dialling|text|texts|texting|textin|txt|txts|txting|txtin|message|messages|messaging|
      msg|msgs|msging|msging|messagin|sms|smsing|e ?mail|e ?mails|e ?mailing|mail|mailing|
      mails|write|writing|contact|contacting|contacts|contactin|reaching out|reach out|
      bothering|bother|botherin|harassing|harrassing|harassin|harassment|harass|hassling|
      disturbing|disturb|spamming|spam|pestering|bugging|bug|annoying me|blowing up my|
      stalking|hounding|communicating|communication|communications|correspondence|
      letters?|notices?|robocalls?|robocalling|voice ?mails?|whatsapps?|whatsapping|
      sending me|sending us|sending these|sending texts?|sending messages?|
      sending e ?mails?|sending anything|sending sms|receiving (?:your|these|texts?|
      messages?|calls?|e ?mails?|any)|getting (?:your|these|texts?|messages?|calls?|
      e ?mails?|any)|notifications?|reminders?
  `,
  reach: `
    call|ring|phone|dial|text|txt|message|msg|sms|e ?mail|mail|write|write to|contact|
      reach out to|bother|disturb|harass|hassle|spam|pester|bug|whatsapp|send|
      communicate with|send any(?:thing| more)|keep calling|keep texting|keep messaging|
      keep e ?mailing
  `,
  reached: `
    contacted|called|texted|messaged|e ?mailed|phoned|bothered|disturbed|harassed|rung|
      written to
  `,
  noun: `
    calls?|phone calls?|texts?|txts?|messages?|msgs?|sms|e ?mails?|letters?|contact|
      communications?|correspondence|voice ?mails?|notices?|whatsapps?|reminders?|
      notifications?|spam
  `,
  not: `
    do not|dont|do nt|dnt|donot|never|not to|must not|may not|shall not|are not to|
      not allowed to|no longer
  `,
  me: `
    me|us|this|here|at this|him|her|again|anymore|any more|ever|mine|my (?:house|home|phone|cell|
        mobile|number|work|job|wife|husband|mom|mother|mum|dad|father|family|son|daughter|parents|
        sister|brother|neighbou?rs?|friends?|boss|employer|kids|children|elderly|line|landline)
  `,
  ever: `
    again|any more|anymore|ever|ever again|no more|any longer|under any|at all|further|
      for any
  `,
  drop: `
    take|remove|delete|get|strike|scrub|erase|drop|pull|cross|wipe|clear
  `,
  self: `
    me|us|my name|my number|my phone|my cell|my mobile|my phone number|my cell number|
      my e ?mail|my e ?mail address|my info|my information|my details|my data|my contact|
      my contact info|my contact details|my record|this number|this phone|this e ?mail|
      this address|this phone number|number
  `,
  list: `
    (?:from|off|of|out of|in) ~(?:list|lists|system|systems|database|records?|files?|
      books|contacts?|dialer|campaign|mailings?|texts?|messages|calls|program|
      subscription)
  `,
};

/** Which English words are fixed when misspelt, and which are other words. */
export const spelling: Pick<Wording, 'fix' | 'leave'> = {
  fix: `
    stop unsubscribe calling texting messaging messages contacting contact cancel remove
    emailing harassing bothering revoke consent number please alone leave delete sending
  `,
  leave: `
    shop step stops atop stoop strop slop soap swop spot post pots opts tops falling
    filling culling killing selling telling testing cancer cancels lend remote removed
    remover numbers along clone atone leaves leaver heave weave leaved deleted pleased
    pleases content contract contacts massages message massaging lending spending ending
    tending vending mending bending fending rolling boiling cooling failing hailing mailing
    sailing setting getting meeting letting taxing waiting wasting tasting calming carling
    caring canceled cancelled unsubscribed stomp stopped slope scope store story star stay
    sto stp calling ceiling coming stoped consents absent lean learn least
  `,
};
