/** The parts of a URI reference after RFC 3986, appendix B; `undefined` where the reference has none. */
interface UriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

function split(reference: string): UriParts {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(reference) ?? [];
  return { scheme, authority, path, query, fragment };
}

/** `reference` seen from `base`, as RFC 3986 §5.2 says. Only text is worked on: nothing is ever fetched. */
export function resolveUri(base: string, reference: string): string {
  const from = split(base);
  const to = split(reference);
  const fragment = to.fragment;
  if (to.scheme !== undefined) return join({ ...to, path: withoutDots(to.path) });
  if (to.authority !== undefined) return join({ ...to, scheme: from.scheme, path: withoutDots(to.path) });
  if (to.path === '') return join({ ...from, query: to.query ?? from.query, fragment });
  const path = to.path.charAt(0) === '/' ? to.path : merged(from, to.path);
  return join({ ...from, path: withoutDots(path), query: to.query, fragment });
}

/** The URI without its fragment, and the fragment decoded; `''` when it has none. */
export function splitFragment(uri: string): { readonly document: string; readonly fragment: string } {
  const hash = uri.indexOf('#');
  if (hash < 0) return { document: uri, fragment: '' };
  const fragment = uri.slice(hash + 1);
  try {
    return { document: uri.slice(0, hash), fragment: decodeURIComponent(fragment) };
  } catch {
    return { document: uri.slice(0, hash), fragment }; // a lone per cent sign stands for itself
  }
}

function merged(base: UriParts, path: string): string {
  if (base.authority !== undefined && base.path === '') return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
}

function withoutDots(path: string): string {
  if (path.indexOf('.') < 0) return path;
  const segments = path.split('/');
  const kept: string[] = [];
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
      if (last) kept.push('');
    } else if (segment === '.') {
      if (last) kept.push('');
    } else {
      kept.push(segment);
    }
  });
  return kept.join('/');
}

function join({ scheme, authority, path, query, fragment }: UriParts): string {
  return (
    (scheme === undefined ? '' : `${scheme}:`) +
    (authority === undefined ? '' : `//${authority}`) +
    path +
    (query === undefined ? '' : `?${query}`) +
    (fragment === undefined ? '' : `#${fragment}`)
  );
}
