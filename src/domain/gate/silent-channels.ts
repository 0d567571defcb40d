import { dayOf } from '#kernel/local-clock.ts';
import { dayAt, type Situation } from './evaluation-context.ts';
import { EVERY_MEDIUM, type Medium } from './facts/channels.ts';
import type { Pack, Rule } from './pack.ts';
import type { ReadPack } from './read-packs.ts';
import type { Aspect } from './statements.ts';

/** How a law binds: what is a limit of the operator's own, a duty or a remark opens no channel. */
const BINDING = ['hard', 'presumption', 'safe_harbour', 'guidance', 'code'];

/** What a rule without a list of channels has to be about to say something of each of them. */
const OF_CHANNELS: readonly Aspect[] = ['hours', 'days', 'frequency', 'channels'];

/** A general standard of conduct (no threats, no ridicule) does not say that a channel may be used. */
function isAbout({ applies, about }: Rule, channel: Medium): boolean {
  if (applies?.notChannels?.includes(channel)) return false;
  if (applies?.channels) return applies.channels.includes(channel);
  return OF_CHANNELS.some((aspect) => about?.includes(aspect));
}

const isLaw = ({ check, enforcement }: Rule) =>
  check !== undefined && BINDING.includes(enforcement);

/** A law that says something of a channel: from when to when, and whether its text was read. */
type Answer = {
  readonly rule: string;
  readonly isRead: boolean;
  readonly sinceDay: number;
  readonly untilDay: number;
  /** Where alone it is the law; null for all of the pack's territory. */
  readonly territory: readonly string[] | null;
};

/** The laws of a pack that say something of a channel, by channel. */
export type ChannelAnswers = ReadonlyMap<string, readonly Answer[]>;

/** The laws of the pack by the channels they say something of. */
export function answersByChannel({ rules }: Pack): ChannelAnswers {
  const laws = rules.filter(isLaw);
  return new Map(
    EVERY_MEDIUM.map((channel) => [
      channel,
      laws.filter((law) => isAbout(law, channel)).map(answerOn(channel)),
    ]),
  );
}

const answerOn =
  (channel: Medium) =>
  ({ id, basis, since, until, territory }: Rule): Answer => ({
    rule: id,
    isRead: basis !== 'unread',
    sinceDay: dayOf(since),
    untilDay: until ? dayOf(until) : Number.POSITIVE_INFINITY,
    territory: territory?.(channel) ?? null,
  });

const lies = (region: string) => (within: string) =>
  region === within || region.startsWith(`${within}-`);

/** Whether the law of a part is the law in all of the regions; none are known: it may not be. */
function reachesAll(territory: readonly string[] | null, regions: readonly string[]): boolean {
  if (territory === null) return true;
  return regions.length > 0 && regions.every((region) => territory.some(lies(region)));
}

/** When and where a law has to hold, and what two people have confirmed of those nobody has read. */
type Asked = {
  readonly day: number;
  readonly regions: readonly string[];
  readonly confirmed: readonly string[];
};

/** Whether a law in force on the day in all the regions says something of the channel that was read. */
function isAnswered(
  answers: ChannelAnswers,
  channel: string,
  { day, regions, confirmed }: Asked,
): boolean {
  return (answers.get(channel) ?? []).some(
    ({ rule, isRead, sinceDay, untilDay, territory }) =>
      day >= sinceDay &&
      day <= untilDay &&
      (isRead || confirmed.includes(rule)) &&
      reachesAll(territory, regions),
  );
}

/** Named when no law of the place says anything of the channel and nobody has confirmed that. */
export const NO_RULE = 'DUNLIN-NO-RULE';

/** Under which two people confirm that a place has no rule of a channel, like the id of a rule. */
export function silenceId(pack: string, channel: string): string {
  return `${NO_RULE}:${pack}:${channel}`;
}

/** Whether an id is of a channel without a rule. */
export const isSilenceId = (id: string): boolean => id.startsWith(`${NO_RULE}:`);

/** A pack and a channel of which it says nothing. */
export type Silence = { readonly pack: Pack; readonly channel: Medium };

/** The pack and channel that such an id names, though a law speaks of it by now; null for any other. */
export function silenceNamed(packs: readonly Pack[], id: string): Silence | null {
  const [rule, packId, word] = id.split(':');
  const pack = packs.find((one) => one.id === packId);
  const channel = EVERY_MEDIUM.find((medium) => medium === word);
  return rule === NO_RULE && pack && channel ? { pack, channel } : null;
}

/** The same, only while the pack is silent of the channel. */
export function readSilence(packs: readonly Pack[], id: string): Silence | null {
  const named = silenceNamed(packs, id);
  return named && silencesOf(packs, named.pack).includes(named.channel) ? named : null;
}

/**
 * Channels of which neither the pack nor the one above it says anything that was read, or confirmed
 * since, and in force on the day on which the pack was last gone through. A law of a part of the country
 * (`Rule.territory`) leaves the rest of it silent.
 */
export function silencesOf(
  packs: readonly Pack[],
  pack: Pack,
  confirmed: readonly string[] = [],
): readonly Medium[] {
  const both = [pack, ...packs.filter(({ id }) => id === pack.parent)].map(answersByChannel);
  const asked = { day: dayOf(pack.asOf), regions: [], confirmed };
  return EVERY_MEDIUM.filter(
    (channel) => !both.some((answers) => isAnswered(answers, channel, asked)),
  );
}

/**
 * The packs of which somebody would have to confirm that they say nothing of the channel: none where
 * any speaks of it, and none for `decide` alone, which asks for the law and not for a house's care.
 */
export function unconfirmedSilence(
  situation: Situation,
  packs: readonly ReadPack[],
): readonly string[] {
  const { channel, facts } = situation;
  const { silence_refuses: refuses, confirmed_rules: confirmed } = facts.policy ?? {};
  if (!refuses || !EVERY_MEDIUM.some((medium) => medium === channel)) return [];
  const day = dayAt({ ...situation, ms: situation.atMs });
  const regions = facts.consumer.location_signals.flatMap(({ region }) => region || []);
  const asked = { day, regions, confirmed: confirmed ?? [] };
  if (packs.some(({ answers }) => isAnswered(answers, channel, asked))) return [];
  const parents = packs.map(({ pack }) => pack.parent);
  return packs
    .map(({ pack }) => pack.id)
    .filter((id) => !parents.includes(id))
    .filter((id) => !confirmed?.includes(silenceId(id, channel)));
}
