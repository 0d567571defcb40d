/** What a key press tells; a `KeyboardEvent` is one. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** A shortcut's modifiers (`mod`, `alt`, `shift`) and its key. */
export function splitShortcut(shortcut: string): [modifiers: string[], key: string] {
  const parts = shortcut.split('+');
  return [parts.slice(0, -1), parts.at(-1) ?? ''];
}

/** Whether a shortcut is a bare letter, digit or sign, which WCAG 2.1.4 lets a user turn off. */
export function isSingleKey(shortcut: string): boolean {
  const [modifiers, key] = splitShortcut(shortcut);
  return key.length === 1 && modifiers.every((modifier) => modifier === 'shift');
}

/** Whether a press is the shortcut; `mod` is Ctrl, or Command on a Mac. */
export function matches(shortcut: string, press: Press): boolean {
  const [modifiers, key] = splitShortcut(shortcut);
  const mod = press.ctrlKey || press.metaKey;
  if (modifiers.includes('mod') !== mod || modifiers.includes('alt') !== press.altKey) return false;
  if (key !== '?' && modifiers.includes('shift') !== press.shiftKey) return false;
  return isKey(key, press);
}

/**
 * The letter on the key counts; where the layout has no Latin letters (Hebrew), or a modifier
 * turned it into a sign, the place of the key on a US keyboard does.
 */
function isKey(wanted: string, { key, code, shiftKey }: Press): boolean {
  if (key.toLowerCase() === wanted.toLowerCase()) return true;
  if (/^\d$/.test(wanted)) return code === `Digit${wanted}`;
  if (key.length > 1 || /^[ -~]$/.test(key)) return false;
  return wanted === '?' ? shiftKey && code === 'Slash' : code === `Key${wanted.toUpperCase()}`;
}
