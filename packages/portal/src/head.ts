import type { Person } from '@jiceng/core/generated/person.js';
import { roleText } from '@jiceng/core/life/actor-texts.js';
import type { MirrorSource } from '@jiceng/client/store/mirror-source.js';
import { addressOf, asked, byId, button, make, whenChosen } from './page-parts.ts';
import { forgetEverything, keep, stored } from './storage.ts';

type Mirror = MirrorSource['mirror'];

const PERSON = 'portal-person';
const LOOK = 'portal-look';
/** Roles in which somebody has work to do on these pages. */
const AT_WORK: ReadonlySet<string> = new Set(['filler', 'reviewer', 'verifier']);

/** Who is at work: the choice kept in this browser, else somebody with most kinds of submissions still to fill in. */
export function personAtWork(mirror: Mirror): Person | undefined {
  const known = mirror.person(stored(PERSON) ?? '');
  if (known) return known;
  // forms with a page of their own
  const own = new Set(
    [...document.querySelectorAll<HTMLAnchorElement>('.nav a')].map(({ dataset }) => dataset['definition']),
  );
  const waiting = new Map<string, Set<string>>();
  for (const {
    orgId,
    filing,
    definition: { id },
  } of mirror.everyRecord()) {
    if (filing?.status === 'notStarted' && own.has(id)) waiting.set(orgId, (waiting.get(orgId) ?? new Set()).add(id));
  }
  const most = Math.max(...[...waiting.values()].map(({ size }) => size));
  const people = mirror.people();
  const person =
    people.find(
      ({ posts }) =>
        posts.length === 1 && posts.some(({ orgId, role }) => role === 'filler' && waiting.get(orgId)?.size === most),
    ) ?? people[0];
  keep(PERSON, person?.personId); // whose work is done does not change under the reader's hands
  return person;
}

/** Fills in the page's head: date, persons, size and colours. `databases` are forgotten when the reader starts anew. */
export function fillHead(mirror: Mirror, person: Person, databases: readonly string[]): void {
  if (asked('now') !== undefined)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.nav a, .place a'))
      link.href = addressOf(link.href);
  byId('restart').addEventListener('click', () => {
    if (confirm('将清除本机浏览器中保存的全部演示填报，恢复最初的数据。确定吗？'))
      void forgetEverything(databases).then(() => {
        location.href = location.pathname;
      });
  });
  choosePerson(mirror, person);
}

/**
 * The day that the pages show; where the address has moved it, the way back, and what was done on days that have not
 * come.
 */
export function tellDay(mirror: Mirror, ownNow: string, said: Notes): void {
  const [day, ownDay] = [mirror.now.slice(0, 10), ownNow.slice(0, 10)];
  byId('today').replaceChildren(`数据日期：${day}`);
  if (day !== ownDay) {
    const back = new URL(location.href);
    back.searchParams.delete('now');
    byId('today').append(`（已调整，原为 ${ownDay}）`, make('a', { href: back.href }, `回到 ${ownDay}`));
    return;
  }
  let later = 0;
  for (const { audit } of mirror.everyRecord()) if (audit.updatedAt.slice(0, 10) > ownDay) later++;
  if (later > 0)
    said.say(
      `日期曾经调整到 ${ownDay} 以后，当时办理和自动处理的 ${later} 条记录仍然保留。如需还原，请点击`,
      false,
      button('恢复初始数据', () => byId('restart').click()),
    );
}

function choosePerson(mirror: Mirror, person: Person): void {
  const select = byId('person') as HTMLSelectElement;
  const short = colleagues(mirror, person);
  select.replaceChildren(...short.map((each) => option(mirror, each)), new Option('更多人员…', ''));
  select.value = person.personId;
  whenChosen(select, (personId) => {
    if (personId !== '') {
      keep(PERSON, personId);
      location.href = addressOf(location.pathname);
      return;
    }
    select.replaceChildren(...everybody(mirror));
    select.value = person.personId;
    select.focus();
    byId('notes').replaceChildren(make('p', { className: 'note' }, '“当前人员”中现在可以选择全部演示人员。'));
  });
}

/**
 * The person, who else is at work in the same organisation, and on the way up one person for each role that judges what
 * is below.
 */
function colleagues(mirror: Mirror, person: Person): Person[] {
  const start = stored(`${PERSON}-start`) ?? person.personId; // the list stays the same while the reader changes sides
  keep(`${PERSON}-start`, start);
  const home = (mirror.person(start) ?? person).posts[0]?.orgId ?? '';
  const found = new Set([mirror.person(start) ?? person]);
  for (const orgId of [home, ...mirror.directory.ancestors(home).map((above) => above.orgId)]) {
    for (const role of AT_WORK) {
      if (role === 'filler' && orgId !== home) continue;
      const there = mirror
        .people()
        .filter(({ posts }) => posts.some((post) => post.orgId === orgId && post.role === role));
      if (!there.some((each) => found.has(each)) && there[0]) found.add(there[0]);
    }
  }
  found.add(person);
  return [...found];
}

/** Everybody who has a role where records are, by organisation. */
function everybody(mirror: Mirror): HTMLOptGroupElement[] {
  const places = new Set<string>();
  for (const { orgPath } of mirror.everyRecord()) for (const orgId of orgPath.split('/')) places.add(orgId);
  return [...places].sort().flatMap((orgId) => {
    const there = mirror
      .people()
      .filter(({ posts }) => posts.some((post) => post.orgId === orgId && AT_WORK.has(post.role)));
    if (there.length === 0) return [];
    return [
      make(
        'optgroup',
        { label: mirror.organisation(orgId)?.orgShortName ?? orgId },
        ...there.map((each) => option(mirror, each)),
      ),
    ];
  });
}

function option(mirror: Mirror, { personId, personName, posts }: Person): HTMLOptionElement {
  const orgId = posts[0]?.orgId ?? '';
  const roles = [
    ...new Set(
      posts.filter((post) => post.orgId === orgId && AT_WORK.has(post.role)).map(({ role }) => roleText(role)['zh-CN']),
    ),
  ];
  return new Option(
    `${mirror.organisation(orgId)?.orgShortName ?? ''} ${personName}${roles.length > 0 ? `（${roles.join('、')}）` : ''}`,
    personId,
  );
}

/** Size of text and colours: works before any data are there. */
export function followLook(): void {
  const look = new Map(Object.entries(keptLook()));
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-font], [data-back]')];
  const apply = (): void => {
    const font = look.get('font') ?? 'normal';
    const back = look.get('back') ?? 'plain';
    document.body.classList.toggle('font-large', font === 'large');
    document.body.classList.toggle('font-elder', font === 'elder');
    document.body.classList.toggle('back-green', back === 'green');
    document.body.classList.toggle('back-dark', back === 'contrast');
    const provider = byId('provider');
    provider.setAttribute('size', font);
    if (back === 'contrast') provider.setAttribute('theme', 'contrast');
    else provider.removeAttribute('theme');
    for (const each of buttons)
      each.setAttribute('aria-pressed', String(each.dataset['font'] === font || each.dataset['back'] === back));
  };
  for (const each of buttons) {
    each.addEventListener('click', () => {
      const { font, back } = each.dataset;
      if (font !== undefined) look.set('font', font);
      if (back !== undefined) look.set('back', back);
      keep(LOOK, JSON.stringify(Object.fromEntries(look)));
      apply();
    });
  }
  apply();
}

/** What was chosen before; nothing where what this browser holds cannot be read. */
function keptLook(): Record<string, string> {
  try {
    return (JSON.parse(stored(LOOK) ?? '{}') as Record<string, string> | null) ?? {};
  } catch {
    return {};
  }
}

/** Lines above the content, read aloud. */
export interface Notes {
  /** Replaces the one before. `more` stands behind the text, such as buttons. */
  say(text: string, bad?: boolean, ...more: Node[]): void;
  /** Stays. */
  warn(text: string): void;
}

export function notes(): Notes {
  const place = byId('notes');
  let last: HTMLElement | undefined;
  const line = (text: string, bad: boolean, more: readonly Node[]): HTMLElement => {
    const made = make('p', { className: bad ? 'note bad' : 'note' }, text, ...more);
    const close = button('×', () => made.remove(), 'shut');
    close.setAttribute('aria-label', '关闭提示');
    made.append(close);
    place.append(made);
    return made;
  };
  return {
    say(text, bad = false, ...more) {
      last?.remove();
      last = line(text, bad, more);
    },
    warn: (text) => void line(text, true, []),
  };
}
