import { BuilderSession, type Supplies } from '@jiceng/builder/session/session.js';

/** A session that draws a definition; `broken`: with a formula that reads a field that is not there. */
export function sessionOf(
  definition: object,
  selection: readonly string[] = [],
  broken = false,
  supplies: Supplies = {},
): BuilderSession {
  const session = new BuilderSession(JSON.stringify(definition, null, 2), supplies);
  if (broken)
    session.edit({ title: { 'zh-CN': '改条件', en: 'condition' } }, [{ set: '/moves/0/auto', value: 'noSuchField=1' }]);
  session.select(selection);
  return session;
}
