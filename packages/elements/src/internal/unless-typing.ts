import { noChange } from 'lit';
import { directive, Directive, type PropertyPart } from 'lit/directive.js';
import { setCommittedValue } from 'lit/directive-helpers.js';

/** The `value` of a text field, written only when it differs, and never over what somebody is just typing into it. */
class UnlessTyping extends Directive {
  private last: string | undefined;

  render(value: string): string {
    return value;
  }

  override update(part: PropertyPart, [value]: [string]): unknown {
    const field = part.element as HTMLInputElement | HTMLTextAreaElement;
    const isTyped =
      this.last !== undefined &&
      field.value !== this.last &&
      (field.getRootNode() as Document | ShadowRoot).activeElement === field;
    if (isTyped) return noChange;
    this.last = value;
    if (field.value === value) return noChange;
    setCommittedValue(part);
    return value;
  }
}

export const unlessTyping = directive(UnlessTyping);
