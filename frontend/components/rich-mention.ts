import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from './rich-schema';

export type Member = { id: string; name: string };

/** What is being typed behind an at sign, and who fits it. */
export type Search = { from: number; to: number; found: Member[]; marked: number };

const SHOWN = 6;

function folded(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Null where the cursor does not stand behind an at sign, or nobody fits. */
export function searched(state: EditorState, members: Member[]): Search | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const typed = /(?:^|[\s(])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u.exec(before);
  if (!typed) return null;
  const wanted = folded(typed[1]);
  const found = members
    .filter(({ name }) => folded(name).startsWith(wanted) || folded(name).includes(` ${wanted}`))
    .slice(0, SHOWN);
  const from = $from.pos - typed[1].length - 1;
  return found.length > 0 ? { from, to: $from.pos, found, marked: 0 } : null;
}

/** Types the at sign that a mention begins with. */
export function beginMention(view: EditorView) {
  view.focus();
  const before = view.state.selection.$from.nodeBefore?.text ?? '';
  view.dispatch(view.state.tr.insertText(before === '' || before.endsWith(' ') ? '@' : ' @'));
}

/** Puts a mention in the place of what was typed. */
export function mention(view: EditorView, search: Search, member: Member) {
  const node = schema.nodes.mention.create({ member: member.id, name: member.name });
  const change = view.state.tr.replaceWith(search.from, search.to, [node, schema.text(' ')]);
  view.dispatch(change.scrollIntoView());
  view.focus();
}
