import { nothing } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/** Custom properties by name; `undefined` removes one. */
export type CssVars = Readonly<Record<string, string | undefined>>;

class CssVarsDirective extends Directive {
  private readonly names = new Set<string>();

  render(_vars: CssVars): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [vars]: [CssVars]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const name of this.names) if (vars[name] === undefined) style.removeProperty(name);
    this.names.clear();
    for (const [name, value] of Object.entries(vars)) {
      if (value === undefined) continue;
      style.setProperty(name, value);
      this.names.add(name);
    }
    return nothing;
  }
}

/**
 * `<div ${cssVars({ '--_width': '10px' })}>`: sizes and positions where a strict policy blocks style attributes and
 * styleMap.
 */
export const cssVars = directive(CssVarsDirective);
