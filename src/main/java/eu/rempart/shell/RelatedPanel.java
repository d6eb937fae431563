package eu.rempart.shell;

import com.vaadin.flow.component.Component;
import java.util.UUID;

/**
 * What one room shows on the page of another room's record: the people of a company, say. Provided
 * as a bean; the page shows the panels of its kind of records below each other, in their order.
 */
public interface RelatedPanel {

  /** The kind of records on whose page it stands: the name of their table. */
  String kind();

  /** Its content for one record; built anew whenever the page is. */
  Component show(UUID id);
}
