// Filling in, validating, saving, viewing and printing a form.
(function () {
  'use strict';
  var place = document.getElementById('place');
  var form = samples.addForm(place);
  var saved = hands.heard(form, 'jc-submit');
  var changed = hands.heard(form, 'jc-change');

  check('draws its fields', function () {
    return wait(function () {
      return hands.control(form, '走访人');
    }, 'the fields');
  });
  check('says what is missing', function () {
    hands.button(form, '提交').click();
    return wait(function () {
      return hands.text(form).indexOf('请填写“走访人”') >= 0;
    }, 'the message');
  });
  check('takes text, a date and a number', function () {
    hands.type(hands.control(form, '走访人'), '王芳');
    hands.type(hands.control(form, '走访日期'), '2025-5-1');
    hands.type(hands.control(form, '用时'), '1.5');
    assert(
      JSON.stringify(form.value) === JSON.stringify({ visitor: '王芳', visitedOn: '2025-05-01', hours: 1.5 }),
      JSON.stringify(form.value),
    );
    assert(changed.length === 3, changed.length + ' events');
  });
  check('picks a day in the calendar, above the page', function () {
    hands.all(form, '.calendar-icon')[0].click();
    return wait(function () {
      return hands.all(form, 'dialog[open] .day').length > 27;
    }, 'the calendar').then(function () {
      var dialog = hands.all(form, 'dialog[open]')[0];
      assert(getComputedStyle(dialog).position === 'fixed', 'fixed');
      hands
        .all(form, '.day')
        .filter(function (day) {
          return day.textContent.trim() === '10';
        })[0]
        .click();
      assert(form.value.visitedOn === '2025-05-10', form.value.visitedOn);
      assert(hands.all(form, 'dialog[open]').length === 0, 'closed');
    });
  });
  check('adds a row to a table', function () {
    return wait(function () {
      return hands.button(form, '添加一行');
    }, 'the button').then(function () {
      hands.button(form, '添加一行').click();
      return wait(function () {
        return (form.value.people || []).length === 1;
      }, 'the row');
    });
  });
  check('is saved', function () {
    hands.button(form, '提交').click();
    return wait(function () {
      return saved.length === 1;
    }, 'the event').then(function () {
      assert(saved[0].value.visitor === '王芳');
    });
  });
  check('goes with a native form', function () {
    var native = document.createElement('form');
    place.appendChild(native);
    form.setAttribute('name', 'visit');
    native.appendChild(form);
    return wait(function () {
      return new FormData(native).getAll('visit').length === 1;
    }, 'the value').then(function () {
      assert(JSON.parse(new FormData(native).get('visit')).visitor === '王芳');
      place.appendChild(form);
    });
  });
  check('is read', function () {
    form.readonly = true;
    return wait(function () {
      return hands.all(form, 'input, select, textarea').length === 0 && hands.text(form).indexOf('王芳') >= 0;
    }, 'the reading view');
  });
  check('is printed', function () {
    assert(hands.print(form).indexOf('王芳') >= 0);
  });
})();
