import type { HeaderArea } from './find-header.ts';
import { headCells } from './head-cells.ts';
import { termOf } from './names.ts';
import type { SheetView } from './view.ts';
import { headingLikeness } from './words.ts';

/** Whether headings stand among the values too: a form with labels beside its fields is no table. */
export function isForm(view: SheetView, header: HeaderArea, rows: readonly number[]): boolean {
  const likeness = (text: string): number => headingLikeness(text, termOf(text) !== undefined);
  const heads = headCells(view, header.bottom);
  // Among the headings is a day or a number, or every other one is what belongs to the label before it.
  const isMixed =
    heads.some((head) => head.likeness < -0.5) ||
    (heads.length >= 4 && heads.every((head, at) => head.likeness >= 1.5 === (at % 2 === 0)));
  // `单位名称：` beside its answer, on a cover.
  if (heads.length >= 2 && heads.every(({ text }, at) => at % 2 === 1 || /[：:]\s*$/.test(text))) return true;
  const texts: string[] = [];
  for (const row of rows.slice(0, 20)) {
    for (let column = header.left; column <= header.right; column += 1) {
      const value = view.ownValue(row, column);
      if (typeof value === 'string') texts.push(value);
    }
  }
  const terms = texts.filter((text) => termOf(text)).length;
  if (terms >= 2 && terms >= texts.length * 0.25) return true;
  const different = [...new Set(texts)];
  return (
    isMixed &&
    rows.length <= 15 &&
    different.filter((text) => text.length <= 8 && likeness(text) >= 1.5).length >= Math.max(3, different.length * 0.3)
  );
}
