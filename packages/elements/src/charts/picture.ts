/** What letters outside a page are drawn in. */
const FONT = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";
/** Points of the picture for each px, so that it is sharp on paper. */
const SCALE = 3;

/** The drawing as a file of its own on white, with its title on top or as its name only. */
export function svgText(svg: SVGSVGElement, title: string, withTitle = true): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const node of [copy, ...copy.querySelectorAll('.mark')])
    for (const name of ['role', 'tabindex', 'class', 'aria-label']) node.removeAttribute(name);
  copy.setAttribute('font-family', FONT);
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const top = title === '' || !withTitle ? 0 : 40;
  copy.setAttribute('height', String(height + top));
  copy.setAttribute('viewBox', `0 ${-top} ${width} ${height + top}`);
  const node = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    return made;
  };
  copy.prepend(
    node('rect', { y: String(-top), width: String(width), height: String(height + top), fill: '#ffffff' }),
    ...(top === 0
      ? []
      : [
          node(
            'text',
            {
              x: String(width / 2),
              y: '-16',
              'text-anchor': 'middle',
              'font-size': '18',
              'font-weight': '700',
              fill: '#1f2329',
            },
            title,
          ),
        ]),
  );
  if (!withTitle) copy.setAttribute('aria-label', title);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as points. Rejects where the browser cannot draw it. */
export async function pngBlob(svg: SVGSVGElement, title: string): Promise<Blob> {
  const image = new Image();
  const text = svgText(svg, title);
  await new Promise((done, failed) => {
    image.addEventListener('load', done);
    image.addEventListener('error', failed);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('the picture is too large'))), 'image/png'),
  );
}
