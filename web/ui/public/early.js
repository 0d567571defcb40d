// Before the first paint: a stored colour scheme and language set the page's ground and direction,
// so that nobody who chose dark or Hebrew sees a white or mirrored flash.
(() => {
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const scheme = stored('dunlin-colour-scheme');
  const dark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  const language = stored('dunlin-language') ?? navigator.language.slice(0, 2);
  root.lang = language;
  root.dir = language === 'he' ? 'rtl' : 'ltr';
})();
