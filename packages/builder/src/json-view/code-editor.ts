import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, type ViewUpdate } from '@codemirror/view';
import type { Language } from '@jiceng/core/text/problem.js';
import { spliceBetween } from '../document/splice.ts';
import { codeStyles } from './code-styles.ts';
import { phrases } from './code.messages.ts';
import type { Offer, Offers } from './offers.ts';
import type { PlacedProblem } from './places.ts';

/** What the editor asks of the view around it. */
export interface CodeHost {
  /** A person changed the text. `isTyping`: letter by letter, which is one step of undo with what was typed before. */
  typed(text: string, isTyping: boolean): void;
  /** The next change is a step of its own: the caret went elsewhere, or the text was left. */
  paused(): void;
  undo(): void;
  redo(): void;
  tidy(): void;
  offers(text: string, at: number): Offers | undefined;
}

/** What the editor shows. */
export interface CodeShown {
  readonly text: string;
  readonly problems: readonly PlacedProblem[];
  readonly language: Language;
  readonly label: string;
  readonly readonly: boolean;
}

/** Marks changes that do not come from a person's hands here. */
const outside = Annotation.define<true>();

/** A text editor for JSON. It has no undo of its own: the document has one for all sides of the builder. */
export class CodeEditor {
  /** Where it stands; to be put into the page by whoever made it. */
  readonly dom = document.createElement('div');

  /** What the editor fills: as large as its place, however long the text. */
  private readonly room = document.createElement('div');
  private readonly host: CodeHost;
  private readonly setting = new Compartment();
  private state: EditorState;
  private view: EditorView | undefined;
  private shown: CodeShown;

  constructor(host: CodeHost, shown: CodeShown) {
    this.host = host;
    this.shown = shown;
    this.dom.className = 'code';
    this.dom.append(this.room);
    this.state = setDiagnosticsOf(
      EditorState.create({ doc: shown.text, extensions: [this.extensions(), this.setting.of(settingOf(shown))] }),
      shown,
    );
  }

  /** Begins to work inside a shadow root; what was folded and selected before is so again. */
  attach(root: ShadowRoot): void {
    this.view ??= new EditorView({ state: this.state, root, parent: this.room });
    this.show(this.shown);
  }

  /** Ends, so that nothing of the page is held. */
  detach(): void {
    if (!this.view) return;
    this.state = this.view.state;
    this.view.destroy();
    this.view = undefined;
  }

  /**
   * Shows what came from elsewhere. While a word is being composed nothing is touched; it is shown once that is done.
   */
  show(shown: CodeShown): void {
    const before = this.shown;
    this.shown = shown;
    const { view } = this;
    if (!view || view.composing) return;
    const change = spliceBetween(view.state.doc.toString(), shown.text);
    const isSet = before.language !== shown.language || before.readonly !== shown.readonly;
    if (change || isSet) {
      view.dispatch({
        ...(change
          ? { changes: { from: change.at, to: change.at + change.removed.length, insert: change.inserted } }
          : {}),
        ...(change && view.hasFocus
          ? { selection: { anchor: change.at + change.inserted.length }, scrollIntoView: true }
          : {}),
        ...(isSet ? { effects: this.setting.reconfigure(settingOf(shown)) } : {}),
        annotations: outside.of(true),
      });
    }
    view.dispatch(diagnosticsOf(view.state, shown));
  }

  /** Selects a part of the text and brings it into sight. */
  goTo(start: number, end: number): void {
    this.view?.focus();
    this.view?.dispatch({
      selection: { anchor: start, head: end },
      effects: EditorView.scrollIntoView(start, { y: 'center' }),
    });
  }

  focus(): void {
    this.view?.focus();
  }

  openSearch(): void {
    if (this.view) openSearchPanel(this.view);
  }

  private extensions(): Extension {
    const { host } = this;
    const own = (run: () => void) => (): boolean => {
      run();
      return true;
    };
    return [
      lineNumbers(),
      foldGutter(),
      bracketMatching(),
      closeBrackets(),
      indentOnInput(),
      highlightActiveLine(),
      json(),
      search({ top: true }),
      EditorView.lineWrapping,
      codeStyles,
      autocompletion({ override: [(context) => completionOf(host, context)], icons: false }),
      keymap.of([
        { key: 'Mod-z', run: own(() => host.undo()) },
        { key: 'Mod-y', run: own(() => host.redo()) },
        { key: 'Mod-Shift-z', run: own(() => host.redo()) },
        { key: 'Shift-Alt-f', run: own(() => host.tidy()) },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...foldKeymap,
        ...lintKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => this.updated(update)),
      EditorView.domEventHandlers({
        compositionend: () => {
          setTimeout(() => this.hand(true));
        },
        blur: () => {
          host.paused();
        },
        // The browser's own menu has undo, too.
        beforeinput: ({ inputType }) => {
          if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return false;
          if (inputType === 'historyUndo') host.undo();
          else host.redo();
          return true;
        },
      }),
    ];
  }

  private updated({ docChanged, selectionSet, transactions, view }: ViewUpdate): void {
    if (transactions.some((transaction) => transaction.annotation(outside))) return;
    if (!docChanged) return void (selectionSet && this.host.paused());
    if (!view.composing)
      this.hand(
        transactions.every((transaction) => transaction.isUserEvent('input.type') || transaction.isUserEvent('delete')),
      );
  }

  /** Hands over what a person wrote. Half-composed words are left until they are whole. */
  private hand(isTyping: boolean): void {
    const text = this.view?.state.doc.toString();
    if (text === undefined || this.view?.composing || text === this.shown.text) return;
    this.shown = { ...this.shown, text };
    this.host.typed(text, isTyping);
  }
}

const settingOf = ({ language, label, readonly }: CodeShown): Extension => [
  EditorState.readOnly.of(readonly),
  EditorState.phrases.of(phrases(language)),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': 'hint', tabindex: '0' }),
];

function diagnosticsOf(state: EditorState, { problems, language }: CodeShown) {
  const most = state.doc.length;
  return setDiagnostics(
    state,
    problems.map(({ start, end, problem }) => ({
      from: Math.min(start, most),
      to: Math.min(Math.max(start, end), most),
      severity: 'error' as const,
      message: problem.reason[language],
    })),
  );
}

const setDiagnosticsOf = (state: EditorState, shown: CodeShown): EditorState =>
  state.update(diagnosticsOf(state, shown)).state;

function completionOf(host: CodeHost, context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context;
  if (!explicit && !context.matchBefore(/["\w$-]+/)) return null;
  const found = host.offers(state.doc.toString(), pos);
  return found
    ? { from: found.from, options: found.list.map((offer) => optionOf(offer, found.to - pos)), validFor: /^"?[\w$-]*$/ }
    : null;
}

/**
 * The quotes are part of what is compared: they are what a person types first. `behind`: so many characters behind the
 * caret are replaced, too.
 */
const optionOf = ({ text, title, help, rest }: Offer, behind: number): Completion => ({
  label: text,
  displayLabel: text.replace(/^"|"$/g, ''),
  detail: title,
  ...(help === undefined ? {} : { info: help }),
  apply: (view: EditorView, _: Completion, from: number, to: number) => {
    view.dispatch({
      changes: { from, to: to + behind, insert: text + (rest?.text ?? '') },
      selection: { anchor: from + text.length + (rest?.caret ?? 0) },
      userEvent: 'input.complete',
    });
  },
});
