/**
 * What telephones write before the message they react to, in the languages of the packs: Apple's
 * tapbacks, Android's reactions and those of messaging services. Small letters, without accents.
 */
const verbs: readonly string[] = [
  // English
  'liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted|reacted with|replied to|answered',
  'removed an?( \\S+){1,2} from|removed an? .{1,30} reaction from|liked an image|you reacted',
  // Spanish
  'le gusto|le encanto|no le gusto|se (rio|ha reido) (de|con)|enfatizo|cuestiono|pregunto por|destaco',
  'reacciono|ha reaccionado|quito (un|una|el|la) .{1,30} (de|a)|elimino .{1,30} (de|a)|respondio a',
  'me gusta|me encanta|no me gusta|ha indicado que le (gusta|encanta)|marco como',
  // French
  'a (aime|adore|deteste|ri( a| de)?|souligne|mis en evidence|insiste sur|questionne|reagi|repondu a)',
  "(n'|n)a pas aime|a (mis|remis) .{1,20}(en question|a)|a exprime .{1,30}|s'est interroge sur",
  "a (supprime|retire) (un|une|le|la) .{1,30} (de|a|sur)|j'aime|a dit j'aime",
  // German
  'gefallt( nicht)?|gefiel|mag|mochte|liebt|liebte|lacht(e)? uber|hat gelacht uber|betont(e)?',
  'hat .{0,20}hervorgehoben|hob .{0,10}hervor|hinterfragt(e)?|hat|reagiert(e)?|findet',
  'hat (ein|eine|einen) .{1,40} (von|fur) .{0,10}entfernt|herz fur|antwortet(e)? auf',
  // Italian
  '(non )?(mi |gli |le )?piace|(non )?ha apprezzato|adora|ha adorato|ha amato|ha riso( di| a| per)?',
  'ha (enfatizzato|evidenziato|messo in (evidenza|dubbio|risalto)|reagito|risposto a|rimosso .{1,30})',
  'ha messo .{1,20}|rideva di',
  // Portuguese
  '(nao )?(curtiu|gostou( de)?)|amou|adorou|riu( de| com)?|enfatizou|destacou|questionou|reagiu',
  'removeu (um|uma|o|a) .{1,30} (de|a)|respondeu a|deu risada de',
  // Hebrew
  '(לא )?אהב(/?ה|תי|ו)?|צחק(/?ה|תי)?|הדגיש(/?ה|תי)?|הגיב(/?ה|תי)?|שאל(/?ה|תי)?( על)?|הטיל(/?ה)? ספק',
  'הסיר(/?ה)? .{1,30}|(לא )?אוהב(/?ת)?|סימנ(ה|תי)|סימן',
  // Dutch
  'vindt|vond|lachte om|benadrukte|reageerde|heeft .{1,30}|stelde een vraag over',
];

/** What may stand between the verb and the words: with an emoji, to, on, the object's own particle. */
const link =
  '( ?(with|to|on|con|a|al|an|auf|mit|uber|avec|sur|com|em|de|su|op|met|in|the|את|על|ל|ב|עם))*( an?| the)?( (message|mensaje|nachricht|messaggio|mensagem|הודעה))?';

/** An emoji with its joiners, or several. */
const emoji =
  '(?:[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200d\\ufe0e\\ufe0f\\u20e3\\u200b\\u200a]+ ?)*';

/** Marks in which telephones put what is quoted. */
const opening = '["“„«‹「『”״]';
const closing = '["”“»›」』״]';

/** What German and Dutch telephones write behind the words. */
const tails =
  'reagiert|markiert|entfernt|hervorgehoben|leuk|niet leuk|geweldig|gereageerd|gelacht|nicht|gut';

const reaction = new RegExp(
  `^${emoji}(?:(?:${verbs.join('|')})(?![\\p{L}\\p{N}]))?${link} ?${emoji}${link} ?:? ?(${opening})`,
  'iu',
);
const tail = new RegExp(
  `^[ .]*(?:(?:mit|met|als|with)? ?${emoji}(?:${opening}[^"”“»›]{1,30}${closing})? ?(?:${tails})?)[ .]*$`,
  'iu',
);

const onlyLink = new RegExp(`^${link}$`, 'iu');
const stopSign = /[\u{1F6D1}\u{26D4}\u{1F6AB}\u{270B}]/u;

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/[’‘]/g, "'");

/**
 * What a person said by reacting to a message of ours: nothing, since the words are ours; the
 * reaction itself where it is a stop sign. Null for a text that is no reaction.
 *
 * A reaction is a verb of the telephone (or an emoji) and a message in quotation marks that ends the
 * text, or is cut off. Words behind the quotation are the person's own.
 */
export function reactionPart(text: string): string | null {
  const words = plain(text.trim());
  const found = reaction.exec(words);
  if (!found) return null;
  const lead = words.slice(0, found[0].length - 1).trim();
  // Without a verb or an emoji somebody quotes, and no telephone reacts.
  if (lead === '' || onlyLink.test(lead)) return null;
  const rest = words.slice(found[0].length);
  const end = Math.max(
    ...[...rest.matchAll(new RegExp(closing, 'gu'))].map(({ index }) => index),
    -1,
  );
  const behind = end === -1 ? '' : rest.slice(end + 1);
  if (behind.trim() !== '' && !tail.test(behind)) return behind.trim();
  return stopSign.test(lead) ? 'reacted with STOP' : '';
}
