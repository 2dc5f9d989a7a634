import { problem, type Result } from '@jiceng/core/text/problem.js';
import type { Workbook } from '../book/workbook.ts';
import { Archive } from './archive.ts';
import { kindOfFile } from './file-kind.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Pace, type Watch } from './pace.ts';
import { readXlsx } from './read-xlsx.ts';
import { Refusal, refusal } from '../book/refusal.ts';

export interface ReadOptions extends Watch {
  /** Bounds that differ from the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Encoding of a text file where people chose one; otherwise it is found out. */
  readonly encoding?: string;
  /** Name of the file, for the name of a text file's only sheet. */
  readonly name?: string;
}

/** Whether an archive is of OpenDocument. */
const isOds = (archive: Archive): boolean => archive.has('content.xml') && !archive.has('[Content_Types].xml');

/**
 * Reads an .xlsx, .xls, .ods or .csv file, or a table of a web page, whatever its name says. Never throws: answers with the workbook, or with what is
 * wrong and where. Nothing in the file is run, fetched or followed; every bound is counted while reading.
 */
export async function readSheets(
  file: Uint8Array | ArrayBuffer | Blob,
  options: ReadOptions = {},
): Promise<Result<Workbook>> {
  const limits = { ...LIMITS, ...options.limits };
  try {
    const size = 'size' in file ? file.size : file.byteLength;
    if (size > limits.file) throw refusal('file-size', { limit: limits.file >> 20 });
    // Files may come from another frame, whose classes are not ours.
    const bytes = ArrayBuffer.isView(file)
      ? new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
      : new Uint8Array('size' in file ? await file.arrayBuffer() : file);
    const kind = kindOfFile(bytes);
    const pace = new Pace(options);
    pace.check();
    if (kind === 'zip') {
      const archive = new Archive(bytes, limits);
      if (!isOds(archive)) return { ok: true, value: await readXlsx(archive, limits, pace) };
      const { readOds } = await import('./read-ods.ts'); // few offices use it
      return { ok: true, value: await readOds(archive, limits, pace) };
    }
    if (kind === 'compound') {
      const { readXls } = await import('./read-xls.ts'); // few files are so old
      return { ok: true, value: await readXls(bytes, limits, pace) };
    }
    const { readText } = await import('./read-text.ts');
    return { ok: true, value: await readText(bytes, options, limits, pace) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] };
    const what = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [
        problem(
          '',
          'sheet-damaged',
          `文件读不出来（${what}），请用 Excel 或 WPS 另存后再导入。`,
          `The file cannot be read (${what}); save it again in Excel or WPS.`,
        ),
      ],
    };
  }
}
