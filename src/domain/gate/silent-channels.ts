import type { Situation } from './evaluation-context.ts';
import { EVERY_MEDIUM, type Medium } from './facts/channels.ts';
import type { Pack, Rule } from './pack.ts';
import type { ReadPack } from './read-packs.ts';

/** How a law binds: what is a limit of the operator's own, a duty or a remark opens no channel. */
const BINDING = ['hard', 'presumption', 'safe_harbour', 'guidance', 'code'];

function isAbout({ applies }: Rule, channel: Medium): boolean {
  if (applies?.channels && !applies.channels.includes(channel)) return false;
  return !applies?.notChannels?.includes(channel);
}

const isLaw = ({ check, enforcement }: Rule) =>
  check !== undefined && BINDING.includes(enforcement);

/** The channels of which some law of the pack says something, whether its source was read or not. */
export function channelsOfLaw({ rules }: Pack): ReadonlySet<string> {
  const laws = rules.filter(isLaw);
  return new Set(EVERY_MEDIUM.filter((channel) => laws.some((law) => isAbout(law, channel))));
}

/**
 * Channels of which no law of these packs says anything: nobody has looked, or there is none.
 * Silence is no permission.
 */
export function silentChannels(packs: readonly Pack[]): readonly Medium[] {
  const said = packs.map(channelsOfLaw);
  return EVERY_MEDIUM.filter((channel) => !said.some((channels) => channels.has(channel)));
}

/** Named when no law of the place says anything of the channel and nobody has confirmed that. */
export const NO_RULE = 'DUNLIN-NO-RULE';

/** Under which two people confirm that a place has no rule of a channel, like the id of a rule. */
export function silenceId(pack: string, channel: string): string {
  return `${NO_RULE}:${pack}:${channel}`;
}

/** The pack and channel of such an id, or null for any other. */
export function readSilence(
  packs: readonly Pack[],
  id: string,
): { readonly pack: Pack; readonly channel: Medium } | null {
  const [rule, packId, word] = id.split(':');
  const pack = packs.find((one) => one.id === packId);
  const channel = EVERY_MEDIUM.find((medium) => medium === word);
  if (rule !== NO_RULE || !pack || !channel) return null;
  return silencesOf(packs, pack).includes(channel) ? { pack, channel } : null;
}

/** Channels of which neither the pack nor the one above it says anything. */
export function silencesOf(packs: readonly Pack[], pack: Pack): readonly Medium[] {
  return silentChannels([pack, ...packs.filter(({ id }) => id === pack.parent)]);
}

/**
 * The packs of which somebody would have to confirm that they say nothing of the channel: none where
 * any speaks of it, and none for `decide` alone, which asks for the law and not for a house's care.
 */
export function unconfirmedSilence(
  { channel, facts: { policy } }: Situation,
  packs: readonly ReadPack[],
): readonly string[] {
  if (!policy?.only_verified || packs.some(({ channels }) => channels.has(channel))) return [];
  if (!EVERY_MEDIUM.some((medium) => medium === channel)) return [];
  const parents = packs.map(({ pack }) => pack.parent);
  return packs
    .map(({ pack }) => pack.id)
    .filter((id) => !parents.includes(id))
    .filter((id) => !policy.confirmed_rules?.includes(silenceId(id, channel)));
}
