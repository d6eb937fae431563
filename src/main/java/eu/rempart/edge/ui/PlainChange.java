package eu.rempart.edge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.edge.admin.EdgeChange;
import java.util.Optional;

/** A change that needs no fields but its reason; a sentence says what it does. */
record PlainChange(EdgeChange change, String sentence, boolean previewed) implements ChangeForm {

  @Override
  public Component fields() {
    return new Paragraph(sentence);
  }

  @Override
  public void onEdit(Runnable edited) {
    // there is nothing to edit
  }

  @Override
  public Optional<EdgeChange> change(String reason) {
    return Optional.of(change);
  }
}
