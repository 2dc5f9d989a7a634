import { writeSheets, XLSX_TYPE } from '../write/write-sheets.ts';
import { reportBook, type FileInput } from './report-book.ts';
import { reportCsv, type CsvWords } from './report-csv.ts';
import { DOCX_TYPE, reportDocx } from './report-docx.ts';

export type FileType = 'xlsx' | 'docx' | 'csv';

/** A report as a file. Rejects with the reason where it cannot be written. */
export async function reportFile(type: FileType, input: FileInput & { readonly csv: CsvWords }): Promise<Blob> {
  if (type === 'csv') return new Blob([reportCsv(input.result, input.csv) as BlobPart], { type: 'text/csv' });
  if (type === 'docx') return new Blob((await reportDocx(input)) as BlobPart[], { type: DOCX_TYPE });
  const written = await writeSheets(reportBook(input));
  if (!written.ok) throw new Error(written.problems[0]?.reason['zh-CN']);
  return new Blob(written.value as BlobPart[], { type: XLSX_TYPE });
}
