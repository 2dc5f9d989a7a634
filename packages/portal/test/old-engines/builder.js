// The form builder finds its parts by itself, and JSON is edited in CodeMirror, under the content policy and Trusted
// Types.
(function () {
  'use strict';
  var builder = document.querySelector('jc-form-builder');
  var TEXT =
    '{\n  "$schema": "https://jiceng.dev/schemas/definition/1.json", "id": "visit", "version": "1.0.0", "title": "走访登记", "subject": "item",\n' +
    '  "purpose": { "readBy": "unit", "decision": "安排走访" }, "x-odd": 1.50,\n  "record": { "type": "object", "properties": { "person": { "type": "string", "title": "走访对象" } } }\n}\n';
  function one(selector) {
    return hands.all(builder, selector)[0];
  }

  check('the layout stands there, and properties come', function () {
    builder.definition = TEXT;
    return wait(function () {
      return one('jc-builder-canvas') && hands.text(builder).indexOf('走访对象') >= 0;
    }, 'the canvas')
      .then(function () {
        return wait(function () {
          return one('jc-builder-panel input') || hands.all(builder, 'jc-builder-panel')[0].shadowRoot;
        }, 'the panel');
      })
      .then(function () {
        assert(Jiceng.loaded.join() === 'builder,builder-panel', Jiceng.loaded.join());
      });
  });
  check('JSON is shown with colours and errors, and changed with the undo of the builder', function () {
    builder.pane = 'json';
    return wait(function () {
      return one('.cm-content');
    }, 'the editor')
      .then(function () {
        assert(one('.cm-content').textContent.indexOf('"x-odd": 1.50') >= 0, 'the text');
        assert(one('.cm-line span[class]'), 'colours');
        assert(getComputedStyle(one('.cm-gutters')).display === 'flex', 'its styles are in force');
        builder.builderSession.edit({ title: { 'zh-CN': '改名', en: 'rename' } }, [
          { set: '/subject', value: 'nothing' },
        ]);
        return wait(function () {
          return one('.cm-content').textContent.indexOf('"nothing"') >= 0 && one('.cm-lintRange-error');
        }, 'the change and its error');
      })
      .then(function () {
        one('.cm-content').focus();
        one('.cm-content').dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'z',
            keyCode: 90,
            ctrlKey: true,
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
        return wait(function () {
          return builder.text === TEXT && one('.cm-content').textContent.indexOf('"nothing"') < 0;
        }, 'undo');
      });
  });
  check('every tab opens', function () {
    return [
      'score',
      'ledger',
      'life',
      'process',
      'facts',
      'logic',
      'preview',
      'paste',
      'burden',
      'texts',
      'versions',
      'publish',
    ].reduce(function (before, pane) {
      return before.then(function () {
        builder.pane = pane;
        return wait(function () {
          var shown = builder.shadowRoot.querySelector('.pane > *');
          return shown && shown.shadowRoot && shown.shadowRoot.childElementCount > 0;
        }, pane);
      });
    }, Promise.resolve());
  });
})();
