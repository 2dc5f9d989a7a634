/** A score card as it stands in a sheet: headings first, and what is merged down is blank below. */
const ROWS: readonly (readonly string[])[] = [
  ['考核项目', '考核指标', '分值', '评分标准', '佐证材料'],
  ['组织建设', '按期换届', '10', '任期内完成得满分', '换届批复'],
  ['', '支委会健全', '10', '缺1名委员扣2分', '任职文件'],
  ['', '党小组设置规范', '8', '是否编入每名党员', '党小组名册'],
  ['组织生活', '三会一课', '12', '每缺一次扣2分，扣完为止', '会议记录'],
  ['', '主题党日', '10', '每开展一次得1分，最多10分', '活动记录'],
  ['', '谈心谈话', '6', '每年不少于2次', '谈话登记'],
  ['党员管理', '发展党员程序', '10', '程序完整得满分', '发展党员档案'],
  ['', '流动党员管理', '8', '每失联1人扣1分', '流动党员台账'],
  ['', '党费收缴', '6', '按月足额', '收缴凭证'],
  ['服务群众', '联系服务群众', '10', '每户每季度走访', '走访记录'],
  ['', '志愿服务', '5', '每开展一次得1分', '服务记录'],
  ['阵地保障', '活动场所', '5', '是否达到“六有”', '现场查看'],
];

/** The cells as Excel puts them on the clipboard. */
export const PLAIN = ROWS.map((row) => row.join('\t')).join('\r\n');
export const HTML = `<html><body><table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
