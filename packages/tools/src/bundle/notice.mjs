// What stands in place of the elements where a browser has no custom elements. ES5, and nothing of the bundle is
// needed.

const WORDS =
  '您的浏览器版本过低，此处内容无法显示。请使用 360 浏览器（极速模式）、Edge、Chrome 等内核为 Chromium 80 以上的浏览器打开本页。';
const TAGS = ['form', 'checklist', 'scorecard', 'ledger', 'process', 'moves', 'report']
  .map((name) => `jc-${name}`)
  .join();

/** Runs in the page; `words` and `tags` are put in as text. @param {string} version */
function show(version) {
  const write = function () {
    const places = document.querySelectorAll('@tags');
    for (let at = 0; at < places.length; at++) {
      const place = places[at];
      if (!place || place.getAttribute('data-jc-state') === 'unsupported') continue;
      place.setAttribute('data-jc-state', 'unsupported');
      const line = document.createElement('p');
      line.setAttribute('role', 'note');
      line.textContent = '@words';
      place.appendChild(line);
    }
  };
  const never = function () {
    return typeof Promise === 'undefined' ? undefined : new Promise(function () {});
  };
  // What the page's own scripts may call stays callable; nothing ever comes of it.
  const page = /** @type {any} */ (window);
  if (!page.Jiceng) page.Jiceng = { version, isSupported: false, scan: write, ready: never, load: never };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', write);
  else write();
}

/** @param {string} version */
export const notice = (version) =>
  `(${show
    .toString()
    .replace('@tags', TAGS)
    .replace('@words', WORDS)
    .replace(/\/\/.*$|\/\*.*?\*\//gm, '')
    .replace(/\b(const|let) /g, 'var ')
    .replace(/\{ version,/, '{ version: version,')
    .replace(/\s*\n\s*/g, ' ')})(${JSON.stringify(version)});`;
