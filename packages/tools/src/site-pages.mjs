// The pages of the demo portal: one frame, filled in for each entry of a list.

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {string} lead a sentence below the title
 * @property {string[]} scripts addresses, in the order in which they run
 * @property {string} [under] the page above it; a page under another one is not in the navigation
 * @property {string} [definition] the definition whose records have their place on this page
 * @property {string} [class] a class of the page's main part, for its own styles
 * @property {Record<string, string>} [attributes] of the page's main part
 */

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** @param {Record<string, string | undefined>} attributes */
const written = (attributes) =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escaped(value)}"`))
    .join('');

const link = (
  /** @type {string} */ name,
  /** @type {Page} */ { title },
  /** @type {Record<string, string | undefined>} */ attributes = {},
) => `<a${written({ href: `${name}.html`, ...attributes })}>${escaped(title)}</a>`;

/**
 * The pages as files: name → text.
 * @param {string} frame a page with `{{title}}`, `{{lead}}`, `{{nav}}`, `{{place}}`, `{{class}}`, `{{attributes}}` and
 *   `{{scripts}}`
 * @param {Record<string, Page>} pages by their names, in the order of the navigation
 */
export function pagesOf(frame, pages) {
  const shown = Object.entries(pages).filter(([, { under }]) => under === undefined);
  return new Map(
    Object.entries(pages).map(([name, page]) => {
      const { title, lead, under, definition, attributes, scripts } = page;
      const above = under === undefined ? undefined : pages[under];
      if (under !== undefined && above === undefined) throw new Error(`${name}: there is no page ${under} above it`);
      /** @type {Record<string, string>} */
      const parts = {
        title: escaped(title),
        lead: escaped(lead),
        nav: shown
          .map(
            ([each, entry]) =>
              `<li>${link(each, entry, { 'aria-current': each === name ? 'page' : undefined, 'data-definition': entry.definition })}</li>`,
          )
          .join(''),
        place: `${under === undefined || above === undefined ? '' : `${link(under, above)} &gt; `}${escaped(title)}`,
        class: escaped(['box', ...(page.class === undefined ? [] : [page.class])].join(' ')),
        attributes: written({ 'data-definition': definition, ...attributes }),
        scripts: scripts.map((src) => `<script${written({ src })}></script>`).join('\n'),
      };
      return [
        `${name}.html`,
        frame.replace(/\{\{(\w+)\}\}/g, (_all, key) => {
          const part = parts[key];
          if (part === undefined) throw new Error(`the frame asks for {{${key}}}`);
          return part;
        }),
      ];
    }),
  );
}
