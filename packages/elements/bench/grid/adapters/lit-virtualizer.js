import { html } from 'lit';
import '@lit-labs/virtualizer';
import { byName } from '../rows.js';

export function mount(root, columns, rows) {
  const list = document.createElement('lit-virtualizer');
  list.scroller = true;
  list.style.cssText = 'display: block; height: 600px; contain: strict; font: 14px/32px sans-serif;';
  list.renderItem = (row) =>
    html`<div class="line" .style=${`position: relative; width: ${columns.length * 120}px`}>${columns.map(({ id }, at) => html`<div .style=${`left: ${at * 120}px`}>${row[id]}</div>`)}</div>`;
  list.items = rows;
  root.append(list);
  const show = (items) => {
    list.items = items;
    list.scrollTop = 0;
  };
  return {
    scroller: () => list,
    sort: () => show([...rows].sort((a, b) => byName(a.c1, b.c1))),
    filter: (text) => show(rows.filter(({ c1 }) => c1.includes(text))),
    edit: (row, text) => {
      const items = [...list.items];
      items[items.indexOf(rows[row])] = { ...rows[row], c2: text };
      list.items = items;
    },
    unmount: () => list.remove(),
  };
}
