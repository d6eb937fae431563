package eu.rempart.shell.line;

import eu.rempart.common.line.SoldLine;
import org.jspecify.annotations.Nullable;

/**
 * What lines of one kind are like for whoever types them.
 *
 * @param <L> the lines
 * @param <P> what they can be made from
 */
public interface LineForm<L extends SoldLine, P> {

  /** What the description is called. */
  String description();

  /** By which something is chosen to make a line from. */
  String name(P product);

  /**
   * A line that is made from something.
   *
   * @param currency ISO 4217; of a line that is made from something without any
   */
  L from(P product, String currency);

  /**
   * What a row has beside what all have.
   *
   * @param line what it says; null for an empty one
   */
  LineRest<L> rest(@Nullable L line);
}
