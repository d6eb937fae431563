package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import java.io.Serializable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What stands in a list without rows: nobody has kept anything yet, or nothing was found. */
final class NoRows implements Serializable {

  private static final long serialVersionUID = 1L;

  private @Nullable Component nothingYet;
  private transient BooleanSupplier everything = () -> true;

  void set(Component component, BooleanSupplier unfiltered) {
    nothingYet = component;
    everything = unfiltered;
  }

  Component component(String search) {
    return search.isEmpty() && everything.getAsBoolean() && nothingYet != null
        ? nothingYet
        : new EmptyState(
            Glyph.SEARCH, t("shell.list.nothing.title"), t("shell.list.nothing.sentence"));
  }
}
