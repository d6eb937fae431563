package eu.rempart.shell.line;

import com.vaadin.flow.component.Component;
import eu.rempart.common.line.LooseLine;
import eu.rempart.common.line.SoldLine;
import java.util.List;

/**
 * What a row of one kind of lines has beside what all have.
 *
 * @param <L> the lines
 */
public interface LineRest<L extends SoldLine> {

  /** What is typed, with what all lines say; asked only where nothing is missing. */
  L line(LooseLine typed);

  /** Its fields, which stand behind the numbers. */
  default List<Component> inputs() {
    return List.of();
  }

  /** Calls back on every change. */
  default void onChange(Runnable listener) {}

  /** Whether something is missing; says so at its field where asked. */
  default boolean isMissing(boolean say) {
    return false;
  }
}
