/** Encodings that office files come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** The encoding of a text by its mark or, without one, by what fits: bytes that are no UTF-8 are GB 18030, which holds GBK and GB 2312. */
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

let codes: Map<string, number> | undefined;

/** Two-byte codes of all characters that have one, found by reading every code once: browsers only write UTF-8. */
function twoByteCodes(): Map<string, number> {
  if (codes) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      pair.set([lead, trail]);
      const character = decode(decoder, pair);
      if (character !== '' && character.length <= 2 && !codes.has(character)) codes.set(character, lead << 8 | trail);
    }
  }
  return codes;
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}

let fours: Map<string, number> | undefined;

/** Places of the other characters of the basic plane in the order of four-byte codes. */
function fourByteCodes(): Map<string, number> {
  if (fours) return fours;
  fours = new Map();
  const decoder = new TextDecoder('gb18030', { fatal: true });
  for (let at = 0; at < 39_420; at += 1) {
    const character = decode(decoder, fourBytes(at));
    if (character.length === 1 && !fours.has(character)) fours.set(character, at);
  }
  return fours;
}

const fourBytes = (at: number): Uint8Array => new Uint8Array([0x81 + Math.floor(at / 12_600), 0x30 + (Math.floor(at / 1_260) % 10), 0x81 + (Math.floor(at / 10) % 126), 0x30 + (at % 10)]);

/** `text` in GB 18030. Half a surrogate pair becomes `?`. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const two = code < 0x80 ? undefined : twoByteCodes().get(character);
    const four = code < 0x80 || two !== undefined ? undefined : code > 0xffff ? code - 0x10000 + 189_000 : fourByteCodes().get(character);
    if (code < 0x80) bytes[end++] = code;
    else if (two !== undefined) { bytes[end++] = two >> 8; bytes[end++] = two & 0xff; }
    else if (four !== undefined) { bytes.set(fourBytes(four), end); end += 4; }
    else bytes[end++] = 0x3f;
  }
  return bytes.slice(0, end);
}
