import { toggleMark } from 'prosemirror-commands';
import type { EditorView } from 'prosemirror-view';
import { schema } from './rich-schema';

/** Links what is selected; where nothing is, puts the words there. */
export function link(view: EditorView, href: string, words: string) {
  if (view.state.selection.empty) {
    const text = schema.text(words, [schema.marks.link.create({ href })]);
    view.dispatch(view.state.tr.replaceSelectionWith(text, false));
  } else {
    toggleMark(schema.marks.link, { href }, { removeWhenPresent: false })(view.state, view.dispatch);
  }
}
