import { type Mark, type Node, Schema } from 'prosemirror-model';

/** Addresses that a text may lead to; the server checks once more. */
export function safeAddress(typed: string): string | null {
  const text = typed.trim();
  if (/^(https?:\/\/|mailto:|tel:)/i.test(text)) return text;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) ? `https://${text}` : null;
}

/** What a text is made of: the elements that the server lets through, and no others. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0]
    },
    heading: {
      content: 'inline*',
      group: 'block',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h3', 0]
    },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0]
    },
    code_block: {
      content: 'text*',
      marks: '',
      group: 'block',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' as const }],
      toDOM: () => ['pre', 0]
    },
    bullet_list: {
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0]
    },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0]
    },
    list_item: {
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0]
    },
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br']
    },
    mention: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { member: {}, name: {} },
      leafText: (node: Node) => `@${node.attrs.name}`,
      parseDOM: [
        {
          tag: 'span[data-mention]',
          getAttrs: (element: HTMLElement) => ({
            member: element.dataset.mention,
            name: (element.textContent ?? '').replace(/^@/, '')
          })
        }
      ],
      toDOM: (node: Node) => [
        'span',
        { 'data-mention': node.attrs.member, class: 'rich-mention' },
        `@${node.attrs.name}`
      ]
    }
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element: HTMLElement) => {
            const href = safeAddress(element.getAttribute('href') ?? '');
            return href ? { href } : false;
          }
        }
      ],
      toDOM: (mark: Mark) => ['a', { href: mark.attrs.href }, 0]
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0]
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    s: {
      parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
      toDOM: () => ['s', 0]
    },
    code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] }
  }
});
