package eu.rempart.recall.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.history.RecordRef;
import eu.rempart.recall.RecallService;
import eu.rempart.shell.Bookmarks;
import eu.rempart.shell.part.Glyph;

/** Marks a record as the member's favourite, and takes the mark away. */
final class Star extends Button {

  private static final long serialVersionUID = 1L;

  private final transient RecallService recall;
  private final transient RecordRef ref;
  private boolean marked;

  Star(RecallService recall, RecordRef ref) {
    super(Glyph.STAR.create());
    this.recall = recall;
    this.ref = ref;
    addClassName("star");
    addThemeVariants(ButtonVariant.TERTIARY);
    setAriaLabel(t("recall.star"));
    setTooltipText(t("recall.star"));
    addClickListener(_ -> mark(!marked));
    show(recall.isFavourite(ref));
  }

  private void mark(boolean favourite) {
    recall.mark(ref, favourite);
    show(favourite);
    UI ui = UI.getCurrent();
    ComponentUtil.fireEvent(ui, new Bookmarks.Changed(ui));
  }

  private void show(boolean favourite) {
    marked = favourite;
    setClassName("marked", favourite);
    getElement().setAttribute("aria-pressed", String.valueOf(favourite));
  }
}
