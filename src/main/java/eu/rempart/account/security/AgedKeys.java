package eu.rempart.account.security;

import java.time.Instant;
import java.util.List;

/**
 * Keys of programs that a room lets in, for who watches how old keys are. Provided as a bean by the
 * room that admits the programs; asks for {@link eu.rempart.account.Right#SEE_OPERATIONS}.
 */
@FunctionalInterface
public interface AgedKeys {

  /**
   * One of them.
   *
   * @param name what it opens and who has it, in the reader's language
   * @param since when it was made, or became known
   */
  record AgedKey(String name, Instant since) {}

  /** Those that open something now. */
  List<AgedKey> open();
}
