package eu.rempart.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/** What of a page people can't see whole: text and focus rings that something cuts. */
public final class Clipping {

  /**
   * Steps through the tree as it is drawn: what stands in slots belongs to the component that shows
   * it.
   */
  private static final String TREE =
      """
      const up = node => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
      const named = element => `${element.localName}.${element.className || element.part || ''}`;
      const unseen = element => {
        const box = element.getBoundingClientRect();
        return box.width <= 1 || box.height <= 1 || getComputedStyle(element).clipPath !== 'none';
      };
      // the boxes that may cut what is in an element, from the inside out
      const around = function* (element) {
        let position = getComputedStyle(element).position;
        for (let each = up(element); each && position !== 'fixed'; each = up(each)) {
          const style = getComputedStyle(each);
          if (style.display === 'contents') continue;
          const holds = style.position !== 'static' || style.transform !== 'none'
              || style.containerType !== 'normal';
          if (position === 'absolute' && !holds) continue;
          position = style.position;
          const box = each.getBoundingClientRect();
          const left = box.left + each.clientLeft;
          const top = box.top + each.clientTop;
          yield {each, style, left, top,
            right: left + each.clientWidth, bottom: top + each.clientHeight};
        }
      };
      """;

  /**
   * Each text below an element that is cut by a box which neither scrolls nor says by an ellipsis
   * that there is more.
   */
  private static final String TEXTS =
      "root => {"
          + TREE
          + """
            const cut = [];
            const look = node => {
              if (node.nodeType === Node.TEXT_NODE) {
                if (node.data.trim()) check(node);
                return;
              }
              if (node.nodeType === Node.ELEMENT_NODE) {
                if (['style', 'script', 'svg', 'textarea'].includes(node.localName)) return;
                if (getComputedStyle(node).display === 'none') return;
              }
              for (const child of node.childNodes) look(child);
              if (node.shadowRoot) look(node.shadowRoot);
            };
            const check = text => {
              let parent = up(text);
              while (parent && getComputedStyle(parent).display === 'contents') parent = up(parent);
              if (!parent?.checkVisibility({opacityProperty: true, visibilityProperty: true})) return;
              const range = document.createRange();
              range.selectNodeContents(text);
              const box = range.getBoundingClientRect();
              if (box.width < 1 || unseen(parent)) return;
              const {left: l, right: r, top: t, bottom: b} = parent.getBoundingClientRect();
              const itself = {each: parent, style: getComputedStyle(parent),
                left: l, right: r, top: t, bottom: b};
              let inLine = true; // an ellipsis stands for the text of its own lines alone
              for (const {each, style, left, top, right, bottom} of [itself, ...around(parent)]) {
                if (unseen(each) && style.overflow !== 'visible') return;
                const sideways = box.left < left - 1 || box.right > right + 1;
                const upright = box.top < top - 4 || box.bottom > bottom + 4;
                const own = inLine && ['block', 'inline-block', 'flow-root', '-webkit-box', 'list-item',
                  'table-cell'].includes(style.display);
                if (own && (style.textOverflow === 'ellipsis' && style.overflowX !== 'visible'
                    || style.webkitLineClamp !== 'none')) return;
                if (sideways && ['auto', 'scroll'].includes(style.overflowX)
                    || upright && ['auto', 'scroll'].includes(style.overflowY)) return;
                if (sideways && style.overflowX !== 'visible' || upright && style.overflowY !== 'visible') {
                  cut.push(`"${text.data.trim()}" of ${Math.round(box.width)} px by ${named(each)}`
                      + ` of ${Math.round(right - left)} px`);
                  return;
                }
                inLine &&= style.display === 'inline';
              }
            };
            look(root);
            return [...new Set(cut)];
          }
          """;

  /** The sides at which the ring of what has the focus is cut, and by what. */
  private static final String RING =
      "() => {"
          + TREE
          + """
            let focused = document.activeElement;
            while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
            let ringed = focused;
            const width = element => getComputedStyle(element).outlineStyle === 'none' ? 0
                : parseFloat(getComputedStyle(element).outlineWidth);
            while (ringed && width(ringed) === 0) ringed = up(ringed);
            if (!ringed) return [`no ring around ${named(focused)}`];
            const out = width(ringed) + parseFloat(getComputedStyle(ringed).outlineOffset);
            const box = ringed.getBoundingClientRect();
            const cut = [];
            for (const {each, style, left, top, right, bottom} of around(ringed)) {
              if (style.overflowX !== 'visible') {
                if (box.left - out < left - 0.5) cut.push(`left of ${named(ringed)} by ${named(each)}`);
                if (box.right + out > right + 0.5) cut.push(`right of ${named(ringed)} by ${named(each)}`);
              }
              if (style.overflowY !== 'visible') {
                if (box.top - out < top - 0.5) cut.push(`top of ${named(ringed)} by ${named(each)}`);
                if (box.bottom + out > bottom + 0.5) cut.push(`bottom of ${named(ringed)} by ${named(each)}`);
              }
            }
            return cut;
          }
          """;

  private Clipping() {}

  /** The texts in what is found first by a selector that are cut; for people to read. */
  public static List<String> texts(Page page, String selector) {
    return strings(page.locator(selector).first().evaluate(TEXTS));
  }

  /** At which sides the ring of what has the focus is cut; for people to read. */
  public static List<String> ring(Page page) {
    return strings(page.evaluate(RING));
  }

  private static List<String> strings(Object found) {
    return ((List<?>) found).stream().map(String.class::cast).toList();
  }
}
