import assert from 'node:assert/strict';
import test from 'node:test';
import { pinyin } from 'pinyin-pro';
import terms from './terms.json' with { type: 'json' };
import { generatedId, generatedName, syllablesOf, termOf } from './names.ts';

test('characters are read as a kept library reads them', () => {
  const titles = [...new Set((terms.fields as (string | null)[][]).flatMap((field) => field.slice(3)).join(''))].filter(
    (character) => /[\u4e00-\u9fff]/.test(character!),
  );
  assert.ok(titles.length > 400);
  const wrong = titles.filter(
    (character) =>
      syllablesOf(character!).join('') !== pinyin(character!, { toneType: 'none' }).replace(/ü/g, 'v') &&
      character !== '率',
  );
  assert.deepEqual(wrong, []);
  assert.equal(syllablesOf('重庆市2024年A类绿化').join(' '), 'chong qing shi 2024 nian a lei lv hua');
});

test('headings have the name of their term, however they are written', () => {
  for (const heading of ['姓名', '姓　名', '*姓名', '姓\n名：', '（一）姓名'])
    assert.equal(termOf(heading)?.name, 'personName', heading);
  assert.equal(termOf('入党时间（年月）')?.name, 'joinedOn');
  assert.equal(termOf('__proto__'), undefined);
  assert.equal(generatedName('家庭住址（现）'), 'x_jiaTingZhuZhi');
  assert.equal(generatedName('※'), 'x_field');
  assert.match(generatedName('长'.repeat(100)), /^x_(chang|Chang)+$/);
});

test('ids of definitions are what the definition schema wants', () => {
  const pattern = /^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$/;
  for (const title of ['2024年党员花名册（一）', '！！！', 'A1 台账', '名'.repeat(80)])
    assert.match(generatedId(title), pattern, title);
  assert.equal(generatedId('党员花名册'), 'dang-yuan-hua-ming-ce');
});
