import type { TelephonyAdapter } from '#ports/telephony.ts';
import { openNetwork } from './network.ts';
import { settings } from './settings.ts';

/** The simulated telephone network: the default, with people who answer in text. */
export default {
  label: 'Simulated telephone network',
  isSimulated: true,
  settings,
  connect: async (given, host) => openNetwork(given, host),
} satisfies TelephonyAdapter<typeof settings>;
