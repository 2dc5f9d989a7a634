// In a narrow column of a wide screen the layout follows the column (P19).
(function () {
  'use strict';
  var place = document.getElementById('place');
  place.className = 'narrow';
  var form = samples.addForm(place);
  var ledger = samples.addLedger(place, 10);
  function columns() {
    var lefts = {};
    hands.all(form, '.field').forEach(function (field) {
      lefts[Math.round(field.getBoundingClientRect().left)] = true;
    });
    return Object.keys(lefts).length;
  }
  check('one column of fields and cards for rows in 480 px', function () {
    return wait(function () {
      return columns() === 1 && hands.all(ledger, '.card').length > 0;
    }, 'the narrow layout').then(function () {
      assert(place.scrollWidth <= place.clientWidth, 'nothing hangs out');
    });
  });
  check('more in 900 px', function () {
    place.className = 'wide';
    return wait(function () {
      return columns() >= 2 && hands.all(ledger, '[role=columnheader]').some(hands.seen);
    }, 'the wide layout');
  });
})();
