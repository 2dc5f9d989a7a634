import { refusal } from '../book/refusal.ts';

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean => marks.every((mark, at) => bytes[at] === mark);

/** What a file is by its content, not by its name. Throws for what is no table. */
export function kindOfFile(bytes: Uint8Array): 'zip' | 'compound' | 'text' {
  if (bytes.length === 0) throw refusal('empty');
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return 'zip';
  if (startsWith(bytes, 0x50, 0x4b)) throw refusal('damaged', { part: 'zip' });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'compound';
  for (const [name, ...marks] of SIGNATURES)
    if (startsWith(bytes, ...marks)) throw refusal('not-a-sheet', { part: name });
  const head = bytes.subarray(0, 4_096);
  const wide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  if (!wide && head.includes(0)) throw refusal('not-a-sheet', { part: '二进制数据' });
  return 'text';
}

const SIGNATURES: readonly (readonly [string, ...number[]])[] = [
  ['PDF', 0x25, 0x50, 0x44, 0x46],
  ['图片', 0x89, 0x50, 0x4e, 0x47],
  ['图片', 0xff, 0xd8, 0xff],
  ['图片', 0x47, 0x49, 0x46, 0x38],
  ['压缩包，请先解压', 0x52, 0x61, 0x72, 0x21],
  ['压缩包，请先解压', 0x37, 0x7a, 0xbc, 0xaf],
  ['压缩包，请先解压', 0x1f, 0x8b],
  ['RTF', 0x7b, 0x5c, 0x72, 0x74],
];
