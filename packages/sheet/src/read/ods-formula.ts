/** Characters of the longest formula that Excel takes. */
const LONGEST = 8_192;
/** Characters of the longest place: two names of sheets with their cells. */
const LONGEST_PLACE = 200;

/**
 * A formula of OpenDocument as Excel writes it: `of:=SUM([.B2:.C2];1)` is `SUM(B2:C2,1)`; nothing for those of other
 * languages.
 */
export function odsFormula(source: string): string | undefined {
  const formula = source.length > LONGEST ? null : /^(?:of|oooc):=([^]*)$/.exec(source);
  return formula ? translated(formula[1]!) : undefined;
}

/** The list that a limit of input allows, as Excel writes it: `"男,女"` or `字典!$A$1:$A$3`; nothing for other limits. */
export function odsList(condition: string): string | undefined {
  const list = condition.length > LONGEST ? null : /cell-content-is-in-list\(([^]*)\)$/.exec(condition);
  if (!list) return undefined;
  const words = list[1]!.match(/"(?:[^"]|"")*"/g);
  return words ? `"${words.map((word) => word.slice(1, -1)).join(',')}"` : translated(list[1]!);
}

function translated(text: string): string {
  return text.replace(/"(?:[^"]|"")*"|\[([^\]]*)\]|;/g, (all, reference: string | undefined) =>
    reference !== undefined ? odsPlace(reference) : all === ';' ? ',' : all,
  );
}

/** A place: `.B2:.C2` is `B2:C2`, `$字典.$A$1:.$A$3` is `字典!$A$1:$A$3`. */
export function odsPlace(reference: string): string {
  if (reference.length > LONGEST_PLACE) return '';
  const [first = '', last] = reference.split(/:(?=[^']*(?:'[^']*'[^']*)*$)/);
  const [, sheet = '', from = ''] = /^\$?(.*)\.([^.]*)$/.exec(first) ?? [];
  const to = last?.replace(/^.*\./, '');
  return `${sheet === '' ? '' : `${sheet}!`}${from}${to === undefined ? '' : `:${to}`}`;
}
