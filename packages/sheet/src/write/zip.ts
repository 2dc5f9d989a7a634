/** One part of an archive: its text in pieces. */
export interface Part {
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** Pieces are packed together until they have so many characters. */
const BATCH = 1 << 16;

/** Packs parts into a zip archive, piece by piece. The engine's own packer does the work and gives the check sum. */
export async function zip(parts: readonly Part[]): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [],
    directory: Uint8Array[] = [];
  let offset = 0;
  const encoder = new TextEncoder();
  for (const { name, pieces } of parts) {
    const { data, crc, size } = await pack(pieces, encoder);
    const packed = data.reduce((sum, chunk) => sum + chunk.length, 0);
    const title = encoder.encode(name);
    const fields = (view: DataView, at: number): void => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, 0x0800, true); // names are UTF-8
      view.setUint16(at + 4, 8, true);
      view.setUint32(at + 6, 0x00210000, true); // 1980-01-01: the same content gives the same file
      view.setUint32(at + 10, crc, true);
      view.setUint32(at + 14, packed, true);
      view.setUint32(at + 18, size, true);
      view.setUint16(at + 22, title.length, true);
    };
    const local = new Uint8Array(30 + title.length),
      localView = new DataView(local.buffer);
    localView.setUint32(0, 0x04034b50, true);
    fields(localView, 4);
    local.set(title, 30);
    const central = new Uint8Array(46 + title.length),
      centralView = new DataView(central.buffer);
    centralView.setUint32(0, 0x02014b50, true);
    centralView.setUint16(4, 20, true);
    fields(centralView, 6);
    centralView.setUint32(42, offset, true);
    central.set(title, 46);
    chunks.push(local, ...data);
    directory.push(central);
    offset += local.length + packed;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return [...chunks, ...directory, new Uint8Array(end.buffer)];
}

/** One part packed: gzip without its header and trailer is what zip archives hold. */
async function pack(
  pieces: Part['pieces'],
  encoder: TextEncoder,
): Promise<{ data: Uint8Array[]; crc: number; size: number }> {
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const data: Uint8Array[] = [];
  const collecting = (async () => {
    const reader = stream.readable.getReader();
    for (let result = await reader.read(); !result.done; result = await reader.read())
      data.push(result.value as Uint8Array);
  })();
  try {
    let batch = '';
    for await (const piece of pieces) {
      batch += piece;
      if (batch.length < BATCH) continue;
      await writer.write(encoder.encode(batch));
      batch = '';
    }
    if (batch !== '') await writer.write(encoder.encode(batch));
    await writer.close();
  } catch (error) {
    writer.abort().catch(() => undefined);
    collecting.catch(() => undefined);
    throw error;
  }
  await collecting;
  return strip(data);
}

function strip(data: Uint8Array[]): { data: Uint8Array[]; crc: number; size: number } {
  let rest = 10;
  while (rest > 0) {
    const first = data[0]!;
    if (first.length > rest) {
      data[0] = first.subarray(rest);
      break;
    }
    rest -= first.length;
    data.shift();
  }
  const trailer = new Uint8Array(8);
  for (let at = 8; at > 0;) {
    const last = data[data.length - 1]!;
    const taken = Math.min(at, last.length);
    trailer.set(last.subarray(last.length - taken), at - taken);
    at -= taken;
    if (taken === last.length) data.pop();
    else data[data.length - 1] = last.subarray(0, last.length - taken);
  }
  const view = new DataView(trailer.buffer);
  return { data, crc: view.getUint32(0, true), size: view.getUint32(4, true) };
}
