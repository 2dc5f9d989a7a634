import type { Kit, SiblingName, Siblings } from './kit.ts';

/** Tags that a sibling defines. */
const SIBLING_OF_TAG: ReadonlyMap<string, SiblingName> = new Map([
  ['jc-ledger', 'ledger'],
  ['jc-process', 'process'],
  ['jc-moves', 'process'],
  ['jc-import', 'import'],
  ['jc-report', 'report'],
]);

/** The part of Trusted Types that is used here; the DOM types of TypeScript lack it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The folder of the script that runs now, '' where it has no address (a script put in as text). */
export function scriptFolder(): string {
  const { src } = (document.currentScript ?? {}) as HTMLScriptElement;
  return src ? new URL('.', src).href : '';
}

/** A function that loads siblings of `kit`, each once. */
export function loader(kit: Kit, ownFolder: string): Kit['load'] {
  const asked = new Map<SiblingName, Promise<void>>();
  let policy: { createScriptURL(url: string): string } | undefined;

  /** `url`, if it lies below the base and the base is on the script's site or the page's. Throws otherwise. */
  const checked = (url: string): string => {
    const base = new URL(kit.base, document.baseURI);
    const homes = [ownFolder || location.href, location.href].map((home) => new URL(home));
    const isHome = homes.some(({ protocol, host }) => base.protocol === protocol && base.host === host);
    if (!isHome || !new URL(url).href.startsWith(new URL('.', base).href))
      throw new Error(`Jiceng: ${url} is not below Jiceng.base`);
    return url;
  };

  const trusted = (url: string): string => {
    const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
    if (!trustedTypes) return checked(url);
    policy ??= trustedTypes.createPolicy('jiceng', { createScriptURL: checked });
    return policy.createScriptURL(url);
  };

  const insert = (name: SiblingName): Promise<void> =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      // The build's name keeps a browser from taking an older file out of its cache.
      script.src = trusted(new URL(`jiceng-${name}.js?${kit.build}`, new URL(kit.base, document.baseURI)).href);
      script.addEventListener('load', () => {
        script.remove();
        if (kit.loaded.includes(name)) resolve();
        else reject(new Error(`jiceng-${name}.js is of another build than jiceng.js`));
      });
      script.addEventListener('error', () => {
        script.remove();
        reject(new Error(`${script.src} could not be loaded${HELP}`));
      });
      document.head.append(script);
    });

  const load: Kit['load'] = async (name) => {
    if (!kit.loaded.includes(name)) {
      const [below] = /.+(?=-)/.exec(name) ?? []; // `report-builder` stands on `report`
      if (below) await load(below as SiblingName);
      let promise = asked.get(name);
      if (!promise) {
        // Not remembered: a page that runs the bundle as text (jQuery.getScript) sets the base right afterwards.
        if (!kit.base) throw new Error(`Jiceng does not know where jiceng-${name}.js is${HELP}`);
        asked.set(name, (promise = insert(name)));
        promise.catch(() => asked.delete(name)); // the next call tries again
      }
      await promise;
    }
    return kit as Kit & Siblings[typeof name];
  };
  return load;
}

const HELP = ': set Jiceng.base, or add a script tag';

/**
 * Loads the sibling that defines `tag`, if one does and is not there; says so in the console when it cannot be loaded.
 */
export function loadForTag(tag: string, load: Kit['load']): void {
  const name = SIBLING_OF_TAG.get(tag);
  if (name !== undefined && !customElements.get(tag)) load(name).catch((error: unknown) => console.warn(error));
}

/** The same for all tags in `root`. */
export function loadForTags(root: ParentNode, load: Kit['load']): void {
  for (const tag of missing()) if (root.querySelector(tag)) loadForTag(tag, load);
}

/** The same for tags that scripts put into the page later, until no sibling is missing. */
export function loadForLaterTags(page: Document, load: Kit['load']): void {
  const observer = new MutationObserver((mutations) => {
    if (missing().length === 0) return observer.disconnect();
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        loadForTag(node.localName, load);
        loadForTags(node, load);
      }
    }
  });
  observer.observe(page, { childList: true, subtree: true });
}

function missing(): string[] {
  return [...SIBLING_OF_TAG.keys()].filter((tag) => !customElements.get(tag));
}
