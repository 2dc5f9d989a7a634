// For pages that old engines open: `check('name', function () { … })`; a check may return a promise. When all have run,
// the page reports.
(function () {
  'use strict';
  var checks = [];
  var results = [];
  window.check = function (name, run) {
    checks.push({ name: name, run: run });
  };
  window.assert = function (value, message) {
    if (!value) throw new Error(message || 'not so');
  };
  window.wait = function (until, what) {
    // resolves when until() is true, within 5 s
    return new Promise(function (resolve, reject) {
      var tries = 0;
      (function look() {
        if (until()) resolve();
        else if (++tries > 100) reject(new Error('waited in vain: ' + (what || until)));
        else setTimeout(look, 50);
      })();
    });
  };
  window.addEventListener('error', function (event) {
    results.push({ name: 'no uncaught error', error: event.message + ' at ' + event.filename + ':' + event.lineno });
  });
  window.addEventListener('unhandledrejection', function (event) {
    results.push({
      name: 'no unhandled rejection',
      error: String((event.reason && event.reason.stack) || event.reason),
    });
  });

  function report() {
    var request = new XMLHttpRequest();
    request.open('POST', '/__report');
    request.setRequestHeader('content-type', 'application/json');
    request.send(JSON.stringify({ page: location.pathname, results: results }));
  }
  function next(index) {
    var one = checks[index];
    if (!one) return setTimeout(report, 50);
    new Promise(function (resolve) {
      resolve(one.run());
    })
      .then(
        function () {
          results.push({ name: one.name });
        },
        function (error) {
          results.push({ name: one.name, error: String((error && error.stack) || error) });
        },
      )
      .then(function () {
        next(index + 1);
      });
  }
  window.addEventListener('load', function () {
    next(0);
  });
})();
