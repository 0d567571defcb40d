import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import './ui/ground.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createScreens } from './shell/router.tsx';
import { watchAttendance } from './ui/client/attendance.ts';
import { preferenceKeys } from './ui/client/preferences.ts';
import { createQueries } from './ui/client/queries.ts';
import { loadAgainAfterUpgrade } from './ui/client/upgrade.ts';
import { cssVariables, theme } from './ui/theme.ts';
import { directionOf, startLanguage, startWords } from './ui/words.ts';

/** A session that ended elsewhere: sign in again and come back to the same place. */
function leave(): void {
  if (location.pathname === '/sign-in') return;
  const back = encodeURIComponent(location.pathname + location.search);
  location.assign(`/sign-in?back=${back}`);
}

watchAttendance();
loadAgainAfterUpgrade();
const language = startLanguage();
const words = await startWords(language);
const queries = createQueries(leave);
const screens = createScreens({ queries, words });
const schemes = localStorageColorSchemeManager({ key: preferenceKeys.colourScheme });

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <DirectionProvider initialDirection={directionOf(language)}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={schemes}
          defaultColorScheme="auto"
        >
          <QueryClientProvider client={queries}>
            <RouterProvider router={screens} />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </I18nextProvider>
  </StrictMode>,
);
