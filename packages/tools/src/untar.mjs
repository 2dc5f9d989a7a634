// A reader for plain tar archives: enough for the two kinds of package we unpack, and no dependency.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

const text = (/** @type {Buffer} */ bytes) => bytes.toString('utf8').replace(/\0.*$/s, '');

/**
 * @param {Buffer} tar
 * @param {string} folder where everything goes; entries that would leave it are refused
 */
export function untar(tar, folder) {
  for (let at = 0; at + 512 <= tar.length;) {
    const header = tar.subarray(at, at + 512);
    const name = text(header.subarray(0, 100));
    if (!name) break;
    const size = parseInt(text(header.subarray(124, 136)).trim() || '0', 8);
    const type = String.fromCharCode(header[156] ?? 0);
    const prefix = text(header.subarray(257, 262)) === 'ustar' ? text(header.subarray(345, 500)) : '';
    const target = resolve(folder, prefix ? `${prefix}/${name}` : name);
    if (target !== resolve(folder) && !target.startsWith(resolve(folder) + sep))
      throw new Error(`Archive entry leaves its folder: ${name}`);
    if (type === '5') mkdirSync(target, { recursive: true });
    else if (type === '0' || type === '\0' || type === '2') {
      mkdirSync(dirname(target), { recursive: true });
      if (type === '2') symlinkSync(text(header.subarray(157, 257)), target);
      else {
        writeFileSync(target, tar.subarray(at + 512, at + 512 + size));
        chmodSync(target, parseInt(text(header.subarray(100, 108)).trim() || '644', 8) | 0o600);
      }
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
