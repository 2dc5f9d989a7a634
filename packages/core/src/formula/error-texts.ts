import type { Bilingual } from '../text/problem.ts';

/** Why there is an error, in more detail than Excel's six names. */
export type ErrorCode =
  | 'division-by-zero'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-truth-value'
  | 'not-available'
  | 'unknown-name'
  | 'not-a-value'
  | 'no-match'
  | 'out-of-range'
  | 'too-large'
  | 'bad-argument'
  | 'bad-format'
  | 'list-result'
  | 'list-length'
  | 'no-row'
  | 'over-budget'
  | 'failed';

const TEXTS: Readonly<Record<ErrorCode, readonly [zh: string, en: string]>> = {
  'division-by-zero': ['除数为零或没有可计算的数', 'division by zero, or nothing to average'],
  'not-a-number': ['不是数字', 'not a number'],
  'not-a-date': ['不是日期', 'not a date'],
  'not-a-truth-value': ['不是“是/否”值', 'neither true nor false'],
  'not-available': ['没有数据', 'not available'],
  'unknown-name': ['没有这个名称', 'unknown name'],
  'not-a-value': ['不是可计算的值', 'not a value that formulas can use'],
  'no-match': ['没有找到', 'not found'],
  'out-of-range': ['超出范围', 'out of range'],
  'too-large': ['数值过大或没有实数结果', 'too large, or no real result'],
  'bad-argument': ['参数不合适', 'unsuitable argument'],
  'bad-format': ['不支持的格式', 'unsupported format'],
  'list-result': ['结果是一列数据，此处只能有一个值', 'the result is a list where one value is needed'],
  'list-length': ['各列长度不一致', 'lists differ in length'],
  'no-row': ['此处没有“本行”', 'there is no current row here'],
  'over-budget': ['计算量超过上限，已停止', 'too much to calculate, stopped'],
  failed: ['读取数据时出错', 'reading the data failed'],
};

/** What error `code` means, with the thing it is about. */
export function explainError(code: ErrorCode, detail: string): Bilingual {
  const [zh, en] = TEXTS[code];
  return detail === '' ? { 'zh-CN': zh, en } : { 'zh-CN': `${zh}：${detail}`, en: `${en}: ${detail}` };
}
