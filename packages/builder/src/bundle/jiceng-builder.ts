// The form builder, `<jc-form-builder>`, with all its panes, and what one begins with, `<jc-builder-start>`: the sibling `jiceng-builder.js`.
import '../form-builder/define.ts';
import '../start/define.ts';
