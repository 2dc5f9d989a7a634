/** Bounds of what is read; counted while reading, whatever the file claims about itself. */
export interface Limits {
  /** Bytes of the file. */
  readonly file: number;
  /** Entries of the archive. */
  readonly entries: number;
  /** Bytes after unpacking, of all parts that are read. */
  readonly unpacked: number;
  /** How many times larger than its packed form a part may get, above one megabyte. */
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Sheets that are read; more are named in a notice. */
  readonly sheets: number;
}

export const LIMITS: Limits = {
  file: 20 << 20,
  entries: 1_000,
  unpacked: 200 << 20,
  ratio: 200,
  rows: 100_000,
  columns: 500,
  cell: 32_767,
  sheets: 100,
};
