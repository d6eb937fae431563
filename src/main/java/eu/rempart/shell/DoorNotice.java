package eu.rempart.shell;

import java.util.Optional;

/**
 * What a room has to say on the sign-in page to whoever comes: nothing of customers or members.
 * Provided as a bean; asked again every few seconds.
 */
@FunctionalInterface
public interface DoorNotice {

  /** One sentence or two; empty where there is nothing to say. */
  Optional<String> sentence();
}
