// Viewing, doing a step and printing a staged process.
(function () {
  'use strict';
  var process;
  var stepped;
  check('draws stages and steps', function () {
    return samples.template('process', document.getElementById('place')).then(function (element) {
      process = element;
      stepped = hands.heard(process, 'jc-step');
      return wait(function () {
        return process.shadowRoot && hands.all(process, 'li').length > 10;
      }, 'the steps');
    });
  });
  check('asks the fields of the open step', function () {
    return wait(function () {
      return hands.all(process, '.field').length > 0;
    }, 'the fields');
  });
  check('tells a step when it is finished, or what is missing', function () {
    hands.all(process, '.field input').forEach(function (control) {
      if (control.type === 'text' && !control.readOnly)
        hands.type(control, control.inputMode === 'numeric' ? '2025-09-01' : '王芳');
    });
    var finish = hands.all(process, 'button.primary')[0];
    assert(finish, 'the button');
    finish.click();
    return wait(function () {
      return stepped.length === 1 || hands.text(process).indexOf('请填写') >= 0;
    }, 'the step');
  });
  check('is printed', function () {
    assert(hands.print(process).length > 200);
  });
})();
