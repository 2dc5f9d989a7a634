import assert from 'node:assert/strict';
import type { ElementHandle, SerializedAXNode } from 'puppeteer-core';
import type { Tab } from './tab.ts';
import type { Walk } from './walk.ts';

type Key = Parameters<Tab['page']['keyboard']['press']>[0];

export const ADMINISTRATOR = /镇党委.*审核人员/;
export const BRANCH = /填报人员/;

/** Keys that only go somewhere. */
const STEPS: ReadonlySet<string> = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * What one person does at one tab, counted: clicks and key commands. Letters that are typed into a field are not
 * counted; keys that only go somewhere are counted apart.
 */
export class Hands {
  readonly tab: Tab;
  commands = 0;
  steps = 0;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  /** A township's administrator before the form builder, who may use the clipboard. */
  static async atBuilder(walk: Walk): Promise<Hands> {
    await walk.browser
      .defaultBrowserContext()
      .overridePermissions(walk.site.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    const tab = await walk.tab();
    await tab.page.setViewport({ width: 1366, height: 900 });
    await tab.open('catalogue.html');
    await tab.become(ADMINISTRATOR);
    await tab.open('builder.html');
    return new Hands(tab);
  }

  async click(selector: string, text = ''): Promise<void> {
    this.commands += 1;
    await this.tab.click(selector, text);
  }

  /** Clicks something that leads to another page. */
  async follow(selector: string, text = ''): Promise<void> {
    this.commands += 1;
    await this.tab.follow(selector, text);
  }

  /** Clicks a field and types in place of what it held. */
  async fill(label: string, text: string): Promise<void> {
    const field = await this.tab.field(label);
    await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    this.commands += 1;
    await field.click({ count: 3 });
    await this.tab.page.keyboard.type(text);
  }

  /** Opens a list and chooses, by the words that people read: two clicks. */
  async choose(label: string, option: string): Promise<void> {
    const list = (await this.tab.field(label)) as ElementHandle<HTMLSelectElement>;
    await list.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const value = await list.evaluate(
      (select, wanted) =>
        (
          [...select.options].find(({ text }) => text.trim() === wanted) ??
          [...select.options].find(({ text }) => text.trim().startsWith(wanted))
        )?.value,
      option,
    );
    assert.notEqual(value, undefined, `“${label}” offers no “${option}”`);
    this.commands += 2;
    await list.focus();
    await list.select(value!);
  }

  /** One key command: a key, or keys held together. */
  async press(...keys: readonly Key[]): Promise<void> {
    if (keys.length === 1 && STEPS.has(String(keys[0]))) this.steps += 1;
    else this.commands += 1;
    const { keyboard } = this.tab.page;
    for (const key of keys.slice(0, -1)) await keyboard.down(key);
    await keyboard.press(keys[keys.length - 1]!);
    for (const key of keys.slice(0, -1).reverse()) await keyboard.up(key);
  }

  /** Pastes what is on the clipboard into what has the focus. */
  async paste(): Promise<void> {
    this.commands += 1;
    const { keyboard } = this.tab.page;
    await keyboard.down('Control');
    await keyboard.press('v', { commands: ['paste'] });
    await keyboard.up('Control');
  }

  async type(text: string): Promise<void> {
    await this.tab.page.keyboard.type(text);
  }

  /** Goes on with Tab until what has the focus is read like this. */
  async tabTo(role: string, name: RegExp, most = 80): Promise<SerializedAXNode> {
    const heard: string[] = [];
    for (let times = 0; times <= most; times++) {
      const node = await this.focused();
      if (node?.role === role && name.test(node.name ?? '')) return node;
      heard.push(`${node?.role ?? '?'} ${node?.name ?? ''}`);
      await this.tab.page.keyboard.press('Tab');
      this.steps += 1;
    }
    throw new Error(`Tab never comes to ${role} ${name}; heard: ${heard.join(' | ')}`);
  }

  /** Goes on with an arrow until what has the focus is read like this. */
  async goTo(key: 'ArrowUp' | 'ArrowDown', role: string, name: RegExp, most = 60): Promise<void> {
    const heard: string[] = [];
    for (let times = 0; times <= most; times++) {
      const node = await this.focused();
      if (node?.role === role && name.test(node.name ?? '')) return;
      heard.push(`${node?.role ?? '?'} ${node?.name ?? ''}`);
      await this.press(key);
    }
    throw new Error(`${key} never comes to ${role} ${name}; heard: ${heard.join(' | ')}`);
  }

  /** What a screen reader says of what has the focus. */
  async focused(): Promise<SerializedAXNode | undefined> {
    return findNode(await this.tree(), ({ focused }) => focused === true);
  }

  /** Waits until what has the focus is read like this. */
  async hears(role: string, name: RegExp): Promise<SerializedAXNode> {
    let last: SerializedAXNode | undefined;
    for (let times = 0; times < 100; times++) {
      last = await this.focused();
      if (last?.role === role && name.test(last.name ?? '')) return last;
      await this.tab.page.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(() => done(undefined));
          }),
      );
    }
    throw new Error(`the focus is not on ${role} ${name} but on ${last?.role} ${last?.name}`);
  }

  private tree(): Promise<SerializedAXNode | null> {
    return this.tab.page.accessibility.snapshot();
  }
}

function findNode(
  node: SerializedAXNode | null,
  isMeant: (node: SerializedAXNode) => boolean,
): SerializedAXNode | undefined {
  if (!node) return undefined;
  for (const child of node.children ?? []) {
    const found = findNode(child, isMeant);
    if (found) return found;
  }
  return isMeant(node) ? node : undefined;
}
