// What no library can undercut by much: a pool of nodes whose texts change, and nothing else: no roles, no keys, no
// editing.
import { byName } from '../rows.js';

export function mount(root, columns, rows) {
  const make = (className, parent) => {
    const node = document.createElement('div');
    node.className = className;
    parent.append(node);
    return node;
  };
  const view = make('view', root);
  const head = make('head', view);
  const space = make('space', view);
  const body = make('window', space);
  const width = columns.length * 120;
  head.style.width = space.style.width = `${width}px`;
  columns.forEach(({ title }, at) => {
    const cell = make('', head);
    cell.style.left = `${at * 120}px`;
    cell.textContent = title;
  });
  let order = Uint32Array.from(rows, (_, at) => at);
  const pool = [];
  const room = () => Math.min(order.length * 32, 30_000_000);
  const draw = () => {
    const full = order.length * 32;
    const ratio = full > room() ? (full - 568) / (room() - 568) : 1;
    const top = view.scrollTop * ratio;
    const first = Math.max(0, Math.floor(top / 32) - 1);
    const from = Math.max(0, Math.floor(view.scrollLeft / 120));
    const shown = columns.slice(from, from + Math.ceil(view.clientWidth / 120) + 1);
    body.style.transform = `translateY(${first * 32 - top + view.scrollTop}px)`;
    for (let at = 0; at < 21; at++) {
      const line = (pool[at] ??= make('line', body));
      const row = rows[order[first + at]];
      line.style.top = `${at * 32}px`;
      while (line.children.length < shown.length)
        line.append(Object.assign(document.createElement('div'), { textContent: ' ' }));
      for (let column = 0; column < line.children.length; column++) {
        const node = line.children[column];
        node.style.left = `${(from + column) * 120}px`;
        node.firstChild.data = row && shown[column] ? String(row[shown[column].id]) : '';
      }
    }
  };
  view.addEventListener('scroll', draw);
  space.style.height = `${room()}px`;
  draw();
  const show = (next) => {
    order = next;
    space.style.height = `${room()}px`;
    view.scrollTop = 0;
    draw();
  };
  return {
    scroller: () => view,
    sort: () => show(Uint32Array.from(order).sort((a, b) => byName(rows[a].c1, rows[b].c1))),
    filter: (text) => show(Uint32Array.from(rows.keys()).filter((at) => rows[at].c1.includes(text))),
    edit: (row, text) => {
      rows[row].c2 = text;
      draw();
    },
    unmount: () => view.remove(),
  };
}
