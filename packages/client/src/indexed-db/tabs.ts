/** Tells the other tabs of this browser that the store has changed, and hears them. */
export class Tabs {
  private readonly channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined;
  }

  tell(): void {
    this.channel?.postMessage('changed');
  }

  /**
   * Calls back when another tab may have changed the store, until the returned function is called. Also when people
   * come back to this tab: not every browser has a channel, and a frozen tab misses what is said.
   */
  watch(listener: () => void): () => void {
    const hear = (): void => listener();
    const comeBack = (): void => {
      if (document.visibilityState !== 'hidden') listener();
    };
    this.channel?.addEventListener('message', hear);
    addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      this.channel?.removeEventListener('message', hear);
      removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }

  close(): void {
    this.channel?.close();
  }
}
