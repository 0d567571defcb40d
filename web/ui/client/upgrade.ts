/** The page is loaded again once only: a part that is missing then is missing for good. */
const mark = 'dunlin-loaded-again';

/**
 * A part of the screens that is no longer there: the product was upgraded while the page was open. The
 * page is loaded again, which brings the new screens to the same place.
 */
export function loadAgainAfterUpgrade(): void {
  addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem(mark) === location.href) return;
    sessionStorage.setItem(mark, location.href);
    event.preventDefault();
    location.reload();
  });
}
