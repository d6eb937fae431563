import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Plugin } from 'prosemirror-state';
import { schema } from './rich-schema';

const { nodes, marks } = schema;

/** A button of the bar: what it does, and whether it does so already where the cursor stands. */
export type Tool = { name: string; mark: string; run: Command; on: (state: EditorState) => boolean };

function inside(state: EditorState, type: string) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === type) return true;
  }
  return false;
}

function marked(name: string) {
  return (state: EditorState) => {
    const { from, to, empty, $from } = state.selection;
    return empty
      ? !!marks[name].isInSet(state.storedMarks ?? $from.marks())
      : state.doc.rangeHasMark(from, to, marks[name]);
  };
}

function listed(list: string): Command {
  return (state, dispatch) =>
    inside(state, list)
      ? liftListItem(nodes.list_item)(state, dispatch)
      : wrapInList(nodes[list])(state, dispatch);
}

const heading: Command = (state, dispatch) =>
  inside(state, 'heading')
    ? setBlockType(nodes.paragraph)(state, dispatch)
    : setBlockType(nodes.heading)(state, dispatch);

export const tools: Tool[] = [
  { name: 'strong', mark: 'B', run: toggleMark(marks.strong), on: marked('strong') },
  { name: 'em', mark: 'I', run: toggleMark(marks.em), on: marked('em') },
  { name: 's', mark: 'S', run: toggleMark(marks.s), on: marked('s') },
  { name: 'heading', mark: 'H', run: heading, on: (state) => inside(state, 'heading') },
  { name: 'bullets', mark: '•', run: listed('bullet_list'), on: (state) => inside(state, 'bullet_list') },
  { name: 'numbers', mark: '1.', run: listed('ordered_list'), on: (state) => inside(state, 'ordered_list') },
  { name: 'quote', mark: '”', run: wrapIn(nodes.blockquote), on: (state) => inside(state, 'blockquote') }
];

const newLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** Undo, the usual keys, and lists, quotes and headings that begin as they are typed. */
export function plugins(submit: Command): Plugin[] {
  return [
    history(),
    keymap({
      'Mod-z': undo,
      'Shift-Mod-z': redo,
      'Mod-y': redo,
      'Mod-b': toggleMark(marks.strong),
      'Mod-i': toggleMark(marks.em),
      'Mod-Enter': submit,
      'Shift-Enter': chainCommands(exitCode, newLine),
      Enter: splitListItem(nodes.list_item),
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': liftListItem(nodes.list_item)
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        wrappingInputRule(/^\s*([-*])\s$/, nodes.bullet_list),
        wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
        wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
        textblockTypeInputRule(/^#{1,3}\s$/, nodes.heading),
        textblockTypeInputRule(/^```$/, nodes.code_block)
      ]
    })
  ];
}
