// Answering, saving, viewing a check list.
(function () {
  'use strict';
  var list;
  var changed;
  check('draws its checks', function () {
    return samples.template('checklist', document.getElementById('place')).then(function (element) {
      list = element;
      changed = hands.heard(list, 'jc-change');
      return wait(function () {
        return hands.all(list, 'input[type=radio]').length >= 4;
      }, 'the answers');
    });
  });
  check('takes an answer and tells it', function () {
    hands
      .all(list, 'input[type=radio]')
      .filter(function (one) {
        return !one.checked;
      })[0]
      .click();
    return wait(function () {
      return changed.length === 1;
    }, 'the event').then(function () {
      assert(changed[0].changes.length === 1);
    });
  });
  check('takes the stored answer', function () {
    list.record = Object.assign({}, list.record, { data: list.value, revision: 2 });
    return wait(function () {
      return hands.all(list, 'input:checked').length > 0;
    }, 'the answer');
  });
  check('is read and told as text', function () {
    list.readonly = true;
    return list.updateComplete.then(function () {
      assert(list.getPlainText().length > 20);
      assert(hands.print(list).length > 20);
    });
  });
})();
