const plain = 'Dunlin';

/** The document itself keeps what it is called: `data-page`, and `data-urgent` in place of it. */
const names = (): DOMStringMap => document.documentElement.dataset;

function show(): void {
  document.title = names()['urgent'] ?? names()['page'] ?? plain;
}

/** Names the browser tab after the page; whoever names it takes the name back when the page goes. */
export function namePage(title: string): () => void {
  const own = `${title} · ${plain}`;
  names()['page'] = own;
  show();
  return () => {
    // The next page may have named itself already.
    if (names()['page'] !== own) return;
    delete names()['page'];
    show();
  };
}

/** Puts something urgent in place of the page's name, until the answer is called. */
export function nameUrgently(words: string): () => void {
  names()['urgent'] = words;
  show();
  return () => {
    delete names()['urgent'];
    show();
  };
}

/** The name of the page that is open; empty while none has one. */
export const pageName = (): string => names()['page'] ?? '';

/** Calls a listener whenever the name changes, until the answer is called. */
export function onPageNamed(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-page'],
  });
  return () => observer.disconnect();
}
