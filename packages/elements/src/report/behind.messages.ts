import { messagesIn } from '../internal/locale.ts';

/** Texts of what is behind the numbers of a report, and of its files. */
export interface BehindTexts {
  readonly close: string;
  readonly openRecord: string;
  readonly when: string;
  readonly num: string;
  readonly den: string;
  /** Above the version of the form that a record was filled in with. */
  readonly version: string;
  opened(title: string): string;
  rows(count: number): string;
  /** Headings of a text file with every number. */
  readonly csv: {
    readonly block: string;
    readonly row: string;
    readonly column: string;
    readonly value: string;
    readonly unit: string;
    readonly remark: string;
  };
}

export const behindMessages = messagesIn<BehindTexts>({
  'zh-CN': {
    close: '关闭',
    openRecord: '打开记录',
    when: '时间',
    num: '计入分子',
    den: '计入分母',
    version: '表单版本',
    opened: (title) => `“${title}”是怎么来的`,
    rows: (count) => `共 ${count} 行`,
    csv: { block: '块', row: '行', column: '列', value: '数值', unit: '单位', remark: '说明' },
  },
  en: {
    close: 'Close',
    openRecord: 'Open record',
    when: 'When',
    num: 'Adds to numerator',
    den: 'Adds to denominator',
    version: 'Form version',
    opened: (title) => `Where “${title}” comes from`,
    rows: (count) => `${count} ${count === 1 ? 'row' : 'rows'}`,
    csv: { block: 'Block', row: 'Row', column: 'Column', value: 'Value', unit: 'Unit', remark: 'Remark' },
  },
});
