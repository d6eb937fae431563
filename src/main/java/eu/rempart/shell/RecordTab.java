package eu.rempart.shell;

import com.vaadin.flow.component.Component;
import java.util.UUID;

/**
 * A tab that a room adds to the pages of other rooms' records, between their details and their
 * history. Provided as a bean; the tabs stand in the order of the beans.
 */
public interface RecordTab {

  /** As in the address: one word in small letters. */
  String key();

  /** Key of what stands on the tab. */
  String labelKey();

  /** Whether records of this kind, the name of their table, have it. */
  boolean isOn(String kind);

  /** Its content for one record; built when the tab is first opened, and whenever the page is. */
  Component show(String kind, UUID id);
}
