// Drawings and files of reports come when asked for, under the content policy and Trusted Types.
(function () {
  'use strict';
  function cell(value) {
    return {
      place: { block: 'b', measure: 'm', rows: [], columns: [] },
      value: value,
      text: value === null ? '—' : String(value),
      unit: '件',
    };
  }
  function model(kind) {
    return {
      kind: 'chart',
      chart: kind,
      points: [],
      drops: [],
      categories: [{ title: '甲乡' }, { title: '乙镇' }, { title: '丙镇' }],
      series: [
        { title: '已办', unit: '件', cells: [cell(3), cell(null), cell(5)] },
        { title: '未办', unit: '件', cells: [cell(1), cell(2), cell(0)] },
      ],
    };
  }

  check('every kind of chart is drawn', function () {
    return Jiceng.load('charts').then(function (kit) {
      ['bar', 'groupedBar', 'stackedBar', 'line', 'share', 'funnel', 'radar', 'dot', 'box'].forEach(function (kind) {
        var text = kit.chartPicture(model(kind), '图', 'zh-CN');
        assert(text.indexOf('<svg') === 0 && text.indexOf('NaN') < 0, kind);
      });
    });
  });
  check('reports become files', function () {
    var words = {
      serial: '序号',
      rank: '位次',
      row: '组织',
      band: '档次',
      moved: '升降',
      reported: '已报',
      expected: '应报',
      missing: '尚未上报',
      notes: '口径说明',
      printedOn: '打印日期',
    };
    var result = {
      title: '试用',
      subtitle: '',
      notes: ['说明'],
      print: {},
      blocks: [{ id: 'b', title: '图', help: '', width: 'full', newPage: false, silent: [], model: model('bar') }],
    };
    var input = {
      report: { measures: [] },
      result: result,
      words: words,
      today: '2025-09-15',
      csv: { block: '块', row: '行', column: '列', value: '数值', unit: '单位', remark: '说明' },
    };
    return Jiceng.load('paper')
      .then(function (kit) {
        return Promise.all(
          ['xlsx', 'docx', 'csv'].map(function (type) {
            return kit.reportFile(type, input);
          }),
        );
      })
      .then(function (files) {
        files.forEach(function (file) {
          assert(file.size > 100, file.type);
        });
      });
  });
})();
