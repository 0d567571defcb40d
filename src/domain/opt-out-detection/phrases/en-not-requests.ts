import type { Wording } from '../wording.ts';

/** English that looks like a wish to be left alone and is none, or only for some hours. */
export const notOptOuts: Pick<Wording, 'lookAlikes' | 'doubts' | 'onlyThen'> = {
  lookAlikes: `
    (?:bus|full|pit|tube|train|next|first|last|short|rest|non|door|tram|metro|truck|every|
      the|a|my|one|your|each|whistle) stops?
    stop(?:s|ped|ping)? (?:by|over|off|in|at|near|outside|round|around|here|there|on|for|
      and (?:think|say|look|wait|see|have|smell))(?= |$)(?! (?:now|all|any)? ?(?:texts|
      calls))
    (?:i|we|he|she|it|ill|id|hell|shell) (?:_ )?(?:cant|cannot|couldnt|can not|could not|
      wont|dont|didnt|never|will never|wouldnt|wudnt|should|shouldnt|must|will|would|
      need to|needs to|have to|had to|gotta|tried to|to) (?:ever |just )?(?:stop|quit|cease|
      end)(?: _)?
    (?:i|im|we|ill|i am) (?:gonna|going to|about to|trying to|gotta)? ?(?:stop|quit|
      end)(?:ped|ting)? (?:_)?
    (?:i|ill|im|we|ive|i have) (?:_ )?(?:stopped|quitting|quit)(?: _)?
    (?<!(?:you|u|they|yall|why|people) )(?:dont|do not|never|dnt|without) (?:ever |
      please )?(?:stop|quit|cancel|unsubscribe|opt out|remove)(?: me)?(?: _)?
    quit(?:ting)? (?:my |the |your |a |smoking|drinking|job|work)+
    cancel(?:l?ed|l?ing)? (?:my |the |your |our |that |this |a |an |it )*(?:direct debit|dd|
      card|cards|plan|payment|payments|appointment|meeting|order|standing order|policy|
      insurance|contract|account|flight|booking|trip|call|callback|call back|check|cheque|
      arrangement|autopay|auto pay|class|party|dinner|service|membership|phone)
    (?:in|by|at|till|until|to|for|from|near|towards|before|after|
      since) (?:the )?(?:very )?(?:end|weekend)(?: of)?
    end of (?:_)
    end up
    week end
    dead end
    the end
    (?:stop|quit) calling (?:it|this|that|him|her|them|yourself|people|me|us|each other)
      (?: a| an| names| that| sir| mr| mrs| by| baby| babe| dear| honey| stupid| debt)
    (?:stop|quit) calling (?:yourself|names|each other)
    (?:stop|quit) (?:texting|calling|messaging|phoning) (?:and|while|when) driv_
    (?:stop|end|put a stop to|halt) (?:the |my |all |this |a |that )?(?:payment|payments|
      check|cheque|interest|fees|charges|garnishment|court|foreclosure|repossession|clock|
      direct debit|standing order|late|autopay|transfer)(?: _)?
    (?:reply|replying|text|txt|send|sms|msg|type|press|respond|write|answer|enter|say|just|
      2|to|call) (?:back )?(?:with |the word |with the word |word |in )?(?<!i (?:text|say|
      send) )(?:stop|end|quit|cancel|unsubscribe|stopall|optout|opt out|remove) (?:2|to|for|
      at|on|if|and|or|sms|text|msg|anytime|in|by|[0-9]{4,}|[a-z]+ to)(?: _){0,3}
    (?:reply|replying|text|txt|send|sms|msg|type|press|respond|enter)s? (?:back )?(?:with |
      the word |with the word |word )?(?:stop|end|quit|cancel|unsubscribe|stopall|optout|
      opt out)
    (?:stop|end|quit|cancel|unsubscribe|stopall) (?:2|to) (?:end|stop|quit|opt|unsubscribe|
      cancel|[0-9]{3,})(?: _){0,2}
    (?:2|to|wanna|want to) (?:stop|end|cancel|unsub_?|opt ?out|unsubscribe)(?: (?:messages|
      msgs|texts|txts|texting|further|receiving|getting|sms|alerts|this|these|from|
      future))* (?:text|txt|send|reply|call|sms|msg|visit|click|log)(?: _){0,3}
    (?:unsubscribe|stop|opt out|unsub) ?(?:text|txt|send|reply|call|sms|link|at|click|
      sender)(?: stop| to| end)?(?: [0-9]+)?
    cant wait to (?:stop|quit)
    (?!(?:you|u|ya|yall|they|guys|people|company|office|agency|agents|collectors|system|dialer|
      robot) )
      _ (?:wont|doesnt|didnt|cant|never) stop(?: _)?
    (?:stop|quit) calling (?:everyone|everybody|each|one another)
    (?:will|would|can|could|does|did|rain|interest|noise|pain|
      (?:make|makes|made|let|will|does|did|can|when|until|want) it) (?:ever )?stop(?= [.?]|$)
    stop at nothing
    stop press
    one stop
    stop sign
    stop light
    (?:nothing|nobody|no one|who|what|whats|whos) (?:can |will |could |to |gonna |
      going to )?(?:stop|stopping)(?: _)?
    help(?:ed|ing)? (?:me )?(?:to )?stop
    could not remove me
    end date
    opt ?out (?:date|period|form|notice|option|link|instructions)
    free stop
    (?:do|did|have|has|had|was|were) (?:_ )?(?:stop|stopped|quit) (?:smoking|drinking|
      working|eating|raining|talking|crying|at|by)
    (?:rain|raining|snow|noise|bleeding|music|(?<!at )work) (?:to )?stop(?:ped|s)?
    stop (?:work|working|smoking|drinking|worrying|worry|thinking|crying|talking|being|
      it from|him|her|them|wasting|making|having|eating|playing|laughing|lying|using|
      watching|asking|doing|looking|complaining|going|sleeping|buying|spending|paying|
      charging|adding)(?: _)?
  `,
  doubts: `
    if|unless|until|till|when|once|whether|never|wont|didnt|doesnt|he|she|ex|boss|mom|
      him to|her to|them to|how|used to|supposed to|will you|does that mean|would|did you|
      does|should i|instead of|everyone|people|customers
  `,
  onlyThen: `
    (?:<not>) (?<!stop |quit |cease |end )(?:ever )?(?:<reach>|<reaching>) (?:(?:me|us|my|this|here|
      phone|number|cell) ){0,3}(?:today|now|right now)(?: _){0,4}
    (?:not|dont|never) (?:to )?(?:be )?(?:<reached>|<reach>) (?:me |us |him |her |them )?
      (?:at (?:my |his |her |their )?(?:work|job|office|night)|before|after|during|while|
      on (?:weekends|sundays?|saturdays?|shabbat)|in the (?:morning|evening))(?: _){0,4}
    (?:<not>|stop|please stop|quit) (?:ever )?(?:<reach>|<reaching>) (?:(?:me|us|my|this|
      here|phone|number|cell) ){0,3}(?:when |while |until |till |
      before |after |between |during |on (?:a |the )?(?:mon|tues|wednes|thurs|fri|satur|
      sun)|on (?:weekends?|holidays?|shabbat)|at (?:my )?(?:work|job|office|night|
      the office|lunch|home|school|this time|these hours|[0-9])|in the (?:morning|evening|
      middle|afternoon|night)|at my (?:place of )?(?:work|job|office|employment|workplace)|
      tonight|tomorrow|yet|early|late|past|this week|this weekend|
      (?:today|now|right now)(?= (?!please|pls|plz|thanks|ok)[^ .?])|
      next week|unless|if |because im|cos im|im (?:in|at|driving|busy)|to work|
      place of employment)(?:_?)(?: _){0,4}
    (?:i am|im) (?:at work|in a meeting|driving|asleep|sleeping|at the doctor|in class|
      in church) (?:_ ){0,4}(?:call|text|ring|message|contact)
    (?:only )?(?:call|contact|ring|phone|text) me (?:only )?(?:after|before|between|later|
      tomorrow|next week|on (?:mon|tues|wednes|thurs|fri|satur|sun))_?(?: _){0,4}
  `,
};
