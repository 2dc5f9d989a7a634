import type { Compiled } from '../definition/compiled.ts';
import { readsOf } from '../definition/reads.ts';

/** Addresses of the fields that a formula reads, each once; `rows` is the repeated field in whose rows it runs. */
export function fieldsIn({ compiled }: { readonly compiled: Compiled }, formula: string, rows?: string): string[] {
  const { names, columns, cells } = readsOf(compiled.formula(formula));
  const addresses = [
    ...[...names].map((name) => `/${name}`),
    ...[...columns].map((column) => {
      const [list = '', name = ''] = column.split('.');
      return `/${list}/*/${name}`;
    }),
    ...[...cells].map((cell) => `${rows ?? ''}/*/${cell}`),
  ];
  return [...new Set(addresses)].filter((address) => compiled.field(address) !== undefined);
}
