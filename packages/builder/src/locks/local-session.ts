import { drawingOf, localPartOf } from '@jiceng/core/admit/local-drawing.js';
import { withLocalPart } from '@jiceng/core/admit/local-bundle.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { LocalPart } from '@jiceng/core/generated/local-part.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { writeJson } from '../document/write-json.ts';
import { BuilderSession, type Supplies } from '../session/session.ts';

/** Opens the part that a township adds to `core`: the whole form is shown, and only the part can be changed. */
export function openLocalPart(
  core: Definition,
  part: LocalPart,
  supplies: Supplies = {},
  language?: Language,
): BuilderSession {
  return new BuilderSession(writeJson(drawingOf(core, part) as unknown as Json), { ...supplies, core }, language);
}

/** The part as it is drawn now; `undefined` where the session draws a whole definition. */
export function drawnPart({ supplies, value }: BuilderSession): LocalPart | undefined {
  const { core } = supplies.value;
  return core && localPartOf(value.value, core);
}

/**
 * The last admitted content as it would be published: where a part is drawn, the form in force with the part in it.
 * Follows the session.
 */
export function wholeOf(session: BuilderSession): Definition | undefined {
  const drawn = session.definition.value;
  const part = drawnPart(session);
  if (!drawn || !part) return drawn;
  const { core, definitions = [] } = session.supplies.value;
  const whole = withLocalPart(definitions.find(({ id }) => id === core?.id) ?? (core as Definition), part);
  return whole.ok ? whole.value : drawn;
}
