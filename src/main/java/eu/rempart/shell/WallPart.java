package eu.rempart.shell;

import com.vaadin.flow.component.Component;

/**
 * What a room shows on the screens on a wall for a while, in turn with others. Provided as a bean;
 * comes before what is about traffic, in the beans' order.
 */
@FunctionalInterface
public interface WallPart {

  /**
   * A part that is shown.
   *
   * @param component filled already
   * @param refresh brings it up to date; called every few seconds in the UI's thread
   */
  record Shown(Component component, Runnable refresh) {}

  /** Built anew with each screen. */
  Shown create();
}
