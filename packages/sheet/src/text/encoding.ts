/** Encodings that office files come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/**
 * The encoding of a text by its mark or, without one, by what fits: bytes that are no UTF-8 are GB 18030, which holds
 * GBK and GB 2312.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/**
 * Characters with their codes, found by reading every code once: browsers only write UTF-8. Of several codes the first
 * counts.
 */
function charactersOf(codes: Iterable<number>, bytesOf: (code: number) => Uint8Array): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const found = new Map<string, number>();
  for (const code of codes) {
    let character: string;
    try {
      character = decoder.decode(bytesOf(code));
    } catch {
      continue;
    } // nobody has this code
    if (character !== '' && character.length <= 2 && !found.has(character)) found.set(character, code);
  }
  return found;
}

let twos: ReadonlyMap<string, number> | undefined;
/** Two-byte codes of all characters that have one. */
const twoByteCodes = () => (twos ??= charactersOf(everyTwoBytes(), (code) => new Uint8Array([code >> 8, code & 0xff])));

function* everyTwoBytes(): Generator<number> {
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) yield (lead << 8) | trail;
}

let fours: ReadonlyMap<string, number> | undefined;
/** Places of the other characters of the basic plane in the order of four-byte codes. */
const fourByteCodes = () =>
  (fours ??= charactersOf(
    Array.from({ length: 39_420 }, (_, at) => at),
    fourBytes,
  ));

const fourBytes = (at: number): Uint8Array =>
  new Uint8Array([
    0x81 + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1_260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ]);

/** `text` in GB 18030. Half a surrogate pair becomes `?`. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const two = code < 0x80 ? undefined : twoByteCodes().get(character);
    const four =
      code < 0x80 || two !== undefined
        ? undefined
        : code > 0xffff
          ? code - 0x10000 + 189_000
          : fourByteCodes().get(character);
    if (code < 0x80) bytes[end++] = code;
    else if (two !== undefined) {
      bytes[end++] = two >> 8;
      bytes[end++] = two & 0xff;
    } else if (four !== undefined) {
      bytes.set(fourBytes(four), end);
      end += 4;
    } else bytes[end++] = 0x3f;
  }
  return bytes.slice(0, end);
}
