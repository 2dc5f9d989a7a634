// The main file finds its siblings by itself, under the content policy and Trusted Types.
(function () {
  'use strict';
  var definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'visit',
    version: '1.0.0',
    title: '走访登记',
    purpose: { readBy: 'unit', decision: '安排走访' },
    subject: 'item',
    record: {
      type: 'object',
      properties: {
        person: { type: 'string', title: '走访对象' },
        count: { type: 'integer', title: '次数', minimum: 0 },
      },
      required: ['person'],
    },
    ledger: { columns: [{ field: '/person' }, { field: '/count' }] },
  };
  function shown(tag) {
    var element = document.querySelector(tag);
    return element.shadowRoot ? element.shadowRoot.textContent : '';
  }

  check('jiceng.js shows a form', function () {
    document.querySelector('jc-form').definition = definition;
    return wait(function () {
      return shown('jc-form').indexOf('走访对象') >= 0;
    }, 'the form');
  });
  check('jiceng-ledger.js comes by itself and shows a ledger', function () {
    var ledger = document.querySelector('jc-ledger');
    ledger.definition = definition;
    ledger.records = [];
    return wait(function () {
      return shown('jc-ledger').indexOf('走访对象') >= 0;
    }, 'the ledger').then(function () {
      assert(Jiceng.loaded.join() === 'ledger,gate', Jiceng.loaded.join());
      assert(window.litElementVersions.length === 1, 'one Lit');
    });
  });
  check('jiceng-store.js comes when asked for, and stores', function () {
    return Jiceng.load('store')
      .then(function (kit) {
        var source = kit.memorySource({
          id: 'old',
          now: '2024-05-06T09:00:00+08:00',
          definitions: [definition],
          organisations: [],
          people: [],
          calendar: [],
          records: [],
        });
        assert(source.mirror.refused.size === 0, 'admitted');
        return kit.openDrafts({ key: new Uint8Array(32), database: 'old-drafts' });
      })
      .then(function (drafts) {
        return drafts.write('a', { person: '王某' }).then(function () {
          return drafts.read('a');
        });
      })
      .then(function (draft) {
        assert(draft.person === '王某');
      });
  });
})();
