import pinyinTable from './pinyin.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };
import { plainHeading } from './words.ts';

/** A name that the field has agreed on. */
export interface Term {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'longText'
    | 'number'
    | 'integer'
    | 'percent'
    | 'money'
    | 'boolean'
    | 'date'
    | 'choice'
    | 'choices';
  /** Codes with their words; empty where values are free. */
  readonly options: readonly (readonly [string, string])[];
}

let known: Map<string, Term> | undefined;

/** The term whose title or usual wording a heading is. */
export function termOf(heading: string): Term | undefined {
  known ??= readTerms();
  const plain = plainHeading(heading);
  return known.get(plain) ?? known.get(plain.replace(/（[^）]*）/g, ''));
}

function readTerms(): Map<string, Term> {
  const found = new Map<string, Term>();
  const options = new Map(
    Object.entries(terms.options as unknown as Readonly<Record<string, readonly (readonly [string, string])[]>>),
  );
  for (const [name, kind, list, ...titles] of terms.fields as readonly (readonly (string | null)[])[]) {
    const term: Term = { name: name!, kind: kind as Term['kind'], options: list ? (options.get(list) ?? []) : [] };
    for (const title of titles) found.set(plainHeading(title!), term);
  }
  return found;
}

/** Readings that differ from the usual one inside certain words; the longest first. */
const WORDS: readonly (readonly [string, string])[] = [
  ['重庆', 'chong qing'],
  ['重新', 'chong xin'],
  ['银行', 'yin hang'],
  ['开户行', 'kai hu hang'],
  ['行业', 'hang ye'],
  ['行次', 'hang ci'],
  ['会计', 'kuai ji'],
  ['调研', 'diao yan'],
  ['调查', 'diao cha'],
  ['调动', 'diao dong'],
  ['调入', 'diao ru'],
  ['调出', 'diao chu'],
  ['长期', 'chang qi'],
  ['时长', 'shi chang'],
  ['特长', 'te chang'],
  ['长短', 'chang duan'],
  ['成长', 'cheng zhang'],
  ['参差', 'cen ci'],
  ['薄弱', 'bo ruo'],
  ['应到', 'ying dao'],
  ['应当', 'ying dang'],
  ['应该', 'ying gai'],
  ['数次', 'shu ci'],
  ['处分', 'chu fen'],
  ['处理', 'chu li'],
  ['处置', 'chu zhi'],
  ['相处', 'xiang chu'],
  ['传达', 'chuan da'],
  ['宣传', 'xuan chuan'],
  ['困难', 'kun nan'],
  ['还款', 'huan kuan'],
  ['归还', 'gui huan'],
  ['都市', 'du shi'],
  ['得分', 'de fen'],
  ['只数', 'zhi shu'],
  ['兴趣', 'xing qu'],
  ['省份', 'sheng fen'],
  ['曾用', 'ceng yong'],
  ['便民', 'bian min'],
  ['降低', 'jiang di'],
  ['率', 'lv'],
  ['朝阳', 'chao yang'],
];

let syllables: Map<string, string> | undefined;

/** The common characters of GB 2312 in their own order, which is that of their readings. */
function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead += 1)
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail += 1) bytes.push(lead, trail);
  return [...new TextDecoder('gb18030').decode(new Uint8Array(bytes))];
}

/**
 * The syllables of a text: Chinese characters by their usual reading, letters and digits as they are, the rest left
 * out.
 */
export function syllablesOf(text: string): string[] {
  if (!syllables) {
    syllables = new Map();
    const common = commonCharacters();
    let at = 0;
    for (const run of pinyinTable.runs.split(' ')) {
      const [, syllable = '', count = ''] = /^([a-z]+)(\d+)$/.exec(run) ?? [];
      for (const end = at + Number(count); at < end; at += 1) syllables.set(common[at]!, syllable);
    }
    for (const [syllable, characters] of Object.entries(pinyinTable.others as Readonly<Record<string, string>>))
      for (const character of characters) syllables.set(character, syllable);
  }
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const word = WORDS.find(([characters]) => text.startsWith(characters, at));
    if (word) {
      found.push(...word[1].split(' '));
      at += word[0].length;
      continue;
    }
    const plain = /^[A-Za-z]+|^\d+/.exec(text.slice(at))?.[0];
    const syllable = plain?.toLowerCase() ?? syllables.get(text[at]!);
    if (syllable !== undefined) found.push(syllable);
    at += plain?.length ?? 1;
  }
  return found;
}

/** Longest names still read well. */
const LONGEST = 40;

/** A readable name for a field that no term names: `x_` and the heading's pinyin, for example `x_jiaTingZhuZhi`. */
export function generatedName(heading: string): string {
  let name = '';
  for (const syllable of syllablesOf(plainHeading(heading).replace(/（[^）]*）/g, ''))) {
    if (name.length + syllable.length > LONGEST) break;
    name += name === '' ? syllable : syllable[0]!.toUpperCase() + syllable.slice(1);
  }
  return `x_${name === '' ? 'field' : name}`;
}

/** An id for a definition, in kebab-case. */
export function generatedId(title: string): string {
  const words = syllablesOf(title.replace(/[（(【][^）)】]*[）)】]/g, '')).map((word) =>
    word.replace(/[^a-z0-9]/g, ''),
  );
  let id = '';
  for (const word of words) if (word !== '' && id.length + word.length < 50) id += id === '' ? word : `-${word}`;
  return /^[a-z]/.test(id) ? id : `ledger${id === '' ? '' : `-${id}`}`;
}
