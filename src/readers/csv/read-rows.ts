import { maxRecordChars, RecordReader } from './records.ts';
import type { CsvBatch, CsvShape } from './shape.ts';

/**
 * Reads the rows of a file in batches, in file order, holding a chunk and a batch at most: the
 * next chunk is asked for when the batch before was taken, so a slow taker slows the file.
 * The last batch has all bytes counted; a file without rows gives one empty batch.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  shape: CsvShape,
): AsyncGenerator<CsvBatch> {
  const decoder = new TextDecoder(shape.encoding);
  const reader = new RecordReader(shape);
  const lines = new LineCutter(shape.newline);
  let bytesRead = 0;
  for await (const chunk of bytes) {
    bytesRead += chunk.byteLength;
    for (const line of lines.cut(decoder.decode(chunk, { stream: true }))) {
      reader.push(line);
      if (reader.isFull()) yield { ...reader.take(), bytesRead };
    }
  }
  for (const line of lines.cut(decoder.decode())) reader.push(line);
  const last = lines.rest();
  if (last !== '') reader.push(last);
  reader.end();
  yield { ...reader.take(), bytesRead };
}

/** Cuts text that comes in pieces into lines; keeps the last, unfinished one. */
class LineCutter {
  private readonly newline: '\n' | '\r';
  private kept = '';

  constructor(newline: '\n' | '\r') {
    this.newline = newline;
  }

  cut(text: string): string[] {
    // A binary file may have no line end at all: cut it, and the record reader refuses the part.
    const forced = this.kept.length > maxRecordChars ? this.newline : '';
    const lines = (this.kept + forced + text).split(this.newline);
    this.kept = lines.pop() ?? '';
    return this.newline === '\n' ? lines.map(withoutReturn) : lines;
  }

  rest(): string {
    const last = withoutReturn(this.kept);
    this.kept = '';
    return last;
  }
}

function withoutReturn(line: string): string {
  return line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
}
