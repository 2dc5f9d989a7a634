/** Repetitions that a pattern leaves open happen at most so often. */
const OPEN = 3;

/**
 * A text that a pattern admits, for patterns of plain characters, classes, groups, alternatives and repetitions;
 * `undefined` for others. `pick` answers a number below the one given.
 */
export function textFor(pattern: string, pick: (below: number) => number): string | undefined {
  let at = pattern.startsWith('^') ? 1 : 0;
  const source = pattern.endsWith('$') && !pattern.endsWith('\\$') ? pattern.slice(0, -1) : pattern;
  let depth = 0;

  function alternatives(): string | undefined {
    if (++depth > 20) return undefined;
    const all: string[] = [];
    do {
      const part = sequence();
      if (part === undefined) return undefined;
      all.push(part);
    } while (source[at] === '|' && ++at > 0);
    depth--;
    return all[pick(all.length)];
  }

  function sequence(): string | undefined {
    let text = '';
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const start = at;
      const first = atom();
      if (first === undefined) return undefined;
      const [least, most] = repetition();
      const times = least + pick(most - least + 1);
      const end = at;
      for (let time = 0; time < times; time++) {
        at = start;
        text += atom() ?? '';
      }
      at = end;
    }
    return text;
  }

  function atom(): string | undefined {
    const character = source[at++] ?? '';
    if (character === '.') return '甲';
    if (character === '[') return fromClass();
    if (character === '\\') return escaped(source[at++] ?? '');
    if (character !== '(') return '?*+{}^$'.includes(character) ? undefined : character;
    if (source.startsWith('?:', at)) at += 2;
    else if (source[at] === '?') return undefined;
    const inner = alternatives();
    return source[at++] === ')' ? inner : undefined;
  }

  function escaped(character: string): string | undefined {
    if (character === 'd') return String(pick(10));
    if (character === 'w') return 'a';
    if (character === 's') return ' ';
    return /[A-Za-z0-9]/.test(character) ? undefined : character;
  }

  function fromClass(): string | undefined {
    if (source[at] === '^') return undefined;
    const ranges: [number, number][] = [];
    while (at < source.length && source[at] !== ']') {
      let character = source[at++] ?? '';
      if (character === '\\') {
        character = source[at++] ?? '';
        if (character === 'd') {
          ranges.push([48, 57]);
          continue;
        }
        if (/[A-Za-z]/.test(character)) return undefined;
      }
      const isRange = source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length;
      const to = isRange ? (source[at + 1] ?? '') : character;
      if (isRange) at += 2;
      ranges.push([character.charCodeAt(0), to.charCodeAt(0)]);
    }
    at++;
    const [from, to] = ranges[pick(ranges.length)] ?? [97, 97];
    return String.fromCharCode(from + pick(Math.max(1, to - from + 1)));
  }

  function repetition(): [least: number, most: number] {
    const found = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at));
    if (!found) return [1, 1];
    at += found[0].length;
    if (found[0] === '?') return [0, 1];
    if (found[0] === '*') return [0, OPEN];
    if (found[0] === '+') return [1, OPEN];
    const least = Math.min(1000, Number(found[1]));
    return [least, found[3] ? Math.min(1000, Number(found[3])) : found[2] ? least + OPEN : least];
  }

  const made = alternatives();
  return at === source.length ? made : undefined;
}
