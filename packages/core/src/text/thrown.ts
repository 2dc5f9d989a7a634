/**
 * What was thrown, in words; `?` where it has none. Never throws itself, whatever strangers' getters and proxies throw.
 */
export function thrownText(error: unknown): string {
  try {
    if (error instanceof Error && error.message !== '') return String(error.message);
    return typeof error === 'string' && error !== '' ? error : '?';
  } catch {
    return '?';
  }
}
