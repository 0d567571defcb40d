import type { Wording } from '../wording.ts';

/** Hindi, in Devanagari (folded without vowel marks) and as typed with Latin letters. */
export const hi: Wording = {
  language: 'hi',
  words: {
    reach: `call|calls|phone|fon|message|messages|msg|msgs|sms|whatsapp|mail|contact|tang|
      pareshan|
      paresan|disturb|text`,
    do: `karo|kare|karna|karein|kijiye|kariye|karen|bhejo|bheje|bhejna|bhejiye|krna|kro|kre|
      lagao`,
  },
  keywords: {
    optOut:
      'band karo | bandh karo | band | roko | ruko | bas | bas karo | band kare | band kijiye',
    optIn: 'shuru | chalu karo',
    help: 'madad',
  },
  courtesy: 'please pls plz kripya ji abhi turant sir madam bhai',
  sure: `
    (?:mujhe |mujhko |hume |hame |humko |mereko )?(?:<reach>) (?:_ )?(?:mat|na|nahi|nhi|
      nai) (?:<do>)
    (?:mat|na) (?:<do>) (?:mujhe |ye |yeh |itne )?(?:<reach>)
    (?:<reach>) (?:_ )?(?:karna |bhejna |krna |aana )?(?:band|bandh|bund) (?:<do>|kar do|kr do|
      kardo)
    (?:band|bandh) (?:<do>|kar do|kardo) (?:ye |yeh |mujhe )?(?:<reach>)
    (?:dobara|phir se|fir se|aaj ke baad|aage se) (?:_ )?(?:<reach>) (?:_ )?(?:mat|na)(?: _)?
    mera number (?:hata|delete|nikal|remove)(?: _){0,2}
    (?:list|database) se (?:mera )?(?:_ )?(?:hata|nikal|remove)(?: _){0,2}
    mujhe (?:tang|pareshan|paresan) (?:mat|na|karna band)(?: _)?
  `,
  unsure: `
    (?:bas|band karo|bandh karo|bas karo)(?= [.?]|$)
    (?:kyu|kyun|kyo) (?:baar baar|bar bar|roz|itna) (?:_ )?(?:<reach>)(?: _)?
    (?:baar baar|bar bar) (?:<reach>)(?: _)?
    (?:pareshan|paresan|tang) (?:kar|ho|mat|kr)(?: _)?
  `,
  lookAlikes: `
    (?:bank|dukan|office|account|school|kaam|card) (?:_ )?band(?: _)?
    (?:bas|bus) (?:thoda|itna|ek|do|me|mein|se|stop)(?: _)?
  `,
  doubts: 'agar|jab',
  onlyThen: `
    (?:abhi|aaj|raat|subah|office|kal|sunday|kaam|meeting|
      duty) (?:_ ){0,3}(?:<reach>) (?:_ )?(?:mat|na|nahi)(?: _){0,2}
    (?:<reach>) (?:baad me|baad mein|kal|shaam)(?: _){0,2}
  `,
  media: {
    phone_call: 'call|calls|phone|fon',
    sms: 'message|messages|msg|msgs|sms|text',
    email: 'mail',
    messaging: 'whatsapp',
  },
  here: 'number|list',
  everything: 'contact|tang|pareshan|paresan|disturb',
  also: {
    deceased: `
      (?:guzar|gujar) (?:gaye|gaya|gayi|gye)
      (?:mar|mer) (?:gaye|gaya|gayi|chuke|chuka|chuki)
      (?:mrityu|dehant|nidhan|swargwas)(?: _)?
      maut ho (?:gayi|gai)
    `,
    dispute:
      'mera (?:loan|karz|udhar) nahi(?: _)?\n(?:pehle|already|pahle) (?:pay|bhar|de|jama)(?: _)?',
    attorney: 'mere (?:vakil|wakil|lawyer)(?: _)?',
    wrong_person: 'galat number\nwrong number hai\nrong number',
  },
  fix: '',
  leave: '',
};
