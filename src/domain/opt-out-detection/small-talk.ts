import { fold } from './fold.ts';

/**
 * What people answer in passing, by language: agreement, thanks, greetings, laughter, and what
 * telephones write in place of a picture. None of it asks for anything. A word that could be part of
 * a wish (`no more`, `never`, `later`) is not among them.
 */
const said: Readonly<Record<string, string>> = {
  en: `sure|great|cool|fine|perfect|understood|got it|will do|sounds good|no problem|no worries|
    thank you so much|thanks so much|thanks a lot|many thanks|you too|good morning|good afternoon|good evening|
    good day|good night|have a (?:nice|good|great) (?:day|weekend|one)|hi there|how are you|see you|
    bye|thumbs up|yep|yeah|yup|lol|haha(?:ha)*|
    (?:sent |attached |see )?(?:an? |the )?(?:images?|photo|picture|video|sticker|voice message|gif|audio)
    (?: attached| omitted)?|media omitted|sent from my (?:iphone|ipad|phone|android)`,
  es: `vale|si|claro|perfecto|entendido|de acuerdo|muchas gracias|mil gracias|gracias a usted|
    igualmente|muy bien|buen dia|buenas|hasta luego|adios|que tenga (?:un )?buen dia|listo|jaja(?:ja)*|
    (?:una? )?(?:foto|imagen|video|nota de voz|audio|sticker)(?: omitid[oa])?`,
  he: `בסדר|בסדר גמור|אוקיי|אוקי|סבבה|תודה רבה|המון תודה|מעולה|מצוין|הבנתי|כן|בטח|בוקר טוב|ערב טוב|
    צהריים טובים|יום טוב|לילה טוב|להתראות|חחח*|(?:תמונה|סרטון|וידאו|הודעה קולית)(?: הושמטה| הושמט)?`,
  fr: `d accord|bien recu|parfait|merci beaucoup|bonne journee|entendu|oui|tres bien|photos?|images?|videos?`,
  de: `alles klar|in ordnung|passt|verstanden|vielen dank|danke schon|guten morgen|guten abend|
    schonen tag|ja|gut|super|bild|foto|video`,
  pt: `tudo bem|tudo certo|perfeito|entendi|combinado|muito obrigad[oa]|sim|certo|imagem|foto|video`,
  it: `va bene|d accordo|perfetto|capito|grazie mille|buona giornata|buonasera|si|foto|immagine|video`,
};

/** Names that cameras and telephones give to a file. */
const fileName =
  /(?<![\p{L}\p{N}])(?:img|dsc|pxl|images?|photo|video|screenshot)[\p{N}_-]*\.(?:jpe?g|png|heic|gif|mp4|mov|webp|3gp)/giu;

const phrases = new RegExp(
  `(?<![^ ])(?:${Object.values(said)
    .flatMap((list) => list.split(/\|(?![^(]*\))/u))
    .map((phrase) => phrase.replace(/\s*\n\s*/gu, '').trim())
    // Hebrew finals and accents are written as a folded text has them.
    .map((phrase) => phrase.normalize('NFKD').replace(/\p{M}/gu, ''))
    .join('|')})(?![^ ])`,
  'gu',
);

/** A text, folded, without what people say in passing. */
export const withoutSmallTalk = (text: string): string =>
  fold(text.replace(fileName, ' ')).replace(phrases, ' ');
