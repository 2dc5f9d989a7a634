// The form builder, `<jc-form-builder>`, with all its panes: the sibling `jiceng-builder.js`.
import '../form-builder/define.ts';
