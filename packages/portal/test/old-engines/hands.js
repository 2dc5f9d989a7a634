// What a person does, for engines without a driver.
(function () {
  'use strict';
  window.hands = {
    /** All nodes that fit, in an element's shadow tree and those inside it. */
    all: function (element, selector) {
      var found = [];
      (function walk(root) {
        if (!root) return;
        Array.prototype.forEach.call(root.querySelectorAll('*'), function (node) {
          if (node.matches(selector)) found.push(node);
          walk(node.shadowRoot);
        });
      })(element.shadowRoot);
      return found;
    },
    text: function (element) {
      return hands
        .all(element, '*')
        .map(function (node) {
          return Array.prototype.filter
            .call(node.childNodes, function (child) {
              return child.nodeType === 3;
            })
            .map(function (child) {
              return child.data;
            })
            .join('');
        })
        .join(' ');
    },
    /** Types into a control and leaves it. */
    type: function (control, text) {
      control.focus();
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      control.blur();
    },
    /** The control of a field of a form, by its label. */
    control: function (form, label) {
      var field = hands.all(form, '.field').filter(function (one) {
        return one.querySelector('.label').textContent.indexOf(label) === 0;
      })[0];
      return field && field.querySelector('input, textarea, select');
    },
    button: function (element, text) {
      return hands.all(element, 'button').filter(function (one) {
        return one.textContent.trim().indexOf(text) === 0;
      })[0];
    },
    seen: function (node) {
      var box = node.getBoundingClientRect();
      return box.width > 0 && box.height > 0;
    },
    heard: function (element, type) {
      var list = [];
      element.addEventListener(type, function (event) {
        list.push(event.detail);
      });
      return list;
    },
    /** What stands on paper: the place that is filled while printing, or the text for print tools. */
    print: function (element) {
      window.dispatchEvent(new Event('beforeprint'));
      var text = hands.text(element) + (element.getPrintHTML ? element.getPrintHTML() : '');
      window.dispatchEvent(new Event('afterprint'));
      return text;
    },
  };
})();
