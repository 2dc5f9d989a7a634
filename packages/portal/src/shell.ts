import type { ActorIdentity, Command, Outcome } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { MirrorSource } from '@jiceng/client/store/mirror-source.js';
import type { DataSet } from '@jiceng/client/store/data-set.js';
import type kit from '@jiceng/elements/bundle/jiceng.js';

declare const Jiceng: typeof kit;

/** A page of the portal with its data opened and its head filled in. */
export interface Portal {
  readonly source: MirrorSource;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  /** Who is at work, by the choice in the head. */
  readonly person: Person;
  readonly actor: ActorIdentity;
  /** The page's main part, whose data attributes say what the page shows. */
  readonly main: HTMLElement;
  readonly content: HTMLElement;
  definition(id: string): Definition | undefined;
  /** Runs a command as the person at work; says so in words when it was refused or could not be stored. */
  run(command: Command): Promise<Outcome | undefined>;
  /** A line above the page, read aloud; replaces the one before. */
  note(text: string, bad?: boolean): void;
}

const PERSON = 'portal-person';
const LOOK = 'portal-look';

/** Opens the data set with what this browser holds over it, fills in the page's head, and hands over to the page. */
export async function openPortal(show: (portal: Portal) => void | Promise<void>): Promise<void> {
  const content = byId('content');
  const note = (text: string, bad = false): void => {
    const line = document.createElement('p');
    line.className = bad ? 'note bad' : 'note';
    line.textContent = text;
    byId('notes').replaceChildren(line);
  };
  try {
    const [set, store] = await Promise.all([loadDataSet(), Jiceng.load('store')]);
    const { source, isKept } = await store.openIndexedDbSource(set, 'jiceng-demo');
    const { mirror } = source;
    const people = mirror.people();
    const person = people.find(({ personId }) => personId === stored(PERSON)) ?? busyPerson(people, mirror) ?? people[0];
    if (!person) throw new Error('the data set has no people');
    const orgId = person.posts[0]?.orgId;
    fillHead(people, person, mirror.now, (id) => mirror.organisation(id)?.orgShortName ?? id);
    if (!isKept) note('本浏览器不能保存数据：可以试用，但关闭页面后内容会丢失。', true);
    for (const [at, problems] of mirror.refused) {
      note(`第 ${at + 1} 个模板未通过检查：${problems[0]?.pointer ?? ''} ${problems[0]?.reason['zh-CN'] ?? ''}`, true);
    }
    const provider = byId('provider') as HTMLElementTagNameMap['jc-provider'];
    provider.dataSource = source;
    provider.person = person;
    const drafts = await store.openDrafts({ key: draftKeyOf(person.personId) }).catch(() => undefined);
    if (drafts) provider.drafts = drafts;
    const actor: ActorIdentity = orgId === undefined ? { personId: person.personId } : { personId: person.personId, orgId };
    const run = async (command: Command): Promise<Outcome | undefined> => {
      try {
        const outcome = await source.run(command, actor);
        if (!outcome.ok) note(outcome.refusal.problems.map(({ reason }) => reason['zh-CN']).join(' '), true);
        return outcome;
      } catch {
        note('保存失败：浏览器存储空间不足或不可用，您填写的内容还在页面上，请勿关闭页面。', true);
        return undefined;
      }
    };
    await show({ source, organisations: [...mirror.organisations()], people, person, actor, main: byId('main'), content, definition: (id) => mirror.definition(id)?.definition, run, note });
  } catch (error) {
    content.textContent = '数据没有读取成功，请刷新页面重试。';
    note(`读取数据失败：${error instanceof Error ? error.message : String(error)}`, true);
    throw error;
  }
}

/** Whoever has a submission still to fill in: the demo starts with work to do. */
function busyPerson(people: readonly Person[], mirror: MirrorSource['mirror']): Person | undefined {
  const waiting = new Set<string>();
  for (const { definition } of mirror.definitions()) {
    if (definition.filing) for (const record of mirror.records(definition.id)) if (record.filing?.status === 'notStarted') waiting.add(record.orgId);
  }
  return people.find(({ posts }) => posts.length === 1 && posts.some(({ orgId, role }) => role === 'filler' && waiting.has(orgId)));
}

/** The data set made at start, with the templates as they are on disk now: a template edited by hand shows at the next load. */
async function loadDataSet(): Promise<DataSet> {
  const set = await fetchJson<DataSet & { readonly templates: readonly string[] }>('data/data-set.json');
  const definitions = await Promise.all(set.templates.map((path) => fetchJson<Definition>(`schemas/templates/${path}`)));
  const asked = new URLSearchParams(location.search).get('now');
  const now = asked !== null && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? `${asked}T09:00:00+08:00` : set.now;
  return { ...set, definitions, now };
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

function fillHead(people: readonly Person[], person: Person, now: string, nameOf: (orgId: string) => string): void {
  byId('today').textContent = `数据日期：${now.slice(0, 10)}`;
  const select = byId('person') as HTMLSelectElement;
  const shown = people.slice(0, 40);
  for (const { personId, personName, posts } of shown.includes(person) ? shown : [...shown, person]) {
    const post = posts[0];
    select.append(new Option(`${post ? `${nameOf(post.orgId)} ` : ''}${personName}${post?.postName === undefined ? '' : `（${post.postName}）`}`, personId));
  }
  select.value = person.personId;
  select.addEventListener('change', () => {
    keep(PERSON, select.value);
    location.reload();
  });
  const look = new Map(Object.entries(JSON.parse(stored(LOOK) ?? '{}') as Record<string, string>));
  const apply = (): void => {
    const font = look.get('font') ?? 'normal';
    const back = look.get('back') ?? 'plain';
    document.body.classList.toggle('font-large', font !== 'normal');
    document.body.classList.toggle('back-green', back === 'green');
    document.body.classList.toggle('back-dark', back === 'contrast');
    const provider = byId('provider');
    provider.setAttribute('size', font);
    if (back === 'contrast') provider.setAttribute('theme', 'contrast');
    else provider.removeAttribute('theme');
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-font], [data-back]')) {
      button.setAttribute('aria-pressed', String(button.dataset['font'] === font || button.dataset['back'] === back));
    }
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-font], [data-back]')) {
    button.addEventListener('click', () => {
      const { font, back } = button.dataset;
      if (font !== undefined) look.set('font', font);
      if (back !== undefined) look.set('back', back);
      keep(LOOK, JSON.stringify(Object.fromEntries(look)));
      apply();
    });
  }
  apply();
}

/** The demo keeps a key for each person in this browser; a real portal gets it from its server. */
function draftKeyOf(personId: string): Uint8Array {
  const name = `portal-draft-key:${personId}`;
  const known = stored(name);
  if (known !== undefined && /^[0-9a-f]{64}$/.test(known)) return Uint8Array.from(known.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const fresh = crypto.getRandomValues(new Uint8Array(32));
  keep(name, Array.from(fresh, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  return fresh;
}

function stored(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined; // storage switched off: the page works, it only forgets
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch { /* as above */ }
}

/** The element with this id; the pages have it. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is missing`);
  return found;
}

/** An id for a new record, made where it is first opened. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
