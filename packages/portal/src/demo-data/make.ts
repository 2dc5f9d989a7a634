// Makes the demo's data set: `make.ts <folder>`. One township in depth, the rest of the county as facts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memorySource } from '@jiceng/client/memory/memory-source.js';
import type { DataSet } from '@jiceng/client/store/data-set.js';
import { contentHash } from '@jiceng/core/json/hash.js';
import type { Json } from '@jiceng/core/json/json.js';
import { generate } from '@jiceng/tools/generator/generate.ts';
import { loadSchemas } from '@jiceng/tools/generator/load.ts';
import { pack } from './packed.ts';

/**
 * Late enough in the year for the yearly evaluation; early enough in the month for what happened in the last one to be
 * recorded in time.
 */
const TODAY = '2025-12-08';

const folder = process.argv[2];
if (folder === undefined) throw new Error('make.ts <folder>');
const inputs = loadSchemas(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));
const { now, organisations, people, records, importedFacts } = generate({ ...inputs, preset: 'S', today: TODAY });
// What is due by the day has been done and counted, so that readers are not told of it when they open the first page,
// nor wait for it.
const source = memorySource({
  id: '',
  now,
  definitions: inputs.definitions,
  organisations,
  people,
  records: Object.values(records).flat(),
  facts: importedFacts,
});
await source.tick();
const settled = inputs.definitions.flatMap(({ id }) =>
  [...source.mirror.records(id)].map((record) => source.mirror.fresh(record)),
);
const content = { now, organisations, people, records: settled, facts: importedFacts };
// Definitions are not in it: pages fetch them at each load, so that an edited template shows at once.
const set: DataSet = { ...content, definitions: [], id: contentHash(content as unknown as Json) };
writeFileSync(join(folder, 'data-set.json'), JSON.stringify(pack(set)));
console.log(
  `${content.records.length} records, ${importedFacts.length} facts, ${organisations.length} organisations, ${people.length} people`,
);
