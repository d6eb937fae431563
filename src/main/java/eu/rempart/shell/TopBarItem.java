package eu.rempart.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a room puts on top of every page, before the user's menu. Provided as a bean. */
@FunctionalInterface
public interface TopBarItem {

  /** Built anew with each page; empty for people who have no use for it. */
  Optional<Component> create();
}
