/**
 * Rows and cells of a block copied from Excel or WPS: tabs between cells, line breaks between rows. Cells that hold line breaks or
 * tabs are quoted there, with quotes doubled. A single trailing line break ends the last row and does not start another.
 */
export function parseBlock(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    const quoted = source[at] === '"' ? /"((?:[^"]|"")*)"(?=\t|\n|$)/y : undefined;
    if (quoted !== undefined) quoted.lastIndex = at;
    const match = quoted?.exec(source);
    if (match) {
      cell = match[1]!.replace(/""/g, '"');
      at += match[0].length;
    } else {
      const end = source.slice(at).search(/[\t\n]/);
      cell = end < 0 ? source.slice(at) : source.slice(at, at + end);
      at += cell.length;
    }
    row.push(cell);
    if (source[at] !== '\t') {
      rows.push(row);
      row = [];
    }
    if (at >= source.length) return rows;
    at += 1;
  }
}
