const plain = 'Dunlin';

let page = plain;
let urgent: string | null = null;
const listeners = new Set<() => void>();

function show(): void {
  document.title = urgent ?? page;
  for (const tell of listeners) tell();
}

/** Names the browser tab after the page; whoever names it takes the name back when the page goes. */
export function namePage(title: string): () => void {
  const own = `${title} · ${plain}`;
  page = own;
  show();
  return () => {
    // The next page may have named itself already.
    if (page !== own) return;
    page = plain;
    show();
  };
}

/** Puts something urgent in place of the page's name, until the answer is called. */
export function nameUrgently(words: string): () => void {
  urgent = words;
  show();
  return () => {
    urgent = null;
    show();
  };
}

/** The name of the page that is open; empty while none has one. */
export const pageName = (): string => (page === plain ? '' : page);

/** Calls a listener whenever the name changes, until the answer is called. */
export function onPageNamed(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
