// What a form builder loads a moment after it stands there: properties, what the form costs, all commands, marks of
// tabs, and the definition as text.
import '../json-view/define.ts';

export * from '../form-builder/parts.ts';
export * from '../logic/findings.ts';
export * from '../publish/blocked.ts';
export * from '../texts/missing.ts';
