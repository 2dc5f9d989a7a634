const DIGIT = new Map([...'〇零一二三四五六七八九'].map((char, at) => [char, Math.max(0, at - 1)]));
DIGIT.set('两', 2);
const UNIT = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const RUN = '[〇零一二三四五六七八九十百千两]+';
/** A numeral counts only where it is one: after 第, or first and before a word that is counted. 五一村 and 张三 stay text. */
const COUNTED = new RegExp(
  `第(${RUN})|^(${RUN})(?=(?:小?组|支部|党支部|网格|队|社区|季度|月|号|级|届|期|批|类|档|、|$))|(^|[（(])(${RUN})(?=[）)])`,
  'g',
);

/** The number that a Chinese numeral means: 十二 → 12, 二十 → 20, 一百零三 → 103, 二〇二五 → 2025. */
export function numeralValue(text: string): number {
  let total = 0;
  let digit = 0;
  let spelled = false;
  for (const char of text) {
    const unit = UNIT.get(char);
    if (unit !== undefined) {
      total += (digit || 1) * unit;
      digit = 0;
      spelled = true;
    } else digit = (spelled ? 0 : digit * 10) + (DIGIT.get(char) ?? 0);
  }
  return total + digit;
}

/** `text` with its Chinese ordinals as digits, so that 第二 sorts before 第十二. Everything else stays. */
export function withDigits(text: string): string {
  if (!/[〇零一二三四五六七八九十]/.test(text)) return text;
  return text.replace(
    COUNTED,
    (
      whole,
      ordinal: string | undefined,
      first: string | undefined,
      open: string | undefined,
      inside: string | undefined,
    ) => {
      if (ordinal !== undefined) return `第${numeralValue(ordinal)}`;
      if (inside !== undefined) return `${open ?? ''}${numeralValue(inside)}`;
      return first === undefined ? whole : String(numeralValue(first));
    },
  );
}
