import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

const NONCE = 24;

/**
 * Bytes that only whoever holds `key` (32 bytes) can read, bound to `purpose`: sealed for one purpose, they do not open
 * for another.
 */
export function seal(key: Uint8Array, purpose: string, text: string): Uint8Array {
  // also there on plain http, where crypto.subtle is missing
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = xchacha20poly1305(key, nonce, bytes(purpose)).encrypt(bytes(text));
  const all = new Uint8Array(NONCE + sealed.length);
  all.set(nonce);
  all.set(sealed, NONCE);
  return all;
}

/** The text in `sealed`, or undefined when the key or the purpose is another one or a byte was changed. */
export function unseal(key: Uint8Array, purpose: string, sealed: Uint8Array): string | undefined {
  try {
    const opened = xchacha20poly1305(key, sealed.slice(0, NONCE), bytes(purpose)).decrypt(sealed.slice(NONCE));
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
