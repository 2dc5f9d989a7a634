import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import { isRows } from '@jiceng/core/form/rows-part.js';
import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { escapeHTML } from '../internal/escape-html.ts';
import { fieldText, type Names } from '../widgets/format.ts';

/** One line of a form as people read it. */
export type Line =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** The visible content of a form, in reading order; for plain text, print and reading aloud. */
export function linesOf(form: FormModel, names: Names): Line[] {
  const { definition } = form.compiled;
  const marks = PUNCTUATION[names.language];
  const lines: Line[] = definition.title ? [{ kind: 'title', text: definition.title }] : [];
  const add = (field: FieldModel) => {
    // What is entered into a score card means something only there.
    if (!field.visible.peek() || field.pointer === definition.score?.entries) return;
    if (isRows(field) && field.suits.peek()) {
      const spec = form.layout.specOf(field.node.pointer)?.columns?.map(({ pointer }) => pointer.split('/').pop());
      const nodes = (field.node.item()?.children() ?? []).filter(({ key }) => !spec || spec.includes(key));
      lines.push({
        kind: 'table',
        label: field.label,
        columns: nodes.map(
          (node) => form.layout.labelOf(node) + (node.unit === undefined ? '' : marks.open + node.unit + marks.close),
        ),
        rows: field.rows.peek().map((row) =>
          nodes.map(({ key }) => {
            const cell = row.child(key);
            return cell ? fieldText(cell, names, true) : '';
          }),
        ),
      });
    } else if (field.kind === 'object' && field.suits.peek()) {
      if (field.value.peek() === undefined) return;
      lines.push({ kind: 'section', text: field.label });
      field.fields.peek().forEach(add);
    } else lines.push({ kind: 'field', label: field.label, text: fieldText(field, names) });
  };
  for (const { title, when, fields } of form.layout.sections.peek()) {
    if (when !== undefined && !form.formulas.holds(when, undefined, true)) continue;
    if (title !== undefined) lines.push({ kind: 'section', text: title });
    for (const { pointer } of fields) {
      const field = form.field(pointer);
      if (field) add(field);
    }
  }
  return lines;
}

export function plainText(lines: readonly Line[], { language }: Names): string {
  const { colon } = PUNCTUATION[language];
  return lines
    .map((line) => {
      if (line.kind === 'field') return line.label + colon + line.text;
      if (line.kind === 'table')
        return [line.label, line.columns.join('\t'), ...line.rows.map((row) => row.join('\t'))].join('\n');
      return line.text;
    })
    .join('\n');
}

const TABLE = '<table style="width:100%;border-collapse:collapse;font-size:10.5pt;margin:0 0 3mm">';

/** Self-contained HTML for print tools: sizes in pt and mm, no script, every row. */
export function printHTML(lines: readonly Line[]): string {
  const cell = 'border:0.5pt solid #000;padding:1.5mm 2mm;vertical-align:top;text-align:left;white-space:pre-wrap';
  let html = '';
  let open = false;
  const table = (on: boolean) => {
    if (open !== on) html += on ? TABLE : '</table>';
    open = on;
  };
  for (const line of lines) {
    table(line.kind === 'field');
    if (line.kind === 'title')
      html += `<h1 style="font-size:16pt;text-align:center;margin:0 0 5mm;font-weight:bold">${escapeHTML(line.text)}</h1>`;
    else if (line.kind === 'section')
      html += `<h2 style="font-size:12pt;margin:4mm 0 2mm;font-weight:bold">${escapeHTML(line.text)}</h2>`;
    else if (line.kind === 'field')
      html += `<tr><th style="${cell};width:32%;font-weight:normal;background:#f4f4f4">${escapeHTML(line.label)}</th><td style="${cell}">${escapeHTML(line.text)}</td></tr>`;
    else {
      const row = (texts: readonly string[], tag: string) =>
        `<tr>${texts.map((text) => `<${tag} style="${cell}">${escapeHTML(text)}</${tag}>`).join('')}</tr>`;
      html += `<p style="font-size:10.5pt;margin:2mm 0">${escapeHTML(line.label)}</p>${TABLE}<thead style="display:table-header-group">${row(line.columns, 'th')}</thead><tbody>${line.rows.map((texts) => row(texts, 'td')).join('')}</tbody></table>`;
    }
  }
  table(false);
  return `<div style="font-family:FangSong,SimSun,serif;color:#000;line-height:1.5">${html}</div>`;
}
