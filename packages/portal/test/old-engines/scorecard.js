// Scoring, saving, viewing and printing a score card.
(function () {
  'use strict';
  var card;
  var changed;
  check('draws its dimensions with points', function () {
    return samples.template('scorecard', document.getElementById('place')).then(function (element) {
      card = element;
      changed = hands.heard(card, 'jc-change');
      return wait(function () {
        return hands.all(card, '[part~=dimension]').length > 1;
      }, 'the dimensions');
    });
  });
  check('takes points and tells them', function () {
    var control = hands.all(card, 'input').filter(function (one) {
      return /^(text|number)?$/.test(one.getAttribute('type') || '') && hands.seen(one);
    })[0];
    assert(control, 'an entry');
    hands.type(control, control.value === '1' ? '0.5' : '1');
    return wait(function () {
      return changed.length === 1;
    }, 'the event');
  });
  check('explains a number', function () {
    var open = hands.all(card, 'button[aria-expanded=false]')[0];
    assert(open, 'the button');
    open.click();
    return card.updateComplete.then(function () {
      assert(open.getAttribute('aria-expanded') === 'true');
    });
  });
  check('is read and printed', function () {
    card.readonly = true;
    return card.updateComplete.then(function () {
      assert(hands.print(card).length > 200);
      assert(card.getPlainText().length > 50);
    });
  });
})();
