// The editor of the form builder's JSON view, which loads it when it is opened.
export * from '../json-view/editing.ts';
