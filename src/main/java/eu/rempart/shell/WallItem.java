package eu.rempart.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What a room puts on top of the screens on a wall, which have no frame around them. Provided as a
 * bean.
 */
@FunctionalInterface
public interface WallItem {

  /** Built anew with each screen; empty for people who have no use for it. */
  Optional<Component> create();
}
