const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element; texts go in as text. Numbers are written with two places, which is finer than any screen. */
export function svgNode(
  tag: string,
  attributes: Attributes = {},
  ...content: readonly (SVGElement | string)[]
): SVGElement {
  const node = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined)
      node.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  node.append(...content);
  return node;
}

/**
 * About how wide a text is, in px: Chinese letters are as wide as high, and so are “ ” … — among them; others a little
 * more than half of it.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2000 ? 1 : 0.58;
  return width * size;
}

/** The text, cut with … where it is wider than `room`. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > room) letters.pop();
  return `${letters.join('')}…`;
}
