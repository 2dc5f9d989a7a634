/**
 * Rows and cells of a block copied from Excel or WPS: tabs between cells, line breaks between rows. Cells that hold
 * line breaks or tabs are quoted there, with quotes doubled. A single trailing line break ends the last row and does
 * not start another.
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

/**
 * A block as spreadsheets take it from the clipboard: tabs between cells; cells with line breaks, tabs or a quote at
 * the start are quoted.
 */
export function blockText(block: readonly (readonly string[])[]): string {
  return block
    .map((row) => row.map((cell) => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\r\n');
}

/** The same as a table of HTML, in which spreadsheets keep codes and long numbers as text. */
export function blockHTML(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const escaped = text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/\r?\n/g, '<br style="mso-data-placement:same-cell">');
    return `<td${/^(0\d|\d{12})/.test(text) || /^[=+@-]/.test(text) ? ' style="mso-number-format:\'\\@\'"' : ''}>${escaped}</td>`;
  };
  return `<table>${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
