import type { FieldModel } from '@jiceng/core/form/field.js';
import { isBlank } from '@jiceng/core/form/field-value.js';
import { sameJson } from '@jiceng/core/form/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import { MANY } from './choice.ts';
import { clear, make } from '../internal/nodes.ts';
import { peopleNear } from './people.ts';
import type { PickItem, PickerOptions } from './picker.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

/** Where the lines of a picker come from. Ids are texts; what they stand for is the source's. */
export interface PickSource {
  readonly tree?: boolean;
  items(search: string): readonly PickItem[];
  toggle?(id: string, open: boolean): void;
  /** Opens what lies above these ids, so that they are seen. */
  reveal?(ids: readonly string[]): void;
  /** Words for an id; `undefined`: not known. */
  title(id: string): string | undefined;
  note?(id: string): string | undefined;
}

/** A field whose value is picked in a popup: the button says what is picked. */
export function picked(field: FieldModel, context: WidgetContext, source: PickSource, toId: (value: Json) => string, toValue: (id: string) => Json): Widget {
  const { text } = context;
  const multiple = field.kind === 'list' || field.kind === 'choices';
  const words = make('span', { class: 'picked-words' });
  const note = make('span', { class: 'picked-note' });
  const control = make('button', { type: 'button', class: 'input picked', role: 'combobox', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }, words);
  const node = make('div', { class: 'picked-box' }, control, note);
  const ids = () => {
    const value = field.value.peek();
    return isBlank(value) ? [] : Array.isArray(value) ? value.map(toId) : [toId(value as Json)];
  };
  control.addEventListener('click', () => void open());
  const open = async () => {
    const { openPicker } = await import('./picker.ts');
    source.reveal?.(ids());
    const { tree = false } = source;
    const options: PickerOptions = {
      tree, toggle: (id, on) => source.toggle?.(id, on), anchor: control, layer: context.layer, label: field.label, text, multiple, chosen: ids(),
      items: (search) => source.items(search),
      choose(chosen) {
        const values = chosen.map(toValue);
        field.set(multiple ? (values.length > 0 ? values : undefined) : values[0]);
        context.committed(field);
      },
    };
    openPicker(options);
  };
  return {
    node, control,
    show() {
      const now = ids();
      clear(words);
      if (now.length === 0) words.append(make('span', { class: 'placeholder' }, text.choose));
      else words.textContent = now.map((id) => source.title(id) ?? id).join(text.marks.list);
      note.textContent = now.length === 1 ? source.note?.(now[0]!) ?? '' : '';
      note.hidden = note.textContent === '';
    },
  };
}

/** Choices too many to show at once: searched in a popup. */
export const searchWidget: WidgetType = {
  name: 'search',
  rank: ({ kind, node }) => (kind === 'choice' || kind === 'choices' ? (node.options.length > MANY ? 4 : 0.5) : 0),
  create(field, context) {
    const { options } = field.node;
    const at = (value: Json) => { const found = options.findIndex((option) => sameJson(option.value, value)); return found < 0 ? `?${String(value)}` : String(found); };
    return picked(field, context, {
      items(search) {
        const wanted = search.toLowerCase();
        const found: PickItem[] = [];
        options.forEach(({ title }, index) => { if (wanted === '' || title.toLowerCase().includes(wanted)) found.push({ id: String(index), title }); });
        return found;
      },
      title: (id) => (id.startsWith('?') ? id.slice(1) : options[Number(id)]?.title),
    }, at, (id) => (id.startsWith('?') ? id.slice(1) : options[Number(id)]?.value ?? null));
  },
};

const isRef = ({ kind, node }: FieldModel, format: string): boolean => (kind === 'text' && node.format === format) || (kind === 'list' && node.item()?.format === format);

/** A person of the directory; where there is no directory, a text. */
export const personWidget: WidgetType = {
  name: 'person',
  rank: (field) => (isRef(field, 'person') ? 3 : 0),
  create(field, context) {
    const people = peopleNear(context, field.form.options.record?.orgId);
    const byId = new Map(people.map((person) => [person.id, person]));
    return picked(field, context, {
      items: (search) => people.filter(({ title, note }) => search === '' || title.includes(search) || note.includes(search)),
      title: (id) => byId.get(id)?.title,
      note: (id) => byId.get(id)?.note,
    }, String, (id) => id);
  },
};

/** An organisation, found by name, short name or code, or by opening the tree. */
export const organisationWidget: WidgetType = {
  name: 'organisation',
  rank: (field) => (isRef(field, 'organisation') ? 3 : 0),
  create(field, context) {
    const tree = new OrganisationTree(context);
    return picked(field, context, tree, String, (id) => id);
  },
};

/** The directory as lines of a tree, opened level by level. */
class OrganisationTree implements PickSource {
  readonly tree = true;
  private readonly byId: ReadonlyMap<string, WidgetContext['organisations'][number]>;
  private readonly below = new Map<string, string[]>();
  private readonly open = new Set<string>();
  private readonly tops: string[] = [];

  constructor({ organisations }: WidgetContext) {
    this.byId = new Map(organisations.map((organisation) => [organisation.orgId, organisation]));
    for (const { orgId, parentOrgId, isActive } of [...organisations].sort((a, b) => (a.orgCode < b.orgCode ? -1 : 1))) {
      if (!isActive) continue;
      if (parentOrgId === undefined || !this.byId.has(parentOrgId)) this.tops.push(orgId);
      else this.below.set(parentOrgId, [...(this.below.get(parentOrgId) ?? []), orgId]);
    }
    for (const id of this.tops) this.open.add(id);
  }

  items(search: string): readonly PickItem[] {
    if (search !== '') {
      return [...this.byId.values()].filter(({ orgName, orgShortName, orgCode, isActive }) => isActive && (orgName.includes(search) || orgShortName.includes(search) || orgCode.startsWith(search)))
        .map(({ orgId, orgName }) => ({ id: orgId, title: orgName, note: this.note(orgId) ?? '', level: 0 }));
    }
    const lines: PickItem[] = [];
    const add = (id: string, level: number) => {
      const below = this.below.get(id);
      const open = below && this.open.has(id);
      lines.push({ id, title: this.title(id) ?? id, level, ...(open === undefined ? {} : { open }) });
      if (open && level < 40) for (const child of below) add(child, level + 1);
    };
    for (const id of this.tops) add(id, 0);
    return lines;
  }

  reveal(ids: readonly string[]): void {
    for (const id of ids) for (const above of this.above(id)) this.open.add(above.orgId);
  }

  toggle(id: string, open: boolean): void {
    if (open) this.open.add(id);
    else this.open.delete(id);
  }

  title(id: string): string | undefined {
    return this.byId.get(id)?.orgName;
  }

  /** Path of superiors, from the top. */
  note(id: string): string | undefined {
    const path = this.above(id).map(({ orgShortName, orgName }) => orgShortName || orgName);
    return path.length > 0 ? path.join(' / ') : undefined;
  }

  private above(id: string): WidgetContext['organisations'][number][] {
    const path: WidgetContext['organisations'][number][] = [];
    const seen = new Set<string>([id]);
    for (let at = this.byId.get(id)?.parentOrgId; at !== undefined && !seen.has(at); at = this.byId.get(at)?.parentOrgId) {
      seen.add(at);
      const above = this.byId.get(at);
      if (above) path.unshift(above);
    }
    return path;
  }
}
