package eu.rempart.shell.list;

import java.util.Set;

/**
 * The records that somebody chose in a list.
 *
 * @param some those that were ticked one by one; none where all are chosen
 * @param all whether all that the list finds are meant
 * @param count how many they are, as far as the list counts
 */
public record Chosen<T>(Set<T> some, boolean all, int count) {

  public Chosen {
    some = Set.copyOf(some);
  }
}
