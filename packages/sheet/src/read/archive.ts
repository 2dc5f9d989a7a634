import type { Limits } from './limits.ts';
import { refusal } from '../book/refusal.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

/**
 * Bytes that are handed to the unpacker at once: a bomb makes at most a thousand times as many before it is counted.
 */
const STEP = 16 << 10;
/** Bytes that are read at once. */
const PIECE = 256 << 10;

/** A zip archive in memory, opened part by part within limits. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #limits: Limits;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  constructor(bytes: Uint8Array, limits: Limits) {
    this.#bytes = bytes;
    this.#limits = limits;
    for (const entry of directory(bytes, limits)) {
      const key = entry.name.toLowerCase();
      if (!this.#entries.has(key)) this.#entries.set(key, entry);
      if (entry.encrypted) throw refusal('encrypted');
    }
  }

  /** Names of all parts, in lower case. */
  get names(): IterableIterator<string> {
    return this.#entries.keys();
  }
  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }
  /** Size that a part claims to have; only for telling progress. */
  claimedSize(name: string): number {
    return this.#entries.get(name.toLowerCase())?.size ?? 0;
  }

  /** The text of a part in pieces, as it is unpacked. */
  async *pieces(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return;
    let decoder: TextDecoder | undefined;
    for await (const bytes of gathered(this.#unpack(entry))) {
      decoder ??= new TextDecoder(
        bytes[0] === 0xff && bytes[1] === 0xfe
          ? 'utf-16le'
          : bytes[0] === 0xfe && bytes[1] === 0xff
            ? 'utf-16be'
            : 'utf-8',
      );
      yield decoder.decode(bytes, { stream: true });
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  }

  /** The whole text of a part; '' where there is none. */
  async text(name: string): Promise<string> {
    let text = '';
    for await (const piece of this.pieces(name)) text += piece;
    return text;
  }

  #count(entry: Entry, length: number, total: number): void {
    const { unpacked, ratio } = this.#limits;
    this.#unpacked += length;
    if (this.#unpacked > unpacked) throw refusal('unpacked', { part: entry.name, limit: unpacked >> 20 });
    if (total > 1 << 20 && total > entry.packed * ratio) throw refusal('ratio', { part: entry.name, limit: ratio });
  }

  async *#unpack(entry: Entry): AsyncGenerator<Uint8Array> {
    const { method, packed, name } = entry;
    const start = dataStart(this.#bytes, entry);
    const data = this.#bytes.subarray(start, start + packed);
    if (data.length < packed) throw refusal('damaged', { part: name });
    if (method === 0) {
      this.#count(entry, packed, packed);
      yield data;
      return;
    }
    if (method !== 8) throw refusal('damaged', { part: name });
    const stream = new DecompressionStream('gzip');
    const writer = stream.writable.getWriter(),
      reader = stream.readable.getReader();
    const feeding = feed(writer, entry, data);
    feeding.catch(() => undefined);
    let total = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read().catch(() => {
          throw refusal('damaged', { part: name });
        });
        if (done) break;
        this.#count(entry, value.length, (total += value.length));
        yield value as Uint8Array;
      }
    } finally {
      reader.cancel().catch(() => undefined);
      writer.abort().catch(() => undefined);
    }
  }
}

/** Small chunks joined to larger ones: each costs the readers a scan of what was left over. */
async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [],
    length = 0;
  const joined = (): Uint8Array => {
    const all = new Uint8Array(length);
    let at = 0;
    for (const chunk of waiting) {
      all.set(chunk, at);
      at += chunk.length;
    }
    waiting = [];
    length = 0;
    return all;
  };
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length >= PIECE) yield joined();
  }
  if (length > 0) yield joined();
}

/**
 * Zip parts are raw streams; with a header and a trailer around they are gzip, which every engine unpacks and checks.
 */
async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  { crc, size }: Entry,
  data: Uint8Array,
): Promise<void> {
  await writer.write(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]));
  for (let at = 0; at < data.length; at += STEP) await writer.write(data.slice(at, at + STEP));
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, size, true);
  await writer.write(trailer);
  await writer.close();
}

const END = 0x06054b50,
  CENTRAL = 0x02014b50,
  LOCAL = 0x04034b50;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function dataStart(bytes: Uint8Array, { offset, name }: Entry): number {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw refusal('damaged', { part: name });
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/** The entries that the end of the archive lists. */
function directory(bytes: Uint8Array, limits: Limits): Entry[] {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_557);
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1;
  if (end < lowest) throw refusal('damaged', { part: 'zip' });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff) at = zip64Start(view, end);
  if (count > limits.entries && count !== 0xffff) throw refusal('entries', { limit: limits.entries });
  const entries: Entry[] = [];
  const decoder = new TextDecoder();
  while (at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL) {
    if (entries.length >= limits.entries) throw refusal('entries', { limit: limits.entries });
    const nameLength = view.getUint16(at + 28, true),
      extraLength = view.getUint16(at + 30, true),
      commentLength = view.getUint16(at + 32, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/');
    const wide = zip64Fields(view, at + 46 + nameLength, extraLength);
    const field = (place: number): number => {
      const value = view.getUint32(at + place, true);
      return value === 0xffffffff ? (wide.shift() ?? value) : value;
    };
    const size = field(24),
      packed = field(20),
      offset = field(42);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (entries.length === 0 || (count !== 0xffff && entries.length !== count)) throw refusal('damaged', { part: 'zip' });
  return entries;
}

/**
 * Eight-byte numbers of the extra field that large or streamed archives use, in their order; more than 32 bits never
 * fit our limits.
 */
function zip64Fields(view: DataView, start: number, length: number): number[] {
  const end = Math.min(start + length, view.byteLength);
  for (let at = start; at + 4 <= end;) {
    const id = view.getUint16(at, true),
      size = view.getUint16(at + 2, true);
    if (id === 1) {
      const fields: number[] = [];
      for (let field = at + 4; field + 8 <= Math.min(end, at + 4 + size); field += 8)
        fields.push(view.getUint32(field + 4, true) === 0 ? view.getUint32(field, true) : Infinity);
      return fields;
    }
    at += 4 + size;
  }
  return [];
}

function zip64Start(view: DataView, end: number): number {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw refusal('damaged', { part: 'zip' });
  const record = view.getUint32(locator + 8, true);
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50)
    throw refusal('damaged', { part: 'zip' });
  return view.getUint32(record + 48, true);
}
