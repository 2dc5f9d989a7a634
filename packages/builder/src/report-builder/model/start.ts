import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { splicesOf } from '../../document/apply.ts';
import type { Edit } from '../../document/edit.ts';
import { spliced } from '../../document/splice.ts';
import { writeJson } from '../../document/write-json.ts';
import { blockTexts } from './blocks.messages.ts';
import { addBlock } from './new-block.ts';
import { offersOf } from './offers.ts';
import { useOffer } from './use-offer.ts';

/**
 * The text of a first report about the records of a definition: figures, a table by township, and a chart where
 * something splits them.
 */
export function firstReport(definition: Definition, language: Language): string {
  const offers = offersOf([definition], language);
  const kinds = blockTexts(language);
  const { title, purpose, filing } = translated(definition, language);
  const isFiled = filing !== undefined;
  const bare: JsonObject = {
    $schema: 'https://jiceng.dev/schemas/report/1.json',
    id: `${definition.id}-report`,
    version: '1.0.0',
    title: language === 'zh-CN' ? `${title}统计` : `${title}: report`,
    purpose: purpose as unknown as Json,
    choices: { period: { kind: 'year', start: 'current' }, organisation: { levels: ['county', 'township'] } },
    data: [],
    dimensions: [],
    measures: [],
    blocks: [],
  };
  let text = `${writeJson(bare)}\n`;
  const apply = (edits: readonly Edit[]): void => {
    text = spliced(text, splicesOf(text, edits));
  };
  const wanted = offers
    .filter(
      ({ kind, key }) =>
        kind === 'measure' &&
        (key.endsWith('/count') || /\/share-/.test(key) || (isFiled && /\/filing\/(completeness|onTime)$/.test(key))),
    )
    .slice(0, 4);
  for (const offer of wanted) apply(useOffer(JSON.parse(text) as Json, offer).edits);
  for (const kind of ['cards', 'table', 'chart', ...(isFiled ? ['coverage'] : [])]) {
    const report = JSON.parse(text) as { readonly blocks: readonly Json[] };
    const added = addBlock(report as unknown as Json, kind, report.blocks.length - 1, offers, kinds[kind]?.[0] ?? kind);
    if (added) apply(added.edits);
  }
  return text;
}
