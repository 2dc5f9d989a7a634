/* A text ledger becomes a definition, goes out as .xlsx and comes back: packing and unpacking are the engine's own. */
check('a ledger becomes a definition, a file, and comes back the same', function () {
  return Jiceng.load('sheet').then(function (kit) {
    var csv = new TextEncoder().encode('姓名,入党时间,家庭住址\n张三,2024.5,东村\n李四,2023年7月,西村\n');
    return kit.readSheets(csv, { name: '名册.csv' }).then(function (read) {
      assert(read.ok, 'the text file is read');
      var draft = kit.draftDefinition(read.value).sheets[0];
      assert(
        Object.keys(draft.definition.record.properties).join() === 'personName,joinedOn,x_jiaTingZhuZhi',
        'names: ' + Object.keys(draft.definition.record.properties),
      );
      var when = '2026-01-01T08:00:00+08:00';
      var input = {
        definition: draft.definition,
        now: when,
        records: draft.rows.map(function (row) {
          return {
            id: 'r' + row.row,
            definition: { id: draft.definition.id, version: '1.0.0', hash: '' },
            orgId: 'o',
            orgPath: 'o',
            revision: 1,
            links: [],
            facts: [],
            audit: { createdAt: when, createdBy: 'p', updatedAt: when, updatedBy: 'p' },
            data: row.data,
          };
        }),
      };
      return kit.exportTemplate(input).then(function (file) {
        assert(file.ok, 'the file is written');
        return kit.readSheets(new Blob(file.value)).then(function (back) {
          assert(back.ok, back.ok || back.problems[0].reason.en);
          var plan = kit.planImport(back.value, input);
          assert(
            plan.ok &&
              plan.value.rows
                .map(function (row) {
                  return row.status;
                })
                .join() === 'same,same',
            'nothing changed',
          );
        });
      });
    });
  });
});
