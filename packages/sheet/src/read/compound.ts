import { refusal } from '../book/refusal.ts';

const END = 0xfffffffa; // anything above is no sector

/** Streams of an old office file by name: small files within a file, kept in chains of sectors. */
export function streamsOf(bytes: Uint8Array): Map<string, () => Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => refusal('damaged', { part: 'xls' });
  if (bytes.length < 1_536) throw damaged();
  const shift = view.getUint16(30, true),
    size = 1 << shift;
  if (shift < 9 || shift > 12) throw damaged();
  const sectors = Math.floor(bytes.length / size) - 1;
  const at = (sector: number): number => {
    if (sector < 0 || sector > sectors) throw damaged();
    return (sector + 1) << shift;
  };

  const tables: number[] = [];
  for (let place = 0; place < 109; place += 1) {
    const sector = view.getUint32(76 + place * 4, true);
    if (sector < END) tables.push(sector);
  }
  for (let sector = view.getUint32(68, true), count = 0; sector < END && count <= sectors; count += 1) {
    const start = at(sector);
    for (let place = 0; place < size - 4; place += 4) {
      const table = view.getUint32(start + place, true);
      if (table < END) tables.push(table);
    }
    sector = view.getUint32(start + size - 4, true);
  }
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / (size / 4))];
    return table === undefined ? END : view.getUint32(at(table) + (sector % (size / 4)) * 4, true);
  };
  const chain = (first: number): Uint8Array => {
    const list: number[] = [];
    for (let sector = first; sector < END; sector = next(sector)) {
      list.push(at(sector));
      if (list.length > sectors + 1) throw damaged();
    }
    const all = new Uint8Array(list.length * size);
    list.forEach((start, place) => all.set(bytes.subarray(start, start + size), place * size));
    return all;
  };

  const directory = chain(view.getUint32(48, true));
  const entries = new DataView(directory.buffer);
  const found = new Map<string, () => Uint8Array>();
  let small: Uint8Array | undefined, smallTable: DataView | undefined;
  for (let place = 0; place + 128 <= directory.length; place += 128) {
    const kind = directory[place + 66],
      length = Math.max(0, Math.min(62, entries.getUint16(place + 64, true) - 2));
    if (kind !== 1 && kind !== 2 && kind !== 5) continue;
    const name = new TextDecoder('utf-16le').decode(directory.subarray(place, place + length));
    const start = entries.getUint32(place + 116, true),
      bytesLong = entries.getUint32(place + 120, true);
    if (kind === 5) {
      if (start < END) small = chain(start);
      continue;
    }
    found.set(name, () => {
      if (bytesLong > bytes.length) throw damaged();
      if (bytesLong >= view.getUint32(56, true)) return chain(start).subarray(0, bytesLong);
      smallTable ??= new DataView(chain(view.getUint32(60, true)).buffer);
      const all = new Uint8Array(Math.ceil(bytesLong / 64) * 64);
      let sector = start;
      for (let part = 0; part < all.length && sector < END; part += 64) {
        all.set((small ?? all).subarray(sector * 64, sector * 64 + 64), part);
        sector = sector * 4 + 4 <= smallTable.byteLength ? smallTable.getUint32(sector * 4, true) : END;
      }
      return all.subarray(0, bytesLong);
    });
  }
  return found;
}
