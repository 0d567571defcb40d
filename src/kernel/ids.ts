/** Makes one new id: a UUID version 7 (RFC 9562), so ids sort by time of making. */
export type IdMaker = () => string;

/** Two digits of every byte: ids are made by the hundred thousand. */
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A maker of UUIDv7 from a clock and a source of random bytes. Within one millisecond a 12-bit
 * counter keeps the order; past 4,096 ids the counter borrows the next millisecond.
 */
export function idMaker(nowMs: () => number, random: (bytes: Uint8Array) => Uint8Array): IdMaker {
  let last = 0;
  let counter = 0;
  return () => {
    const now = nowMs();
    if (now > last) {
      last = now;
      counter = 0;
    } else {
      counter += 1;
      if (counter > 0xfff) {
        last += 1;
        counter = 0;
      }
    }
    const tail = random(new Uint8Array(8));
    tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
    let hex = '';
    for (const byte of tail) hex += hexOfByte[byte];
    const time = last.toString(16).padStart(12, '0');
    const count = counter.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${hex.slice(0, 4)}-${hex.slice(4)}`;
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID in lower-case hexadecimal form. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
