// Writes src/draft/pinyin.json, by pinyin-pro: the readings of the 3,755 common characters of GB 2312, which stand
// there in the order of
// their readings, so that counts are enough. `node packages/sheet/scripts/pinyin-table.mjs`
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
/** @type {[string, number][]} */
const runs = [];
/** @type {Record<string, string>} */
const others = {};
const characters = [];
for (let lead = 0xb0; lead <= 0xd7; lead += 1) {
  for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
    const character = decoder.decode(new Uint8Array([lead, trail]));
    if (/^[\u4e00-\u9fff]$/.test(character))
      characters.push({
        character,
        usual: pinyin(character, { toneType: 'none' }).replace(/ü/g, 'v'),
        all: pinyin(character, { toneType: 'none', multiple: true, type: 'array' }).map((one) =>
          one.replace(/ü/g, 'v'),
        ),
      });
  }
}
let current = 'a';
for (const { character, usual, all } of characters) {
  // The order goes by one of the character's readings; where that is not the usual one, the usual one is kept apart.
  const reading = all.includes(current) ? current : (all.filter((one) => one > current).sort()[0] ?? usual);
  if (reading !== usual) others[usual] = (others[usual] ?? '') + character;
  const last = runs[runs.length - 1];
  if (last?.[0] === reading) last[1] += 1;
  else runs.push([reading, 1]);
  current = reading;
}
writeFileSync(
  new URL('../src/draft/pinyin.json', import.meta.url),
  `${JSON.stringify({ runs: runs.map(([reading, count]) => `${reading}${count}`).join(' '), others })}\n`,
);
