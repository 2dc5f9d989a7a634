import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours of the tokens, so that themes and high contrast reach the text. Chromium 80 must know every property. */
export const codeStyles = [
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.propertyName, color: 'var(--_link)' },
      { tag: tags.string, color: 'var(--_positive)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--_notice)' },
      { tag: [tags.punctuation, tags.bracket, tags.separator], color: 'var(--_text-weak)' },
    ]),
  ),
  EditorView.theme({
    '&': { height: '100%', color: 'var(--_text)', backgroundColor: 'var(--_surface)', fontSize: 'var(--_font-small)' },
    '&.cm-focused': { outline: 'none' }, // the place around it shows the focus, gutters would cover it here
    '.cm-scroller': {
      fontFamily: "Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace",
      lineHeight: '1.5',
    },
    '.cm-content': { caretColor: 'var(--_text)' },
    '.cm-gutters': {
      color: 'var(--_text-weak)',
      backgroundColor: 'var(--_surface-weak)',
      borderRight: '1px solid var(--_line)',
    },
    '.cm-activeLine': { backgroundColor: 'var(--_surface-weak)' },
    '.cm-foldPlaceholder': {
      color: 'var(--_text)',
      backgroundColor: 'var(--_surface-strong)',
      borderColor: 'var(--_border)',
    },
    '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--_info-weak)', outline: '1px solid var(--_info)' },
    '.cm-searchMatch': { backgroundColor: 'var(--_notice-weak)', outline: '1px solid var(--_notice)' },
    '.cm-searchMatch-selected': { backgroundColor: 'var(--_info-weak)', outline: '2px solid var(--_info)' },
    '.cm-panels': { color: 'var(--_text)', backgroundColor: 'var(--_surface-weak)', fontFamily: 'var(--_font)' },
    '.cm-panels-top': { borderBottom: '1px solid var(--_line)' },
    '.cm-panel.cm-search': { padding: '6px 28px 6px 8px' },
    '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': {
      fontSize: 'var(--_font-small)',
      margin: '2px 6px 2px 0',
    },
    '.cm-textfield': {
      minHeight: 'var(--_target)',
      color: 'var(--_text)',
      backgroundColor: 'var(--_surface)',
      border: '1px solid var(--_border)',
    },
    '.cm-button': {
      minHeight: 'var(--_target)',
      color: 'var(--_text)',
      backgroundImage: 'none',
      backgroundColor: 'var(--_surface)',
      border: '1px solid var(--_border)',
      borderRadius: 'var(--_radius)',
    },
    '.cm-panel.cm-search [name=close]': {
      fontSize: '20px',
      minWidth: 'var(--_target)',
      minHeight: 'var(--_target)',
      color: 'var(--_text)',
    },
    '.cm-tooltip': {
      color: 'var(--_text)',
      backgroundColor: 'var(--_surface)',
      border: '1px solid var(--_border)',
      boxShadow: 'var(--_shadow)',
      maxWidth: '420px',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '260px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', minHeight: 'var(--_target)' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      color: 'var(--_on-primary)',
      backgroundColor: 'var(--_primary)',
    },
    '.cm-completionDetail': { fontFamily: 'var(--_font)', fontStyle: 'normal', color: 'inherit', marginLeft: '10px' },
    '.cm-completionInfo': { fontFamily: 'var(--_font)', whiteSpace: 'normal' },
    '.cm-diagnostic': { fontFamily: 'var(--_font)', borderLeft: '3px solid var(--_negative)' },
    '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--_negative)' },
  }),
];
