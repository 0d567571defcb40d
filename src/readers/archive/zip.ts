import { crc32, inflateRawSync } from 'node:zlib';

/** One file of an archive, still packed. */
export type ZipEntry = {
  readonly name: string;
  readonly isLocked: boolean;
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number;
  readonly packed: Uint8Array;
};

/** Files an archive may hold: a workbook has some dozens. */
const maxEntries = 2_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/** The files of an archive by its central directory; null when it is broken, too full or in ZIP64. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > maxEntries) return null;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    const read = entryAt(view, bytes, at);
    if (read === null) return null;
    if (!read.entry.name.endsWith('/')) entries.push(read.entry);
    at = read.next;
  }
  return entries;
}

/** Where the end record stands: behind it is a comment of 65,535 bytes at most. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const packedBytes = view.getUint32(at + 20, true);
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((by) =>
    view.getUint16(at + by, true),
  );
  const local = view.getUint32(at + 42, true);
  const next = at + 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  if (next > view.byteLength || local + 30 > view.byteLength) return null;
  if (view.getUint32(local, true) !== localSignature) return null;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedBytes > view.byteLength) return null;
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameBytes ?? 0)));
  const packed = bytes.subarray(from, from + packedBytes);
  return { next, entry: { name, isLocked: (flags & 1) !== 0, method, packed } };
}

/**
 * The bytes of a file of an archive, at most so many; whatever size it claims, no more than that is ever
 * unpacked. Null when it is more, or cannot be unpacked.
 */
export function unpacked({ method, packed }: ZipEntry, mostBytes: number): Uint8Array | null {
  if (method === 0) return packed.byteLength > mostBytes ? null : packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch {
    return null;
  }
}

/** An archive of files that are not packed: what reads it has nothing to unpack. */
export function storedZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = new TextEncoder().encode(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(localSignature, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x0800, 6);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(bytes.byteLength, 18);
    head.writeUInt32LE(bytes.byteLength, 22);
    head.writeUInt16LE(title.byteLength, 26);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(entrySignature, 0);
    row.writeUInt16LE(20, 4);
    head.copy(row, 6, 4, 30);
    row.writeUInt32LE(offset, 42);
    parts.push(head, title, bytes);
    directory.push(row, title);
    offset += 30 + title.byteLength + bytes.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
