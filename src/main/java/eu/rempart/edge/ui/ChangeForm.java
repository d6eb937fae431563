package eu.rempart.edge.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.edge.admin.EdgeChange;
import java.util.Optional;

/** Fields from which a change is made. */
interface ChangeForm {

  Component fields();

  /** Calls back when somebody changes a field. */
  void onEdit(Runnable edited);

  /**
   * The change; empty if a field is wrong, which then says so.
   *
   * @param reason what the person gave as the reason, not blank
   */
  Optional<EdgeChange> change(String reason);

  /** Whether what it would have refused is worth showing first. */
  boolean previewed();
}
