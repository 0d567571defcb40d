import type { MessagesAdapter } from '#ports/messages.ts';
import { openProvider } from './provider.ts';
import { settings } from './settings.ts';

/** The simulated message provider: the default; nothing leaves the house. */
export default {
  label: 'Simulated messages',
  isSimulated: true,
  settings,
  connect: async (given, host) => openProvider(given, host),
} satisfies MessagesAdapter<typeof settings>;
