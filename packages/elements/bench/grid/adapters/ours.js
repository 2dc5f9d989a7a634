import '../../../src/ledger/define.ts';

const NOW = '2025-09-15T09:30:00+08:00';
/** Records as a store gives them. */
export function prepare(columns, rows) {
  const definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'bench',
    version: '1.0.0',
    title: '测量',
    subject: 'item',
    purpose: { readBy: 'county', decision: '测量' },
    record: {
      type: 'object',
      properties: Object.fromEntries(
        columns.map(({ id, title, kind }) => [id, { type: kind === 'number' ? 'number' : 'string', title }]),
      ),
    },
    ledger: {
      columns: columns.map(({ id, width, groups = [], merge = false }) =>
        groups.reduceRight((inner, title) => ({ title, columns: [inner] }), { field: `/${id}`, width, merge }),
      ),
    },
  };
  const history = [];
  const links = [];
  const audit = { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' };
  const records = rows.map((row) => ({
    id: row.c0,
    definition: { id: 'bench', version: '1.0.0', hash: 'x' },
    orgId: 'o',
    orgPath: 'o',
    revision: 1,
    facts: [],
    links,
    history,
    audit,
    data: row,
  }));
  return { definition, records };
}

export function mount(root, columns, rows, { definition, records }) {
  const person = { personId: 'p', personName: '张明', posts: [{ orgId: 'o', role: 'filler' }] };
  const element = document.createElement('jc-ledger');
  element.style.setProperty('--jc-grid-max-height', '600px');
  element.style.setProperty('--jc-grid-line-height', '32px');
  element.style.setProperty('--jc-grid-lines', '1');
  Object.assign(element, {
    definition,
    records,
    organisations: [
      {
        orgId: 'o',
        orgName: '组织',
        orgShortName: '组织',
        orgCode: '01',
        orgType: 'rural',
        orgForm: 'branch',
        orgLevel: 'unit',
        isActive: true,
      },
    ],
    people: [person],
    person,
    now: NOW,
  });
  root.append(element);
  const scroller = () => element.renderRoot?.querySelector('[role=grid]');
  return {
    scroller,
    sort: () => {
      scroller().scrollTop = 0;
      [...element.renderRoot.querySelectorAll('[role=columnheader]')]
        .find((node) => node.textContent === '姓名')
        .click();
    },
    async openFilters() {
      element.renderRoot.querySelector('[aria-controls$="-filters"]').click();
      await element.updateComplete;
    },
    filter(text) {
      const box = [...element.renderRoot.querySelectorAll('.filters label')]
        .find((node) => node.textContent.startsWith('姓名'))
        .querySelector('input');
      box.value = text;
      box.dispatchEvent(new InputEvent('input'));
    },
    edit: (row, text) => {
      element.records = records.map((record, at) =>
        at === row ? { ...record, revision: record.revision + 1, data: { ...record.data, c2: text } } : record,
      );
    },
    unmount: () => element.remove(),
  };
}
