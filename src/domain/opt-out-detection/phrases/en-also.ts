import type { Wording } from '../wording.ts';

/** What else people tell in English that a collector must hear. */
export const also: Wording['also'] = {
  deceased: `
    passed away
    deceased
    (?:he|she|hes|shes|husband|wife|mother|father|mom|mum|dad|son|daughter|brother|sister|partner|
      spouse|grandmother|grandfather|grandma|grandpa|uncle|aunt|customer|person|holder) (?:has |have |
      had |just |recently |sadly |suddenly |already )*died
    (?:hes|shes|(?:he|she|husband|wife|mother|father|mom|mum|dad|son|daughter|brother|sister|partner|
      spouse|person|customer) (?:is|was)) (?:now |already |sadly )?dead
    (?:is|was|are) (?:now )?dead and buried
    (?:is|hes|shes|are) no longer (?:alive|living|with us)
    (?:is|has) been dead
    lost (?:his|her) life
    death certificate
    date of death
    (?:executor|administrator) of (?:the|his|her) (?:estate|will)
    estate of the late
  `,
  cease: `
    refuse to pay
    (?:will|shall) (?:not|never) (?:be )?pay(?:ing)? (?:this|the|that|it|you|a|any)
    wont (?:ever )?(?:be )?pay(?:ing)? (?:this|the|that|it|you|a|any)
    not (?:going to|gonna) (?:be )?pay(?:ing)? (?:this|the|that|it|you|a|any)
    never (?:going to |gonna )?pay(?:ing)? (?:this|you|it)
    not paying (?:this|you|it|a)
    cease and desist
    (?:stop|cease|end|discontinue) all (?:further )?(?:contact|communication|
      communications|collection)
    do not (?:ever )?(?:contact|communicate with) me (?:again|any ?more|further|ever|
      in any|by any|for any|about this)
    (?:stop|cease|discontinue) (?:any |further |all )?(?:contact|contacting|communication|
      communications|communicating)
  `,
  dispute: `
    (?:i )?(?:dispute|disputing|disputed)
    not my (?:debt|bill|account)
    (?:dont|do not|never) owe
    never (?:had|opened|signed|ordered|received) 
    prove (?:it|that|i owe)
    (?:validate|verify|validation of|verification of) (?:this |the |my )?debt
    identity theft
    stole my identity
    a fraud
    is fraud
    wrong amount
    not mine
    isnt mine
    send (?:me )?proof
  `,
  attorney: `
    (?:my|our) (?:lawyers?|attorneys?|solicitors?|barrister)
    represented by
    (?:talk|speak|contact|call|write) (?:to |with )?(?:a |the )?(?:my )?(?:lawyer|
      attorney|solicitor)
    legal representation
    retained (?:a|an) (?:lawyer|attorney|counsel)
    (?<!(?:dont|not|never|cant|couldnt|should) )(?:have|got|hired|ve got) (?:a|an) (?:lawyer|
      attorney|solicitor|barrister)
  `,
  bankruptcy: `
    (?:filed|filing|file|declared|in) (?:for )?(?:chapter|bankruptcy)
    chapter (?:7|13|seven|thirteen)
    bankrupt
  `,
  wrong_person: `
    wrong (?:number|person|guy|man|woman|lady|phone|party|no)
    (?:no one|nobody|no body|noone) (?:here )?(?:by|with|of|called|named) 
    not (?:his|her|their) (?:number|phone)
    dont know (?:any|who|this|that|him|her|anyone|anybody|a) ?(?:one|body)?(?: (?:named|
      called|by|is|person|you))
    this is not (?:the person|him|her|mr|mrs|ms)
    im not (?:the person|him|her|that person)
    i am not (?:the person|him|her|that person)
    does ?nt live here
    does not live here
    no longer (?:his|her|has this)
    new number
    (?:this|it) (?:isnt|is not|aint) me(?= [.?]|$)
  `,
  minor: `
    (?:i am|im|hes|shes|he is|she is|i just turned|just turned) (?:only |just |still |actually )?(?:<under>)
      (?: ?years? old| ?yrs? old| ?y ?o| years? of age)?(?= [.?]| and| so| u| you|$)
    (?:i am|im|hes|shes|he is|she is) (?:only |just |still )?(?:a |an )?(?:minor|underage|under age|under 18|
      under eighteen|child|kid|teenager|not 18|not 18 yet|not an adult)(?= [.?]|$| and| so)
    (?:only |just )(?:<under>) (?:years? old|yrs? old)
  `,
  health: `
    (?:in|at|to|from|into) (?:the |a )?(?:hospital|hospice|icu|intensive care|psych ward|mental hospital|
      emergency room|a and e)
    hospitali[sz]ed
    (?:i am|im|hes|shes|he is|she is|been|feeling|got|fell|very|really|seriously|terminally|mentally|
      critically|so|too|quite) (?:ill|sick|unwell)(?! of| and tired)
    (?:have|has|got|with|my|diagnosed|beating|fighting) (?:stage _ )?(?:cancer|a tumou?r|dementia|alzheimers|
      depression|leuka?emia|parkinsons|covid|ptsd|a stroke|a heart attack|cancer treatment)
    (?:had|having|suffered|after) (?:a |an |my )?(?:stroke|heart attack|breakdown|miscarriage|surgery|operation|
      seizure|overdose)
    (?:chemo|chemotherapy|radiotherapy|dialysis)
    mental (?:health|breakdown|illness)
    (?:panic|anxiety) attacks?
  `,
};
