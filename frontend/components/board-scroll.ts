const EDGE_PX = 48;
const STEP_PX = 8;

/** Columns that scroll on as long as a card is held at their edge, whether the finger moves there or not. */
export class EdgeScroll {
  private readonly columns: HTMLElement;
  private frame = 0;

  /** Columns that snap would jump back each time that they are scrolled a little: not while this lasts. */
  constructor(columns: HTMLElement) {
    this.columns = columns;
    columns.classList.add('dragging');
  }

  /** The card is held there; `scrolled` is told whenever other columns come below it. */
  at(x: number, scrolled: () => void) {
    const box = this.columns.getBoundingClientRect();
    const step = x > box.right - EDGE_PX ? STEP_PX : x < box.left + EDGE_PX ? -STEP_PX : 0;
    cancelAnimationFrame(this.frame);
    const on = () => {
      this.columns.scrollBy({ left: step });
      scrolled();
      this.frame = requestAnimationFrame(on);
    };
    if (step !== 0) {
      this.frame = requestAnimationFrame(on);
    }
  }

  /** Columns that snap again would go back to the one that they were at before: this one is kept. */
  end() {
    cancelAnimationFrame(this.frame);
    const seen = this.middle();
    this.columns.classList.remove('dragging');
    seen?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  private middle() {
    const box = this.columns.getBoundingClientRect();
    const middle = (box.left + box.right) / 2;
    const away = (column: Element) => {
      const { left, right } = column.getBoundingClientRect();
      return Math.max(left - middle, middle - right);
    };
    return [...this.columns.children].sort((one, other) => away(one) - away(other))[0];
  }
}
