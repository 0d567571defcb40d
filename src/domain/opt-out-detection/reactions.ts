import { ownValue } from '#kernel/own-value.ts';
import type { NewPart, SentTexts } from './sent-texts.ts';

/**
 * What telephones write before the message they react to, in the languages of the packs: Apple's
 * tapbacks, Android's reactions and those of messaging services. Small letters, without accents.
 */
const verbs: readonly string[] = [
  // English
  '(liked|loved|disliked|laughed at) an? \\S+',
  'liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|reacted with|replied to',
  'reacted with an? \\S+|removed|removed from|removed an?( \\S+){1,2} from|removed an? .{1,30} reaction from|you reacted',
  // Spanish
  'le gusto|le encanto|no le gusto|se (rio|ha reido) (de|con)|enfatizo|cuestiono|pregunto por|destaco',
  'reacciono|ha reaccionado|quito (un|una|el|la) .{1,30} (de|a)|elimino .{1,30} (de|a)|respondio a',
  'me (gusto|encanto)|le parecio (gracioso|divertido)|le divirtio',
  '(ha indicado|indico) que le (gusta|encanta)|marco (como|con .{1,30})|le (hizo gracia|dio risa)',
  'exclamo|ha exclamado|puso en duda|(ha )?(eliminado|quitado|quito|elimino)( .{1,30})?( de)?',
  'a \\p{L}+ le (gusto|encanto)',
  // French
  'a (aime|adore|deteste|ri( a| de)?|souligne|mis en evidence|insiste sur|questionne|reagi|repondu a)',
  "(n'|n)a pas aime|a (mis|remis) .{1,20}(en question|a)|a exprime .{1,30}|s'est interroge sur",
  'a trouve (drole|amusant)',
  'a (rigole|exclame)( a| sur)?|a (re)?mis en (question|doute)|s.est exclame sur',
  'a (retire|supprime|enleve)( (de|a|sur))?',
  "a (supprime|retire) (un|une|le|la) .{1,30} (de|a|sur)|a dit j'aime",
  // German
  '(hat )?(gelikt|geliked|geliebt)|(hat )?gelacht uber|gefiel|liebte|lacht(e)? uber|hat gelacht uber|betont(e)?',
  'hat .{0,20}hervorgehoben|hob .{0,10}hervor|hinterfragt(e)?|reagiert(e)?',
  'hat (ein|eine|einen) .{1,40} (von|fur) .{0,10}entfernt|herz fur|antwortet(e)? auf',
  'entfernte (ein|eine|einen|die) .{1,40} (von|auf|fur)|entfernte( von)?',
  'gefallt( nicht)?|liebt',
  // Italian
  '(non )?ha gradito|(non )?(gli |le )piace|(non )?ha apprezzato|ha adorato|ha amato|ha riso( di| a| per)?',
  'ha (enfatizzato|evidenziato|messo in (evidenza|dubbio|risalto)|reagito|risposto a|rimosso .{1,30})',
  'ha messo .{1,20}|rideva di|ha trovato divertente|ha (esclamato|domandato|contestato)',
  'ha (tolto|rimosso)( .{1,30})?( da)?',
  // Portuguese
  '(nao )?(curtiu|gostou( de)?)|amou|adorou|riu( de| com)?|enfatizou|destacou|questionou|reagiu',
  'deu enfase a|exclamou|duvidou de|(removeu|tirou)( de)?|tirou (um|uma|o|a) .{1,30} de',
  'removeu (um|uma|o|a) .{1,30} (de|a)|respondeu a|deu risada de|achou graca (de|em)',
  // Hebrew
  '(לא )?אהב(/?ה|ו)?|צחק(/?ה|תי)?|הדגיש(/?ה|תי)?|הגיב(/?ה|תי)?|שאל(/?ה|תי)?( על)?|הטיל(/?ה)? ספק',
  'הסיר(/?ה)? .{1,30}|סימנ(ה|תי)( ב.{1,20})?|סימן(/?ה)?( ב.{1,20})?( את)?|צחק(/?ה)? מ',
  'שאל(/?ה)? לגבי|התלהב(/?ה)? מ|קרא(/?ה)? קריאה ב|הגיב(/?ה)?( עם)?( ל)?-?',
  // Dutch
  'lachte om|moest lachen om|benadrukte|reageerde|stelde een vraag over|plaatste .{1,30} bij',
  'heeft met gereageerd op|(heeft|verwijderde) een .{1,30} (van|verwijderd van)|verwijderde( van)?',
  // Indonesian and Malay
  '(tidak )?(menyukai|mencintai)|menertawakan|mentertawakan|tertawa (karena|pada)|menekankan',
  'mempertanyakan|menyoal|menanggapi|bereaksi|memberi reaksi|bertindak balas',
  '(menghapus|membuang)( (suka|hati|tawa|reaksi|tanda \\p{L}+))?( (dari|daripada))?',
  // Swedish, Catalan
  'gillade( inte)?|ogillade|alskade|skrattade at|betonade|ifragasatte|reagerade( med)?',
  "(no )?(m'|li )ha agradat|(no )?m'a agradat|m'encanta|li encanta|ha rigut de",
  // Filipino
  '(nagustuhan|minahal|tinawanan|kinagustuhan|ni-?(like|love))( (ang|ang mensaheng|ni \\p{L}+ ang))?',
  '(nag-?react|tumugon|nagbigay ng reaksyon)( .{1,20})?( (sa|ng))?|binigyang-diin( ang)?',
  // Polish
  '(polubił|polubil|pokochał|pokochal|wyśmiał|wysmial|podkreslił|podkreslil|zareagował|zareagowal)(\\(?a\\)?)?( .{1,20})?( (na|z))?',
  '(zakwestionował|zakwestionowal|usunął|usunal)(\\(?a\\)?)?( .{1,30})?|lubi|usmiał(a)? sie z',
  '(s)?podobało sie|polubiono',
  // Czech, Turkish, Malay, Vietnamese
  'libi se|begendi(n|niz|m)?|sukkari|(\\p{L}+ )?(đa )?thich',
  // Chinese, Japanese, Korean
  '(点赞|點讚|喜欢|喜歡|赞|讚|爱|愛|大笑|嘲笑|强调|強調|质疑|質疑|不喜欢|回应|回應|回复|回覆)(了|过|過|于)?',
  'いいね|ハート|大笑い|強調|疑問|リアクション',
  // Arabic
  '(لم )?(ا|أ|ي)عجب(ه|ها|ني)?|(ا|أ)حب(ت)?|ضحك(ت)? على|شدد(ت)? على|تساءل(ت)? عن|تفاعل(ت)?( ب.{0,3})?',
  '(ا|أ)زال(ت)? .{1,30} من',
  // Russian
  '(не )?(понравилось|нравится)|в восторге от|посмеял(ся|ась)( над)?|выделил(а)?|под вопросом',
  'отреагировал(\\(?а\\)?)?|удалил(\\(?а\\)?)? .{1,30}',
];

/** Verbs that people say of themselves too: only what was sent tells whose words are quoted. */
const ownVerb =
  /^(?:gefallt mir( nicht)?|(no )?me (gusta|encanta)|(non )?mi piace|adoro|adora|j'aime|(לא )?אהבתי|(לא )?אוהב(\/?ת)?)$/u;
/** With this German telephones begin, which set a colon behind. */
const withColon = /^gefallt mir( nicht)?:$/u;

/** Verbs of everyday speech, which make a reaction only with the telephone's words at the end. */
const halfVerbs =
  /^(?:hat|heeft|vindt|vond|hob|findet|fand|trok|a trouve|hat (?:(?:ein|eine|einen|die) .{1,40}|von|fur)|hat (?:ein|eine|einen|die) .{1,40} (?:von|fur|auf))$/u;

/** What may stand between the verb and the words: with, to, on, the object's own particle. */
const links: ReadonlySet<string> = new Set(
  'with to on con a al an auf mit uber avec sur com em de su op met in the para untuk terhadap ke kepada مع على на את על ל ל- ב ב- עם'.split(
    ' ',
  ),
);

const phoneVerb = new RegExp(`^(?:${verbs.join('|')})$`, 'u');
const emoji =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|\u20e3|\u200a|\u200b/gu;
const stopSign = /[\u{1F6D1}\u{26D4}\u{1F6AB}\u{270B}]/u;

/** Quotation marks in which telephones put a message, each with those that end it. */
const closings: Readonly<Record<string, string>> = {
  ...{ '"': '"', '״': '״', '”': '”', '“': '”', '„': '“”' },
  ...{ '«': '»', '‹': '›', '「': '」', '『': '』' },
};

/** What German and Dutch telephones write behind the words. */
const tail =
  /^(?:(?:mit|met|als) )?(?:eine[mr]? \p{L}+ )?(?:["“„«][^"“”»]{1,30}["“”»] ?)?(?:reagiert|geliebt|gelikt|geliked|versehen|witzig|lustig|markiert|entfernt|hervorgehoben|leuk|niet leuk|geweldig|gereageerd|gelacht|nicht|gut|toll|betont|hinterfragt|bewertet|in ?frage gestellt|in twijfel|drole|amusant)$/u;

/** What joins the emoji of a reaction that stands behind the words: `… with 👍`. */
const emojiTail = /^(?:with|con|avec|com|mit|met|dengan|עם)$/u;

/** What a telephone calls a reaction that is taken away; it sets quotation marks around it. */
const label =
  /^(?:(?:no )?me gusta|j'aime|je n'aime pas|gefallt mir(?: nicht)?|(?:non )?mi piace|curtida|curtir|gostei|like|dislike)$/u;

/** What a German telephone writes when it puts the message first: `„…“ gefällt`. */
const behindForms: readonly string[] = [
  'gefällt|gefällt mir|gefällt nicht|gefällt mir nicht|gefiel|geliebt|gelikt|betont|hinterfragt',
  'को पसंद किया|पसंद आया|को नापसंद किया|पर हँसे|पर हंसे|पर ज़ोर दिया|पर सवाल किया',
  'पर प्रतिक्रिया दी|से प्रतिक्रिया हटाई',
];

/** In a group the telephone names who reacted; a person who tells of others uses a pronoun. */
const namedReaction =
  /^(?!(?:i|he|she|it|we|you|u|they|who|nobody|everyone|somebody|someone) )(?:\p{L}+ ){1,2}(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted)$/u;

/** Longest beginning before the quotation, and longest ending behind it, that a telephone writes. */
const leadLimit = 60;

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .trim();

const verbBehind = new RegExp(`^(?:${behindForms.map(plain).join('|')})$`, 'u');

/** The words behind a quotation without emoji, in one spelling. */
const wordsOf = (rest: string) => plain(rest.replace(emoji, ' ')).replace(/\s+/g, ' ');

/** A text without the quotation marks that stand around the name of a reaction. */
function withoutLabel(text: string): string {
  const found = quotation(text);
  if (!found || found.lead.trim() === '' || !label.test(plain(found.quoted))) return text;
  return `${found.lead}${found.quoted.trim()}${found.behind}`;
}

/** The text before the first quotation mark, what is quoted and what stands behind; null without. */
function quotation(text: string) {
  const at = text.slice(0, leadLimit + 1).search(/["״”“„«‹「『]/u);
  if (at === -1) return null;
  const mark = text.charAt(at);
  const ends = ownValue(closings, mark) ?? '';
  const nests = !ends.includes(mark);
  let depth = 1;
  for (let index = at + 1; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (ends.includes(sign)) depth -= 1;
    else if (nests && sign === mark) depth += 1;
    if (depth > 0) continue;
    const quoted = text.slice(at + 1, index);
    return { lead: text.slice(0, at), quoted, behind: text.slice(index + 1) };
  }
  return { lead: text.slice(0, at), quoted: text.slice(at + 1), behind: '' };
}

/** The verb of a beginning, without emoji and the words that join it to the quotation. */
function verbOf(lead: string): string {
  const words = plain(lead.replace(emoji, ' '))
    .replace(/:$/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (phoneVerb.test(words.join(' '))) return words.join(' ');
  while (links.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/**
 * What a person said by reacting to a message of ours: nothing, since the words are ours; that they
 * reacted with a stop sign where it is one. Null for a text that is no reaction.
 *
 * A reaction is one of the exact forms that telephones write (a verb, or an emoji with the word that
 * joins it) around a message in quotation marks. Where we know what was sent, the message is one of
 * those. What looks so, and quotes anything else or in another form, is perhaps the person's own: it is
 * doubtful as a whole. Words behind the quotation are theirs, and a single word in quotation marks is
 * no message of ours.
 */
export function reactionPart(text: string, sent: SentTexts): NewPart | null {
  const found = quotation(withoutLabel(text.trim()));
  if (!found || found.lead.includes('\n') || !isMessage(found.quoted)) {
    return inOtherMarks(text.trim(), sent);
  }
  const { lead, quoted, behind } = found;
  const rest = trimmed(behind);
  const form = formOf(lead, rest) ?? (isShortRound(found) ? 'perhaps' : null);
  if (sent.has(quoted)) {
    const said = form === null ? trimmed(`${lead} ${rest}`) : form === 'with-words' ? rest : '';
    return { own: said || signOf(lead), doubtful: '', quoted: '' };
  }
  if (form === null) return null;
  const isOurs = form !== 'perhaps' && !sent.known;
  const own = form === 'with-words' || (form === 'perhaps' && !ends(rest)) ? rest : '';
  return isOurs
    ? { own: own || signOf(lead), doubtful: '', quoted: '' }
    : { own, doubtful: text, quoted: '' };
}

/** Scripts that put no blank between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6,}/u;

/** Whether a quotation can be a message: a single word is none. */
const isMessage = (quoted: string) => wordCount(quoted) >= 2 || unspaced.test(quoted);
const wordCount = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/**
 * Whether a quotation of a whole message has so little around it that it may be the telephone's, in
 * a language that is not listed.
 */
function isShortRound(found: { lead: string; quoted: string; behind: string }): boolean {
  const isLong = wordCount(found.quoted) >= 4 || unspaced.test(found.quoted);
  return isLong && wordCount(found.lead) <= 4 && wordCount(found.behind) <= 2;
}

/** What some telephones and people put where others put double quotation marks. */
const otherMarks = /(?<=^|[\s:])['‘’‚›»《〈`´＂＇]|[:：]/gu;

/**
 * The same with single quotation marks, others or a colon alone, which people write too: what was
 * sent is taken out, and where nothing of it is found the whole is doubtful.
 */
function inOtherMarks(text: string, sent: SentTexts): NewPart | null {
  const [line = ''] = text.slice(0, leadLimit + 1).split('\n');
  const isReaction = [...line.matchAll(otherMarks)].some(
    ({ index }) => index > 0 && formOf(text.slice(0, index), '') !== null,
  );
  const [, behind = ''] =
    /^['‘’‚›»《〈`´＂＇].{4,}['’‘‹«》〉´`＂＇]([^'’‘‹«》〉´`＂＇]{1,60})$/su.exec(text) ?? [];
  if (!isReaction && !verbBehind.test(wordsOf(behind))) return null;
  const rest = sent.without(text);
  return rest === text
    ? { own: '', doubtful: text, quoted: '' }
    : { own: rest, doubtful: '', quoted: '' };
}

const signOf = (lead: string) => (stopSign.test(lead) ? 'reacted with STOP' : '');
const ends = (rest: string) =>
  rest === '' ||
  (rest.length <= leadLimit &&
    (tail.test(wordsOf(rest)) || (rest.search(emoji) !== -1 && emojiTail.test(wordsOf(rest)))));

/** Whether a telephone wrote what stands around a quotation; null when a person did. */
function formOf(lead: string, rest: string): 'whole' | 'with-words' | 'perhaps' | null {
  const verb = verbOf(lead);
  if (lead.trim() === '' && verbBehind.test(wordsOf(rest))) return 'whole';
  const hasEmoji = verb === '' && lead.search(emoji) !== -1;
  if ((hasEmoji && !/\p{L}/u.test(lead)) || ownVerb.test(verb)) {
    return withColon.test(plain(lead)) ? 'whole' : 'perhaps';
  }
  const isVerb = phoneVerb.test(verb) || namedReaction.test(verb);
  if (halfVerbs.test(verb) ? !ends(rest) : !(hasEmoji || isVerb)) {
    return isNamed(verb) ? 'perhaps' : null;
  }
  return ends(rest) ? 'whole' : 'with-words';
}

/** Whether a name stands before the verb, in any language. */
function isNamed(verb: string): boolean {
  const words = verb.split(' ');
  return [1, 2].some(
    (names) => words.length > names && phoneVerb.test(words.slice(names).join(' ')),
  );
}

/** Without the blanks and full stops around it. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && /[\s.]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s.]/.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
