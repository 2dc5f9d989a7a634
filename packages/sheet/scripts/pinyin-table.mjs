// Writes src/draft/pinyin.json: the usual reading of every character of GB 2312, by pinyin-pro. `node packages/sheet/scripts/pinyin-table.mjs`
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
/** @type {Record<string, string>} */
const table = {};
for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
  for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(new Uint8Array([lead, trail]));
    if (!/^[\u4e00-\u9fff]$/.test(character)) continue;
    const syllable = pinyin(character, { toneType: 'none' }).replace(/ü/g, 'v');
    table[syllable] = (table[syllable] ?? '') + character;
  }
}
const sorted = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(new URL('../src/draft/pinyin.json', import.meta.url), `${JSON.stringify(sorted)}\n`);
