/** A way to split rows: for the report, and in SQL, where a row without a value gives `''`. */
export interface Way {
  readonly dimension: Readonly<Record<string, unknown>>;
  readonly sql: string;
}

/** A number: for the report, and in SQL. */
export interface Count {
  readonly measure: Readonly<Record<string, unknown>>;
  readonly sql: string;
}

/** One question that people ask of a county's records, in the language of reports and in SQL. */
export interface CountyQuestion {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Rows of the data set in SQL: a table expression with what `rows`, `columns` and `measures` read. */
  readonly from: string;
  readonly rows: Readonly<Record<string, Way>>;
  readonly columns: Readonly<Record<string, Way>>;
  readonly measures: Readonly<Record<string, Count>>;
  /** The whole SQL by how many ways rows and columns are split, where it is more than one grouping of `from`; what is not asked stays without an answer. */
  readonly asks?: readonly Statement[];
  /** Further measures that the others are made of; they are not shown. */
  readonly parts?: Readonly<Record<string, Count['measure']>>;
  /** Further data sets, from which `parts` count. */
  readonly sets?: Readonly<Record<string, CountyQuestion['data']>>;
  /** Year that is chosen in place of 2025. */
  readonly year?: number;
  /** Organisations where they stand today, instead of where they stood. */
  readonly asNow?: boolean;
  /** What else the block says. */
  readonly block?: Readonly<Record<string, unknown>>;
  /** Further dimensions. */
  readonly over?: Readonly<Record<string, Way['dimension']>>;
}

/** SQL that gives `k0…` and `m0…` for so many ways to split rows and columns. */
export interface Statement {
  readonly rows: number;
  readonly columns: number;
  readonly sql: string;
}
