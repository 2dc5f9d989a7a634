import { compile } from '../definition/compile.ts';
import type { Compiled } from '../definition/compiled.ts';
import { translated } from '../definition/translated.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Node } from '../formula/tree.ts';
import type { Definition } from '../generated/definition.ts';
import type { Bilingual, Problem } from '../text/problem.ts';
import { FINDINGS, type FindingCode } from './analyse.messages.ts';
import { domainsOf } from './domains.ts';
import { holdsAtFirst, outcomesOf, type Narrowing, type Outcomes } from './outcomes.ts';
import { conditionText, fieldText } from './rule-text.ts';
import { wordsOf, type Words } from './words.ts';

/** Something in a definition that cannot be meant. The reason names fields, states and items by their titles. */
export interface Finding extends Problem {
  readonly code: FindingCode;
  /** `error`: it does something else than it says. `warning`: it does nothing. */
  readonly level: 'error' | 'warning';
  /** Addresses of the fields concerned. */
  readonly fields: readonly string[];
}

/** A definition under analysis, and what is needed to say what is found. */
export class Study {
  readonly definition: Definition;
  readonly compiled: Compiled;
  private readonly both: Readonly<Record<'zh-CN' | 'en', Compiled>>;
  private readonly trees = new Map<string, Node | undefined>();
  private readonly known = new Map<string, Outcomes | undefined>();

  constructor(definition: Definition) {
    this.definition = definition;
    this.compiled = compile(definition);
    this.both = { 'zh-CN': this.compiled, en: compile(translated(definition, 'en')) };
  }

  /** The tree of a formula; `undefined` where it cannot be read. */
  tree(text: string | undefined): Node | undefined {
    if (text === undefined) return undefined;
    if (!this.trees.has(text)) {
      const result = parseFormula(text);
      this.trees.set(text, result.ok ? result.value.tree : undefined);
    }
    return this.trees.get(text);
  }

  /** How a condition that is read in rows of `rows` can come out; `undefined` where nothing is certain. */
  outcomes(condition: string | undefined, rows?: string): Outcomes | undefined {
    const key = `${rows ?? ''} ${condition ?? ''}`;
    if (!this.known.has(key)) {
      const tree = this.tree(condition);
      this.known.set(key, tree && outcomesOf([tree], domainsOf(this.compiled, rows)));
    }
    return this.known.get(key);
  }

  /** Whether conditions certainly cannot hold together. `narrowed`: among fewer values than fields can have. */
  excluded(conditions: readonly (Node | undefined)[], rows?: string, narrowed?: Narrowing): boolean {
    const domain = domainsOf(this.compiled, rows);
    const trees = conditions.filter((tree): tree is Node => tree !== undefined);
    return (
      trees.length === conditions.length &&
      outcomesOf(trees, narrowed ? narrowed(domain) : domain, true)?.holds === false
    );
  }

  /** Whether a condition holds in the simplest case; see outcomes.ts. */
  holdsAtFirst(condition: string): boolean {
    const tree = this.tree(condition);
    return tree !== undefined && holdsAtFirst(tree, domainsOf(this.compiled));
  }

  /** A finding whose arguments are said in each language. */
  found(
    code: FindingCode,
    pointer: string,
    fields: readonly string[],
    say: (words: Words, text: Sayer) => readonly string[],
    rows?: string,
  ): Finding {
    const { level, text } = FINDINGS[code];
    const reason = (language: 'zh-CN' | 'en'): string => {
      const words = wordsOf(this.both[language], { language, rows });
      return text[language](
        ...say(words, {
          field: (address) => fieldText(address, words),
          condition: (formula) => conditionText(formula, words),
        }),
      );
    };
    const both: Bilingual = { 'zh-CN': reason('zh-CN'), en: reason('en') };
    return { pointer, code, reason: both, level, fields };
  }

  /** The title of what stands at a place of the definition, in the language of `words`. */
  titled(words: Words, pick: (definition: Definition) => string | undefined): string {
    return `“${pick(this.both[words.language].definition) ?? ''}”`;
  }
}

export interface Sayer {
  /** A field's title. */
  field(address: string): string;
  /** A condition in words. */
  condition(formula: string): string;
}
