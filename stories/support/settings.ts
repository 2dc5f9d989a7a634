import type { Size } from '@jiceng/elements/internal/context.js';

/** What the toolbar sets. */
export interface Settings {
  readonly theme: string;
  readonly size: Size;
  readonly contrast: 'normal' | 'more';
  readonly locale: string;
  /** Width of the frame in px, or `full`. */
  readonly width: string;
}

/** Theme by which elements draw: high contrast replaces the colours of any theme. */
export const themeOf = ({ theme, contrast }: Settings): string => (contrast === 'more' ? 'contrast' : theme);

/** The toolbar's values in a story's context. */
export const settingsOf = ({ globals }: { readonly globals: object }): Settings => globals as Settings;
