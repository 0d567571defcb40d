/**
 * What the name of a column says of an ageing report: sums that are not due yet, that are late by a
 * range of days, by more than some days, or late at all.
 */
export type Band =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'late' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'open'; readonly from: number; readonly isExact: boolean }
  | { readonly kind: 'below'; readonly to: number }
  /** All that is older than the other buckets. */
  | { readonly kind: 'older' };

const lines = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[|\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );

/** Names of what is not due, without accents, in the languages of files. */
const notDue = lines(`at date|current|not due|not yet due|not overdue|undue|not past due
  nicht fallig|noch nicht fallig|nicht uberfallig|non echu|non echus|non echue|a echoir|a vencer
  no vencido|no vencida|no vencidos|por vencer|al corriente|corriente|vigente|al dia|nao vencido
  nao vencidos|em dia|non scaduto|non scaduti|a scadere|niet vervallen|nog niet vervallen|te vervallen
  שוטף|לא הגיע מועדו|טרם הגיע מועדו|טרם הגיע מועד`);

/** Names of all that is late. */
const late = lines(`overdue|past due|total overdue|fallig|uberfallig|echu|echus|echue|en retard
  vencido|vencidos|vencida|vencidas|em atraso|scaduto|scaduti|vervallen|achterstallig|בפיגור`);

/** Names of what is older than all other buckets. */
const older =
  lines(`older|oldest|and older|mas antiguo|mas antiguos|mas antigua|anteriores|plus ancien|plus anciens
  anterieur|anterieurs|alter|altere|alteres|precedenti|piu vecchi|piu vecchio|ouder|oudere|antigos
  mais antigos|anterior|aldre|eldre|ישן יותר|ישנים יותר`);

/** Words for months: a bucket of months has thirty days for each. */
const months =
  /(\d{1,2}) ?(?:months?|mths?|mo|monate?n?|mois|mese|mesi|mes|meses|maand(?:en)?|manader|manad|maneder|maned|miesiac|miesiace|חודש|חודשים)(?=\P{L}|$)/gu;
const daysOfMonth = 30;

/** Words that may stand beside the days of a range without making another thing of it. */
const beside: ReadonlySet<string> = new Set(
  `days day d dpd tage tag tagen dias dia jours jour j giorni giorno gg g dagen overdue due past late
   old age aged ageing aging bucket in of from vencido vencidos vencida vencidas de da del desde entre
   dal von seit uberfallig fallig echu echus retard depuis scaduto scaduti ritardo atraso mora
   vervallen achterstallig van ימים יום פיגור בפיגור`.split(/\s+/),
);

const above =
  'over|more than|older than|above|beyond|greater than|uber|ueber|mehr als|alter als|plus de|mas de|mayor a|mayor de|superior a|oltre|oltre i|oltre gli|piu di|meer dan|ouder dan|mais de|acima de|superieur a|מעל|>|\\+';
const upTo =
  'up to|under|less than|bis|bis zu|unter|hasta|menos de|fino a|jusqu a|moins de|tot|ate|עד|<|<=|≤';
const andMore =
  '\\+|and over|and above|and older|and more|and up|or more|plus|und mehr|und alter|ou plus|et plus|o mas|y mas|e oltre|en meer|en ouder|ou mais|e mais|ומעלה';

const range = /^(\D*?)(\d{1,4}) ?(?:-|to|a|al|bis|ate|tot|through|עד) ?(\d{1,4})(\D*)$/u;
const over = new RegExp(`^(\\D*?)(?:^| )(?:${above}) ?(\\d{1,4})(\\D*)$`, 'u');
const fromDays = /^(\D*?)(?:>=|≥) ?(\d{1,4})(\D*)$/u;
const andOver = new RegExp(`^(\\D*?)(\\d{1,4}) ?(\\D*?) ?(?:${andMore})( ?\\D*)$`, 'u');
const below = new RegExp(`^(\\D*?)(?:^| )(?:${upTo}) ?(\\d{1,4})(\\D*)$`, 'u');

const single = /^(\D*?)(\d{1,4})(\D*)$/u;

/** Larger numbers are years. */
const mostDays = 1_500;

/** Longer than any name of a bucket. */
const maxNameChars = 60;

/** What a column's name says of an ageing report; null where it says nothing of one. */
export function bandOf(name: string): Band | null {
  if (name.length > maxNameChars) return null;
  const text = plainName(name);
  if (notDue.has(text)) return { kind: 'not-due' };
  if (late.has(text)) return { kind: 'late' };
  if (older.has(text)) return { kind: 'older' };
  const inDays = text.replace(months, (_, count: string) => ` ${Number(count) * daysOfMonth} `);
  return bandOfDays(inDays.replace(/\s+/g, ' ').trim(), inDays !== text);
}

function bandOfDays(text: string, isMonths: boolean): Band | null {
  const said = (match: RegExpExecArray | null, ...words: number[]) =>
    match !== null && words.every((i) => isBeside(match[i] ?? '')) ? match : null;
  const days = said(range.exec(text), 1, 4);
  if (days !== null) {
    const [from, to] = [Number(days[2]), Number(days[3])];
    return from < to && to <= mostDays ? { kind: 'range', from, to } : null;
  }
  const exact = said(fromDays.exec(text), 1, 3);
  if (exact !== null) return { kind: 'open', from: Number(exact[2]), isExact: true };
  const more = said(over.exec(text), 1, 3);
  if (more !== null) return { kind: 'open', from: Number(more[2]) + 1, isExact: true };
  const least = said(andOver.exec(text), 1, 3, 4);
  if (least !== null) return { kind: 'open', from: Number(least[2]), isExact: false };
  const most = said(below.exec(text), 1, 3);
  if (most !== null) return { kind: 'below', to: Number(most[2]) };
  // One month late is late by less than two.
  const alone = isMonths ? said(single.exec(text), 1, 3) : null;
  const from = Number(alone?.[2]);
  return alone === null ? null : { kind: 'range', from, to: from + daysOfMonth - 1 };
}

/** A name in lower case, without accents, brackets, and the signs between its words. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[()[\].,:'’_]/g, ' ')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const isBeside = (text: string) =>
  text.split(/[^\p{L}]+/u).every((word) => word === '' || beside.has(word));
