// The form builder, `<jc-form-builder>`, with the layout of the form: the sibling `jiceng-builder.js`. Everything else
// it loads.
import '../form-builder/define.ts';
