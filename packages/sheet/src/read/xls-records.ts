/** One record of an old workbook: its number, and its data in the pieces in which they were stored. */
export interface OldRecord {
  readonly id: number;
  readonly at: number;
  readonly pieces: readonly Uint8Array[];
}

/** Records from `start` to the end of their part; what was continued in further records stands in further pieces. */
export function* recordsOf(bytes: Uint8Array, start: number): Generator<OldRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = start; at + 4 <= bytes.length;) {
    const id = view.getUint16(at, true),
      first = at;
    const pieces: Uint8Array[] = [];
    do {
      const length = view.getUint16(at + 2, true);
      pieces.push(bytes.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    } while (at + 4 <= bytes.length && view.getUint16(at, true) === 0x3c);
    yield { id, at: first, pieces };
    if (id === 0x0a) return;
  }
}

/** Reads the data of a record from its first piece to its last. Beyond the end everything is 0. */
export class Cursor {
  private readonly pieces: readonly Uint8Array[];
  private piece = 0;
  private at = 0;

  constructor({ pieces }: OldRecord) {
    this.pieces = pieces;
  }

  get isAtEnd(): boolean {
    this.turn();
    return this.piece >= this.pieces.length;
  }

  private turn(): boolean {
    let turned = false;
    while (this.piece < this.pieces.length && this.at >= this.pieces[this.piece]!.length) {
      this.piece += 1;
      this.at = 0;
      turned = true;
    }
    return turned;
  }

  u8(): number {
    this.turn();
    return this.pieces[this.piece]?.[this.at++] ?? 0;
  }
  u16(): number {
    return this.u8() | (this.u8() << 8);
  }
  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }
  f64(): number {
    const bytes = new DataView(new ArrayBuffer(8));
    for (let place = 0; place < 8; place += 1) bytes.setUint8(place, this.u8());
    return bytes.getFloat64(0, true);
  }
  skip(count: number): void {
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const step = Math.min(left, this.pieces[this.piece]!.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** A text of so many characters whose flags come first; where it goes on in another piece, so do flags. */
  characters(count: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0,
      more = flags & 4 ? this.u32() : 0;
    let wide = (flags & 1) === 1,
      text = '';
    for (let left = count; left > 0; left -= 1) {
      if (this.turn() && this.piece < this.pieces.length) wide = (this.u8() & 1) === 1;
      if (this.piece >= this.pieces.length) break;
      text += String.fromCharCode(wide ? this.u16() : this.u8());
    }
    this.skip(runs * 4 + more);
    return text;
  }
}
