import { compile } from '@jiceng/core/definition/compile.js';
import { exampleData } from '@jiceng/core/form/example.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';

/** The organisation to which made-up records belong. */
export const EXAMPLE_ORGANISATION: Organisation = {
  orgId: 'example',
  orgName: '示例村',
  orgShortName: '示例村',
  orgCode: '01',
  orgType: 'rural',
  orgForm: 'branch',
  orgLevel: 'village',
  isActive: true,
} as Organisation;

/** Who stands in made-up records. */
export const EXAMPLE_PERSON: Person = { personId: 'example', personName: '张某某', posts: [] };

const COUNT = 4;

/** A few records of a definition as they might be, one in each of its first states. */
export function exampleRecords(definition: Definition, now: string): StoredRecord[] {
  const compiled = compile(definition);
  const { id, version, states = [] } = definition;
  return Array.from({ length: COUNT }, (_, at): StoredRecord => {
    const state = states[at % Math.max(1, states.length)]?.id;
    return {
      id: `example-${at + 1}`,
      definition: { id, version, hash: compiled.hash },
      orgId: EXAMPLE_ORGANISATION.orgId,
      orgPath: EXAMPLE_ORGANISATION.orgId,
      periodCode: now.slice(0, 4),
      revision: 1,
      links: [],
      facts: [],
      history: [],
      data: exampleData(compiled, {
        now,
        seed: at + 1,
        organisations: [EXAMPLE_ORGANISATION],
        people: [EXAMPLE_PERSON],
      }),
      audit: { createdAt: now, createdBy: '', updatedAt: now, updatedBy: '' },
      ...(state === undefined ? {} : { state, stateSince: now }),
    } as StoredRecord;
  });
}
