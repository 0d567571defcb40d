const dated = 'input[type="date"], input[type="time"], input[type="datetime-local"]';

/**
 * Fields of dates and times in which something was typed that is not whole: a browser tells their
 * value as empty, as if nobody had typed anything.
 */
export function halfTypedIn(form: Element | null): readonly HTMLInputElement[] {
  const place = form ?? document.activeElement?.closest('form, [role="dialog"], main') ?? document;
  return [...place.querySelectorAll<HTMLInputElement>(dated)].filter(
    ({ validity }) => validity.badInput || validity.customError,
  );
}
