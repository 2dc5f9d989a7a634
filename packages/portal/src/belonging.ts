import { compile } from '@jiceng/core/definition/compile.js';
import type { CreateCommand } from '@jiceng/core/engine/contract.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { mayBegin } from '@jiceng/core/life/begin.js';
import { orgPathOf } from '@jiceng/core/org/path.js';
import { unbegun } from '@jiceng/core/record/unbegun.js';
import type { Portal } from './shell.ts';
import { newId } from './storage.ts';

/** Whose a new record is. */
type Whose = Pick<CreateCommand, 'orgId' | 'subject'>;

/**
 * Whose a new record is to be: asked where the person may begin it for several organisations, or where it is about
 * somebody.
 */
export class Belonging {
  /** Asks; absent where there is nothing to ask. */
  readonly form: HTMLElementTagNameMap['jc-form'] | undefined;
  /** Why nothing can be begun here. */
  readonly refusal: string | undefined;
  private readonly portal: Portal;
  private readonly homes: readonly string[];

  /** `text` is what was answered before. */
  constructor(portal: Portal, text: string | undefined) {
    this.portal = portal;
    const {
      definition: { subject },
      organisations,
      people,
      orgId,
    } = portal;
    const { homes, refusal } = homesOf(portal);
    this.homes = homes;
    this.refusal = homes.length === 0 ? (refusal ?? '您现在没有任职，不能登记。') : undefined;
    const [asksPlace, asksPerson] = [homes.length > 1, subject === 'person'];
    if (homes.length === 0 || !(asksPlace || asksPerson)) return;
    const form = (this.form = document.createElement('jc-form'));
    form.bare = true;
    form.className = 'belonging';
    const places = new Set(homes);
    Object.assign(form, {
      people,
      organisations: organisations.filter((each) => places.has(each.orgId)),
      schema: {
        type: 'object',
        title: '登记给谁',
        ...(asksPlace ? { required: ['orgId'] } : {}),
        properties: {
          ...(asksPlace ? { orgId: { type: 'string', format: 'organisation', title: '登记到' } } : {}),
          ...(asksPerson
            ? {
                personId: { type: 'string', format: 'person', title: '人员' },
                personName: { type: 'string', title: '名单里没有的，填写姓名', maxLength: 50 },
              }
            : {}),
        },
      },
      value: known(text) ?? (asksPlace && places.has(orgId) ? { orgId } : {}),
    });
  }

  /** What was answered, to be kept with what is unfinished. */
  get text(): string {
    return JSON.stringify(this.form?.value ?? {});
  }

  /** Whose it is; undefined, and said, while something is missing. */
  check(): Whose | undefined {
    const {
      form,
      portal: { definition, notes, people },
    } = this;
    if (form && !form.validate()) {
      form.focus();
      return undefined;
    }
    const orgId = this.answer('orgId') ?? (this.homes[0] as string);
    if (definition.subject !== 'person') return { orgId };
    const [personId, name] = [this.answer('personId'), this.answer('personName')?.trim()];
    if (personId !== undefined)
      return {
        orgId,
        subject: { id: personId, title: people.find((each) => each.personId === personId)?.personName ?? personId },
      };
    if (name) return { orgId, subject: { id: newId(), title: name } };
    notes.say('请选择人员；名单里没有的，填写姓名。', true);
    form?.focus();
    return undefined;
  }

  private answer(name: string): string | undefined {
    const value = this.form?.value;
    const found = isObject(value) ? own(value as { readonly [key: string]: Json }, name) : undefined;
    return typeof found === 'string' ? found : undefined;
  }
}

/**
 * Organisations for which the person may begin a record, the own one first; where there is none, why not for the own
 * one.
 */
function homesOf({ definition, source, person, orgId }: Portal): {
  readonly homes: readonly string[];
  readonly refusal: string | undefined;
} {
  const compiled = compile(definition);
  const { mirror } = source;
  const at = source.now();
  let refusal: string | undefined;
  const homes = mirror.directory
    .subtree(orgId)
    .map((each) => each.orgId)
    .filter((home) => {
      const verdict = mayBegin(
        compiled,
        unbegun(compiled, { orgId: home, orgPath: orgPathOf(home, mirror) }, at, person.personId),
        person,
        mirror,
        at.slice(0, 10),
        { orgId },
      );
      if (!verdict.allowed && home === orgId) refusal = verdict.reason['zh-CN'];
      return verdict.allowed;
    });
  return { homes: [...homes].sort((a, b) => Number(b === orgId) - Number(a === orgId)), refusal };
}

function known(text: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) && Object.keys(value).length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}
