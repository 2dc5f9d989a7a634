import { parsePeriod, type PeriodKind } from '@jiceng/core/time/period.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import type { Json } from '@jiceng/core/json/json.js';
import { adopt } from '../internal/adopt.ts';
import { make, setAttribute } from '../internal/nodes.ts';
import { moreMessages } from './more.messages.ts';
import styles from './more.styles.ts';
import type { Widget, WidgetType } from './widget.ts';

/** The parts of a year, by kind of period. */
const PARTS: Partial<Record<PeriodKind, readonly string[]>> = {
  month: Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`),
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
  halfYear: ['-H1', '-H2'],
};

/** A period of one kind: a year, and its part. Terms, several years and events are typed by their code. */
export const periodWidget: WidgetType = {
  name: 'period',
  rank: ({ kind, node }) => (kind === 'text' && node.format === 'period' ? 3 : 0),
  create(field, context): Widget {
    const { text, language, today } = context;
    const more = moreMessages(context.locale);
    adopt(context.layer, styles);
    const asked = field.node.schema['x-periodKind'];
    const kind = (
      typeof asked === 'string' ? asked : (field.form.compiled.definition.filing?.period ?? 'month')
    ) as PeriodKind;
    const parts = PARTS[kind];
    if (!parts && kind !== 'year') {
      const input = make('input', {
        class: 'input',
        type: 'text',
        autocomplete: 'off',
        placeholder: kind === 'term' ? 'T2021-2026' : kind === 'multiYear' ? '2024-2026' : 'E20260301-001',
      });
      return {
        node: input,
        control: input,
        show: (value, typed) => {
          const next = typed ?? wordsOf(value);
          if (input.value.trim() !== next) input.value = next;
        },
        read() {
          const code = input.value.trim();
          if (code !== '' && parsePeriod(code)?.kind !== kind)
            return field.refuse(input.value, {
              pointer: '',
              code: 'typed-period',
              reason: { 'zh-CN': `请按“${input.placeholder}”的样子填写`, en: `Write it like ${input.placeholder}` },
              level: 'error',
            });
          field.set(code || undefined);
        },
      };
    }
    const first = Number(today.slice(0, 4)) - 8;
    const years = Array.from({ length: 12 }, (_, at) => String(first + at));
    const year = make('select', { class: 'input select', 'aria-label': more.year }, new Option(text.choose, ''));
    for (const value of years) year.add(new Option(language === 'zh-CN' ? `${value}年` : value, value));
    const part =
      parts && make('select', { class: 'input select', 'aria-label': more.periodPart }, new Option(text.choose, ''));
    for (const suffix of parts ?? [])
      part?.add(new Option(periodWords(`2000${suffix}`, language).replace(/^2000年|^2000-/, ''), suffix));
    const node = make('div', { class: 'period', role: 'group' }, year, ...(part ? [part] : []));
    return {
      node,
      control: node,
      group: true,
      show(value) {
        const code = wordsOf(value);
        if (code === '' && (year.value === '' || part?.value === '')) return;
        const own = code.slice(0, 4);
        if (own !== '' && !years.includes(own)) {
          years.push(own);
          year.add(new Option(own, own));
        }
        year.value = own;
        if (part) part.value = code.slice(4);
      },
      read() {
        // The usual case is this year: one choice is enough.
        if (part && part.value !== '' && year.value === '') year.value = today.slice(0, 4);
        const complete = year.value !== '' && part?.value !== '';
        field.set(complete ? year.value + (part?.value ?? '') : undefined);
        setAttribute(node, 'data-open', complete ? undefined : '');
      },
      focus: () => year.focus(),
    };
  },
};

const wordsOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
