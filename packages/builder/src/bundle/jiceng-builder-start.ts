// What a form begins with, `<jc-builder-start>`, and the tab in which fields and items are pasted.
import '../start/define.ts';
