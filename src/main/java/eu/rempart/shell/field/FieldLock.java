package eu.rempart.shell.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;

/** What of a form somebody may see and change. */
public final class FieldLock {

  private FieldLock() {}

  /** Leaves a field out, or lets it be read only. */
  public static void apply(Component input, boolean hidden, boolean fixed) {
    input.setVisible(!hidden);
    if (fixed && input instanceof HasValue<?, ?> field) {
      field.setReadOnly(true);
    }
  }
}
