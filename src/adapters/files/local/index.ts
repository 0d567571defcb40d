import type { FilesAdapter } from '#ports/files.ts';
import { openFolder } from './folder.ts';
import { settings } from './settings.ts';

/** Files in a folder of this machine: the usual place is below the data folder. */
export default {
  label: 'Folder',
  isSimulated: false,
  settings,
  connect: async (given, host) => openFolder(given, host),
} satisfies FilesAdapter<typeof settings>;
