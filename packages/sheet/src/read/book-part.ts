import { attributesOf, plainText, tagsOf } from '../xml/tags.ts';
import type { Archive } from './archive.ts';

/** Where one part points: target by id and by type. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relations of a part. */
export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found: Relation[] = [];
  for (const { name, source } of tagsOf(await archive.text(path), path)) {
    if (name !== 'Relationship') continue;
    const attributes = attributesOf(source);
    const target = attributes.get('Target') ?? '';
    found.push({
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      isExternal: attributes.get('TargetMode') === 'External',
      target: resolve(target.startsWith('/') ? '' : folder, target.replace(/^\//, '')),
    });
  }
  return found;
}

function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}

/** The sheets and names that a workbook lists. */
export interface BookIndex {
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly hidden: boolean }[];
  readonly names: ReadonlyMap<string, string>;
  readonly is1904: boolean;
}

export function readBookIndex(text: string, part: string): BookIndex {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  const names = new Map<string, string>();
  let open: { key: string; from: number } | undefined;
  let is1904 = false;
  for (const { name, kind, source, start, end } of tagsOf(text, part)) {
    if (name === 'sheet' && kind !== 'close') {
      const attributes = attributesOf(source);
      sheets.push({
        name: attributes.get('name') ?? '',
        id: attributes.get('id') ?? '',
        hidden: (attributes.get('state') ?? 'visible') !== 'visible',
      });
    } else if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributesOf(source).get('date1904') ?? '');
    else if (name === 'definedName') {
      if (kind === 'open') {
        const attributes = attributesOf(source);
        const local = attributes.get('localSheetId');
        open = { key: `${local === undefined ? '' : `${local}!`}${attributes.get('name') ?? ''}`, from: end };
      } else if (kind === 'close' && open) {
        names.set(open.key, plainText(text.slice(open.from, start)));
        open = undefined;
      }
    }
  }
  return { sheets, names, is1904 };
}
