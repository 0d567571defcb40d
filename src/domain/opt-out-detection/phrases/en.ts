import type { Wording } from '../wording.ts';
import { also } from './en-also.ts';
import { notOptOuts } from './en-not-requests.ts';
import { spelling, words } from './en-words.ts';

/** English. The first seven keywords are those of 47 CFR 64.1200(a)(10); the others, providers'. */
export const en: Wording = {
  language: 'en',
  ...notOptOuts,
  words,
  keywords: {
    optOut: `
      stop | quit | end | revoke | opt out | cancel | unsubscribe | stopall | stop all |
      optout | remove | remove me | td | unsub | unsubscribe me | stop stop |
      stop stop stop | stop it all | cease | stop now | no more | opt me out |
      stop everything | dnc | do not contact | stop sms | stop text | stop end | end stop |
      stop quit | cancel all | halt | stop2end | stop 2 end | stop to end
    `,
    optIn: `
      start | unstop | subscribe | opt in | optin | resume
    `,
    help: `
      help | info
    `,
  },
  courtesy: `
    please pls plz plse thanks thank you thx ty now immediately asap ok okay hi hello sir
    madam kindly just right away today so hey then already this instant i said i'd like to
    want regards yes no at once alright text the word all
  `,
  sure: `
    <stop> <between>(?:<reaching>)
    (?:<not>) (?:you )?(?:ever |dare |dare to |try to |attempt to |
      please )?(?:<reach>)(?: (?:or |and |nor |n )?(?:<reach>)){0,3} (?:<me>)
    (?:<not>) (?:ever )?(?:<reach>) ~(?:<ever>)
    (?:<not>) send ~(?:<noun>)
    (?:dont|do not|dnt|no longer|never|didnt|did not) (?:want|wish|care|agree|consent|need|
      wanna|consented|agreed|authorize|like) (?:to |for |you |u |your |any |more |anyone |
      further |ya |from |future |these |the |be |being |get |getting |receive |receiving |
      have |having |another |anymore |any more |all ){0,6}(?:<reached>|<noun>|<reach>|
      <reaching>|hear from|hearing from)
    i (?:no longer|do not|dont|never) (?:want|wish|would like) ~(?:hear from you|
      be contacted)
    no more (?:of )?(?:your |these |those |this |damn |fucking |bloody )?(?:<noun>|calling|
      texting|messaging|e ?mailing)
    no further (?:<noun>)
    not (?:wish|want|wanting|wishing) to (?:be (?:<reached>)|receive|get)
    (?:<drop>) (?:<self>) (?:right |immediately |please |all )?(?:<list>)
    (?:take|remove|delete|drop|strike) (?:<self>) (?:right |immediately |please )?(?:off|from)
      (?:it|this|that|everything|there|here|all)
    (?:delete|remove|lose|erase|forget|wipe|block|scrub|get rid of|throw away) (?:my|this|
      our) (?:phone |cell |mobile |home |e ?mail |work )?(?:number|digits|e ?mail|address|
      name|info|information|details|data|contact|contacts|phone)
    (?:put|place|add) (?:me|us|my number|this number) (?:on|to|in) ~do not (?:call|contact|
      text)
    (?:on|to) (?:your|the|ur) (?:do not|dont|dnc|no) (?:call|contact|text)
    (?:i want to |i wish to |i would like to |id like to |want to |wanna |let me |please |
      i am |im |i )(?:opt ?out|unsubscribe|be removed|be taken off|unenroll|opting out)
    (?:unsubscribe|opt|opting|deregister|unenroll) (?:me|us|my|this|from|out|number)
    i (?:have )?(?:already )?opted out
    (?:revoke|withdraw|rescind|withdrawing|revoking|cancel|pull|take back) (?:my |all |any |
      every |prior |previous |your |express |the ){0,5}(?:consent|permission|
      authori[sz]ation)
    leave (?:me|us|my family|my wife|my husband|my mother|my mom) (?:the |tf |_ )?(?:hell |
      fuck |heck |f )?(?:alone|be|in peace)
    leave me alone
    let me be
    (?:have to|gotta|keep|must i|need to|do i) (?:say|saying|text|type|send|repeat|texting) stop
    (?:stop|quit) (?:it )?(?:with )?(?:the |your |all )?(?:harassment|harassing|bullying|threats)
    cease and desist
    stop and desist
    (?:i|already|have|ive|i have) (?:already )?(?:said|say|texted|typed|sent|replied|wrote|
      text|told you|told u|answered) (?:you |u |to )?stop
    told (?:you|u|yall|you guys|your company|your people|them) ~(?:to stop|not to|stop|
      to quit)
    (?:told|asked) (?:you|u) (?:guys |people )?(?:to )?stop
    asked (?:you|u|your company|your people) ~(?:to stop|not to|to quit)
    (?:stop|quit|cease) (?:bothering|harassing|contacting|texting|calling|messaging)
    want you to stop
    need you to stop
    asking you to stop
    demand (?:that )?you (?:stop|cease)
    (?:asked|asks|told|tells|requests?|requested|demands?|demanded|wants?|insists?|said)
      (?: us| me| that we| we| to| not to| for| for us to| please){0,4}
      (?: stop| cease| not| never| no more| no further| no| dont| do not)
      (?: to| be| being| us| all| any| more| further| me){0,3} (?:<reaching>|<reach>|<noun>|
        <reached>)
    does ?(?:nt|not) (?:want|wish) ~(?:<reaching>|<noun>|<reached>)
    (?:opted|opts|opting|opt|wants to opt) out (?:of )(?:~)(?:<noun>)
    (?:opted|opts|opting|wants to opt) out
    (?:revoked|revokes|withdrew|withdraws|has withdrawn|withdrawn|has revoked) (?:his |her |
      their |the |
      all )?(?:consent|permission)
    lose (?:this|my) (?:number|e ?mail)
    never (?:call|text|contact|e ?mail|message) 
    (?:kindly|please) (?:remove|unsubscribe|delete|take me off|stop|opt me out|cease|desist|
      discontinue)(?= [.?]|$| my| me| this| all| immediately| now)
    (?:stop|cease) all (?:contact|communication|communications|messages|calls|texts)
    no (?:calls|texts|messages|e ?mails|text messages|phone calls)(?: please| pls| thanks|
       anymore| any more| to this| on this)
  `,
  unsure: `
    unsubscribe
    opt ?out
    unsub
    stopall
    ^ (?:please |pls |plz |just |ok |so |hey |kindly |and |then )*stop(?: it| this| that| already|
      now|
      please| pls| plz| bugging| with this| immediately| asap| messing| the harassment|
      you people|
      stop| bro| man| guys)*(?= [.?]|$)
    (?:thats|that is|this is|i have had|ive had|i said) enough(?= [.?]|$)
    ^ enough(?: already| now| is enough| with this| please)*(?= [.]|$)
    ^ (?:please )?(?:do not|dont|never) (?:call|text|contact|message|e ?mail|write)(?: please|
      again)?
      (?= ?[.]?$)
    (?:why|y) (?:do|are|r|did|would|does|is|wont|dont|must|cant) (?:you|u|ya|they|yall|your|
      you people|you guys|this company) ~(?:keep|still|stop|always|constantly|calling|
      texting|messaging|contacting|harassing|bothering)
    (?:you|u|they|yall|people|guys) (?:just )?(?:keep|kept|keeps|wont stop|never stop|
      dont stop) (?:on )?(?:<reaching>)
    (?:sick|tired|fed up|done|had enough|enough) (?:and tired )?(?:of|
      with) (?:all )?(?:your|these|the|you|u|ur|this|being|getting|hearing|
      constant) ~(?:<reaching>|<noun>|contacted|called)
    (?:this|it|that) is (?:_ )?(?:harassment|harrassment|harassing)
    harassing me
    harrassing me
    harassing (?:us|my)
    (?:call|text|contact|message|e ?mail) me (?:one more time|again) ~(?:and|ill|i will|i|
      im)
    if (?:you|u|i) (?:_ )?(?:call|text|contact|message|e ?mail|hear from|get another|
      receive another) (?:_ ){0,4}(?:again|anymore|more time|report|sue|lawyer|attorney|
      police|call the|fcc|cfpb)
    ^ (?:just |please |go |oh )?(?:go away|get lost|piss off|fuck off|f off|buzz off|bugger off|
      sod off|back off|screw off|get stuffed|jog on)
    get off my back
    get off my phone
    (?:only|just) (?:contact|write|reach|communicate|e ?mail|mail|text) (?:to |
      with )?(?:me )?(?:by|via|in|through|at)
    (?:in|by) (?:writing|mail|post|letter|e ?mail|text) only
    only (?:in|by|via) (?:writing|mail|post|letter|e ?mail|text)
    respect my privacy
    invasion of (?:my )?privacy
    do not disturb
    blocking (?:you|this|your)
    block(?:ed)? (?:you|this number|your)
    (?:nothing|not) (?:more )?to (?:say|discuss|talk)(?: about)?(?: to| with)? you
    (?:stop|cancel|end|halt|pause|suspend) (?:my |all |the |this |these |your |
      any )*(?:messages|texts|alerts|subscription|service messages|reminders|notifications|
      contact|sms|mailings?)
    ^ no (?:texts|calls|messages|e ?mails|contact|sms|text messages|phone calls)(?= ?[.]?$)
    not interested ~(?:<noun>|remove|list)
    never want to (?:hear|speak|talk)
    dont want to (?:hear|speak|talk) ~you
    do not want to (?:hear|speak|talk) ~you
    hate (?:these|your|getting) (?:<noun>)
    ^ (?:i )?(?:dont|do not) want (?:these|those|them)(?: anymore| any more)?(?= ?[.]?$)
    delete me
    remove me
    take me off
    take (?:my|this) _ off
    forget (?:about me|you ever had my)
    give (?:me|it) a rest
    give me (?:some )?peace
    desist
    (?:tell|told|ask|asked|inform|informed) (?:them|your|you|u) ~(?:stop|not) (?:call|text|
      contact|calling|texting|contacting)
    no one here wants
    stop pls
    pls stop
    please stop
    stop (?:it|this|that|testing me|testing my phone)(?= ?[.]*$)
    stop testing me
    (?:wanna|want to|want) be left alone
    none of your business
    (?:have|got) nothing to say to (?:you|u)
    plz stop
    just stop
    stop stop
    ^ (?:please |now )*exit(?: now| please)*(?= [.?]|$)
    ^ (?:i |we |just |really |now |so |ok |please )*(?:want|wanna|wants|need|demand|would like|get me|
      let me|count me) (?:out|exit)(?: of (?:this|it|these|that|your|here|all)(?: _){0,2})?(?: now| please| pls| plz| asap| immediately)*(?= [.?]|$)
    ^ (?:please |pls |just |now |u are |you are |youre |ur |number |im )*block(?:ed|ing)?(?: me| this| it| u| you|
      please| pls| plz| now| my number| this number| sender| contact)*(?= [.?]|$)
  `,
  media: {
    phone_call: `
      call|calls|calling|callin|ring|ringing|rung|phone|phoning|dial|dialing|dialling|
        robocalls?|voice ?mails?|called|phoned
    `,
    sms: `
      text|texts|texting|textin|texted|txt|txts|txting|sms|smsing
    `,
    email: `
      e ?mail|e ?mails|e ?mailing|e ?mailed
    `,
    letter: `
      letters?|mail|mailing|post
    `,
    messaging: `
      whatsapp|whatsapps|whatsapping
    `,
  },
  here: `
    this number|this phone|my number|this e ?mail|this address|my cell|my mobile|my e ?mail|
      lists?|here|this line|my phone
  `,
  everything: `
    contact|contacting|contacted|contacts|communicating|communication|communications|
      communicate|reach out|reaching out|correspondence|bother|bothering|bothered|harass|
      harassing|harassment|harrassing|disturb|hear from|hearing from|alone|cease and desist|
      pestering|hounding
  `,
  also,
  ...spelling,
};
