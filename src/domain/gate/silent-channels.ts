import { EVERY_MEDIUM, type Medium } from './facts/channels.ts';
import type { Pack, Rule } from './pack.ts';

/** How a law binds: what is a limit of the operator's own, a duty or a remark opens no channel. */
const BINDING = ['hard', 'presumption', 'safe_harbour', 'guidance', 'code'];

function isAbout({ applies }: Rule, channel: Medium): boolean {
  if (applies?.channels && !applies.channels.includes(channel)) return false;
  return !applies?.notChannels?.includes(channel);
}

const isLaw = ({ check, enforcement }: Rule) =>
  check !== undefined && BINDING.includes(enforcement);

/**
 * Channels of which no law of these packs says anything, whether its source was read or not: nobody
 * has looked, or there is none. Silence is no permission.
 */
export function silentChannels(packs: readonly Pack[]): readonly Medium[] {
  const laws = packs.flatMap(({ rules }) => rules.filter(isLaw));
  return EVERY_MEDIUM.filter((channel) => !laws.some((law) => isAbout(law, channel)));
}
