// Viewing, sorting, editing, moving, printing in a ledger of 300 rows.
(function () {
  'use strict';
  var ledger = samples.addLedger(document.getElementById('place'), 300);
  var moved = hands.heard(ledger, 'jc-move');
  /** The field that the dialog asks for. */
  function asked() {
    var inner = hands.all(ledger, 'dialog[open] jc-form')[0];
    return inner && inner.shadowRoot.querySelector('input');
  }
  check('draws rows and a header that stays', function () {
    return wait(function () {
      return hands.all(ledger, '[role=row]').length > 8;
    }, 'the rows').then(function () {
      assert(hands.text(ledger).indexOf('第1项') >= 0, 'the first row');
      assert(hands.all(ledger, '[role=columnheader]').filter(hands.seen).length >= 7, 'the header');
    });
  });
  check('draws what is scrolled to', function () {
    hands.all(ledger, '.grid')[0].scrollTop = 8000;
    return wait(function () {
      return /第1[5-9]\d项/.test(hands.text(ledger));
    }, 'further rows');
  });
  check('sorts', function () {
    hands.all(ledger, '.grid')[0].scrollTop = 0;
    var head = hands.all(ledger, '[role=columnheader]').filter(function (one) {
      return one.textContent.indexOf('进度') >= 0;
    })[0];
    head.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true }));
    head.click();
    return wait(function () {
      return hands.all(ledger, '[aria-sort=ascending]').length === 1;
    }, 'the order');
  });
  check('shows a record and offers a move, whose dialog is fixed', function () {
    ledger.openRecord(ledger.records[1].id);
    return wait(function () {
      return hands.button(ledger, '销账');
    }, 'the move')
      .then(function () {
        hands.button(ledger, '销账').click();
        return wait(asked, 'the dialog');
      })
      .then(function () {
        assert(getComputedStyle(hands.all(ledger, 'dialog[open]')[0]).position === 'fixed', 'fixed');
        hands.type(asked(), '2025-09-01');
        hands.button(ledger, '确定').click();
        return wait(function () {
          return moved.length === 1;
        }, 'the event');
      })
      .then(function () {
        assert(moved[0].recordId === ledger.records[1].id, moved[0].recordId);
      });
  });
  check('prints all rows', function () {
    var text = hands.print(ledger);
    assert(text.indexOf('第300项') >= 0 && text.indexOf('第1项') >= 0, 'first and last');
  });
})();
