import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import catalogue from '@jiceng/schemas/templates/index.json';
import entriesJson from '@jiceng/schemas/entries.json';

interface Document { readonly path: string; readonly group: string; readonly title: string; readonly description: string; readonly serves: readonly string[]; readonly period?: string }
const documents = catalogue.documents as readonly Document[];
const terms = new Map(entriesJson.entries.map(({ id, term }) => [id, term]));
const RHYTHM: Readonly<Record<string, string>> = { month: '每月一次', quarter: '每季度一次', halfYear: '每半年一次', year: '每年一次', multiYear: '几年一次', term: '每届一次' };

/** All templates by group: what each is for, how often it is filled in and which business systems it serves. The portal's page also opens and previews them. */
const list = () => html`<div lang="zh-CN">
  <h2>全部模板（${documents.length}）</h2>
  ${Object.entries(entriesJson.groups).map(([id, { title }]) => ({ title, found: documents.filter(({ group }) => group === id) })).filter(({ found }) => found.length > 0).map(({ title, found }) => html`
    <h3>${title}（${found.length}）</h3>
    <dl>${found.map((each) => html`<dt><b>${each.title}</b>　${RHYTHM[each.period ?? ''] ?? '有事才填'}</dt>
      <dd>${each.description}<br>对应业务：${each.serves.map((entry) => terms.get(entry) ?? entry).join('；')}</dd>`)}</dl>`)}
</div>`;

export default { title: '场景/全部模板', parameters: { controls: { disable: true } }, tags: ['!autodocs'] } satisfies Meta;

export const All: StoryObj = { name: '按业务分组', render: list };
