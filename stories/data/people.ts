import type { Person, Post } from '@jiceng/core/generated/person.js';

/** Invented people; one has a long name with a middle dot. Those without a post only appear in records. */
export const people: readonly Person[] = [
  person('p-0347', '王某', ['V010101', 'filler', '支部书记']),
  person('p-0351', '李某某', ['V010101', 'filler', '副书记']),
  person('p-0520', '阿依古丽·艾某某', ['V010102', 'filler', '组织委员']),
  person('p-0012', '孙某某', ['T0101', 'reviewer', '组织委员'], ['T0101', 'filler', '组织委员']),
  person('p-0101', '周某某', ['T0101', 'verifier', '党委书记']),
  person('p-0003', '钱某', ['C01', 'reviewer', '组织科科长'], ['C01', 'verifier', '组织科科长']),
  person('p-0412', '赵某'),
  person('p-0419', '陈某某'),
  person('p-0688', '吴某某'),
];

function person(
  personId: string,
  personName: string,
  ...posts: readonly (readonly [string, Post['role'], string])[]
): Person {
  return {
    personId,
    personName,
    posts: posts.map(([orgId, role, postName]) => ({ orgId, role, postName, from: '2021-03-01' })),
  };
}

export const personOf = (personId: string): Person => people.find((each) => each.personId === personId)!;
