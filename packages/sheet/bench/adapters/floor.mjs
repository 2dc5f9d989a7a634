// The least that gives a file and reads one: strings, shared texts, the engine's own packer; nothing is checked,
// nothing but values is kept.
import { headings, rowOf } from '../data.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const letters = headings.map((_, at) => String.fromCharCode(65 + at));

/** @param {string[]} pieces */
async function packed(pieces) {
  const stream = new Blob(pieces).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const view = new DataView(bytes.buffer, bytes.byteLength - 8);
  return { data: bytes.subarray(10, -8), crc: view.getUint32(0, true), size: view.getUint32(4, true) };
}

/** @param {number} count */
export async function write(count) {
  const texts = new Map();
  const number = (text) => {
    let found = texts.get(text);
    if (found === undefined) texts.set(text, (found = texts.size));
    return found;
  };
  const rows = [`<worksheet xmlns="${MAIN}"><sheetData>`];
  let text = '';
  for (let row = -1; row < count; row++) {
    text += `<row r="${row + 2}">`;
    (row < 0 ? headings : rowOf(row)).forEach((value, at) => {
      text +=
        typeof value === 'number'
          ? `<c r="${letters[at]}${row + 2}"><v>${value}</v></c>`
          : `<c r="${letters[at]}${row + 2}" t="s"><v>${number(value)}</v></c>`;
    });
    text += '</row>';
    if (text.length > 65_536) {
      rows.push(text);
      text = '';
    }
  }
  rows.push(`${text}</sheetData></worksheet>`);
  const parts = {
    '[Content_Types].xml': [
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    ],
    '_rels/.rels': [
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    'xl/workbook.xml': [
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    'xl/_rels/workbook.xml.rels': [
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    'xl/worksheets/sheet1.xml': rows,
    'xl/sharedStrings.xml': [
      `<sst xmlns="${MAIN}">${[...texts.keys()].map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`,
    ],
  };
  const chunks = [],
    directory = [];
  let offset = 0;
  for (const [name, pieces] of Object.entries(parts)) {
    const { data, crc, size } = await packed(pieces);
    const title = new TextEncoder().encode(name);
    const entry = (length, start) => {
      const bytes = new Uint8Array(length + title.length),
        view = new DataView(bytes.buffer);
      [
        [8, 2],
        [crc, 4],
        [data.length, 4],
        [size, 4],
        [title.length, 2],
      ].reduce((at, [value, wide]) => {
        if (wide === 2) view.setUint16(at, value, true);
        else view.setUint32(at, value, true);
        return at + (wide === 2 && at === start ? 6 : wide);
      }, start);
      bytes.set(title, length);
      return { bytes, view };
    };
    const local = entry(30, 8),
      central = entry(46, 10);
    local.view.setUint32(0, 0x04034b50, true);
    central.view.setUint32(0, 0x02014b50, true);
    central.view.setUint32(42, offset, true);
    chunks.push(local.bytes, data);
    directory.push(central.bytes);
    offset += local.bytes.length + data.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, directory.length, true);
  end.setUint16(10, directory.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, offset, true);
  return new Uint8Array(await new Blob([...chunks, ...directory, end]).arrayBuffer());
}

/** @param {Uint8Array} bytes */
export async function read(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    texts = {};
  for (let at = view.getUint32(bytes.length - 6, true); view.getUint32(at, true) === 0x02014b50;) {
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
      local = view.getUint32(at + 42, true),
      packedSize = view.getUint32(at + 20, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (/sheet1\.xml$|sharedStrings/.test(name))
      texts[name.replace(/^.*\//, '')] = await new Response(
        new Blob([bytes.subarray(start, start + packedSize)])
          .stream()
          .pipeThrough(new DecompressionStream('deflate-raw')),
      ).text();
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const shared = [],
    strings = texts['sharedStrings.xml'],
    sheet = texts['sheet1.xml'],
    rows = [];
  for (let at = strings.indexOf('<t'); at >= 0; at = strings.indexOf('<t', at)) {
    const from = strings.indexOf('>', at) + 1,
      to = strings.indexOf('<', from);
    shared.push(strings.slice(from, to));
    at = to;
  }
  for (let at = sheet.indexOf('<row'); at >= 0;) {
    const next = sheet.indexOf('<row', at + 4),
      values = [];
    for (
      let cell = sheet.indexOf('<c ', at);
      cell >= 0 && (next < 0 || cell < next);
      cell = sheet.indexOf('<c ', cell + 3)
    ) {
      const tag = sheet.indexOf('>', cell),
        from = tag + 4;
      const value = sheet.slice(from, sheet.indexOf('<', from));
      values.push(sheet.slice(cell, tag).includes('t="s"') ? shared[Number(value)] : Number(value));
    }
    rows.push(values);
    at = next;
  }
  return { rows: rows.length, last: rows[rows.length - 1] };
}
