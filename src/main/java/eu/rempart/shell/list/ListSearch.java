package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.shell.part.Glyph;

/** Finds in a list while one types. */
class ListSearch extends TextField {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 200;

  ListSearch(Runnable changed) {
    super(t("shell.list.search"));
    addClassName("record-search");
    setPlaceholder(t("shell.list.search"));
    setPrefixComponent(Glyph.SEARCH.create());
    setClearButtonVisible(true);
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(PAUSE_MILLIS);
    addValueChangeListener(_ -> changed.run());
  }

  String text() {
    return getValue().strip();
  }
}
