import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basisText } from './basis.ts';

test('marks are told in words, each kind once', () => {
  assert.equal(basisText('S002', 'zh-CN'), '上级文件');
  assert.equal(basisText('R-BRANCH, S001,S003,P', 'zh-CN'), '党内法规或公开规定、上级文件、地方做法');
  assert.equal(basisText('P,O', 'en'), 'local practice, set here');
});

test('what is no mark stays as it is written', () => {
  assert.equal(basisText('县委组织部〔2025〕3号,O', 'zh-CN'), '县委组织部〔2025〕3号、本级自定');
  assert.equal(basisText('Other', 'en'), 'Other');
  assert.equal(basisText('', 'zh-CN'), '');
});
