import { startLanguage, startWords } from '#web/ui/words.ts';
import './starting.css';

/** The answer of `/ready` until Dunlin is open, in the shape of `StartProgress` on the server. */
type Progress = { readonly status: string; readonly step?: string; readonly share?: number | null };

const askEveryMs = 700;
/** Between two servers nobody answers for a moment. */
const silentTimes = 4;

const language = startLanguage();
const words = await startWords(language);
await words.loadNamespaces('starting');
const t = words.getFixedT(language, 'starting');
const percent = new Intl.NumberFormat(language, { style: 'percent' });

function part<E extends Element>(name: string): E {
  const found = document.querySelector<E>(name);
  if (!found) throw new Error(`starting.html has no ${name}`);
  return found;
}

const title = part<HTMLHeadingElement>('h1');
const status = part<HTMLParagraphElement>('p');
const bar = part<HTMLProgressElement>('progress');
title.textContent = t('title');
document.title = `${t('title')} · Dunlin`;
bar.setAttribute('aria-label', t('title'));

function show({ step, share = null }: Progress): void {
  const what = t(step === 'example-book' ? 'exampleBook' : 'database');
  status.textContent =
    share === null ? what : `${what} ${t('done', { share: percent.format(share) })}`;
  bar.hidden = false;
  if (share === null) bar.removeAttribute('value');
  else bar.value = share;
}

const silence = { times: 0 };
/** Asks how far it is; once Dunlin is open the same address is loaded again, from Dunlin itself. */
async function ask(): Promise<void> {
  try {
    const answer = await fetch('/ready', { cache: 'no-store' });
    silence.times = 0;
    if (answer.ok) return location.reload();
    show((await answer.json()) as Progress);
  } catch {
    silence.times += 1;
    if (silence.times >= silentTimes) {
      status.textContent = t('stopped');
      bar.hidden = true;
    }
  }
  setTimeout(ask, askEveryMs);
}

await ask();
