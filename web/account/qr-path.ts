import { encode } from 'uqr';

/** Light modules around a code, without which readers do not find it (ISO/IEC 18004). */
const quietZone = 4;

/** A QR code as the path of its dark modules in a square of so many modules a side. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const rows = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: rows.join('') };
}
