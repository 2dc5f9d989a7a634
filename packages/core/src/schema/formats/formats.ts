import { DATE_FORMATS, format } from './date-formats.ts';
import type { Format } from '../keywords/keyword.ts';

/** ISO 8601 as in RFC 3339, appendix A: units may only be left out at the ends. */
const DURATION =
  /^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/;

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  let count = 0;
  for (const [at, half] of groups.entries()) {
    for (const [index, group] of half.entries()) {
      const last = at === groups.length - 1 && index === half.length - 1;
      if (last && group.indexOf('.') >= 0 && isIpv4(group)) count += 2;
      else if (/^[0-9a-fA-F]{1,4}$/.test(group)) count++;
      else return false;
    }
  }
  return halves.length === 2 ? count < 8 : count === 8;
}

/** RFC 1123; labels that claim to be punycode must at least have its characters. */
function isHostname(text: string): boolean {
  if (text.length > 253) return false;
  return text
    .split('.')
    .every((label) => /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/.test(label) && !/^(?!xn)..--/i.test(label));
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1) return false;
  const named = /^[^\s"(),:;<>@[\\\]]+$/.test(local) && local.split('.').every((part) => part !== '');
  const quoted = /^"(?:[^"\\\r\n]|\\[^\r\n])*"$/.test(local);
  if (!(named || quoted) || !/^[\x20-\x7e]+$/.test(local)) return false;
  const literal = /^\[(IPv6:)?([^\]]*)\]$/.exec(domain);
  if (literal !== null) return literal[1] === undefined ? isIpv4(literal[2]!) : isIpv6(literal[2]!);
  return isHostname(domain);
}

const UNRESERVED = "[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2}";
const AUTHORITY = new RegExp(`^(?:(?:${UNRESERVED}|:)*@)?(?:\\[([^\\]]*)\\]|(?:${UNRESERVED})*)(?::\\d*)?$`);
const PATH = new RegExp(`^(?:${UNRESERVED}|[:@/])*$`);
const QUERY = new RegExp(`^(?:${UNRESERVED}|[:@/?])*$`);

function isUriReference(text: string): boolean {
  const found = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text);
  if (found === null) return false;
  const [, scheme, authority, path = '', query = '', fragment = ''] = found;
  if (!PATH.test(path) || !QUERY.test(query) || !QUERY.test(fragment)) return false;
  // A colon in the first segment would be read as a scheme.
  if (scheme === undefined && authority === undefined && (path.split('/')[0] ?? '').indexOf(':') >= 0) return false;
  if (authority === undefined) return true;
  const host = AUTHORITY.exec(authority);
  if (host === null) return false;
  return host[1] === undefined || isIpv6(host[1]) || /^v[0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+$/.test(host[1]);
}

function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) && isUriReference(text);
}

function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The formats that we judge. Their reasons continue a sentence that begins with the label of the field. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...DATE_FORMATS,
  ['duration', format((text) => DURATION.test(text), '应为时长，例如 P3D', 'must be a duration such as P3D')],
  ['email', format(isEmail, '应为电子邮箱地址', 'must be an e-mail address')],
  ['hostname', format(isHostname, '应为主机名', 'must be a host name')],
  ['ipv4', format(isIpv4, '应为 IPv4 地址', 'must be an IPv4 address')],
  ['ipv6', format(isIpv6, '应为 IPv6 地址', 'must be an IPv6 address')],
  [
    'uri',
    format(isUri, '应为完整网址（以 https:// 等开头）', 'must be a full address, beginning with https:// or the like'),
  ],
  ['uri-reference', format(isUriReference, '应为网址或相对路径', 'must be an address or a relative path')],
  [
    'uuid',
    format(
      (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text),
      '应为 UUID 标识',
      'must be a UUID',
    ),
  ],
  ['regex', format(isRegex, '应为正则表达式', 'must be a regular expression')],
  [
    'json-pointer',
    format((text) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text), '应为 JSON Pointer', 'must be a JSON Pointer'),
  ],
]);
