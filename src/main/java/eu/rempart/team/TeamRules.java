package eu.rempart.team;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;

/** What teams and roles must be like to be kept. */
final class TeamRules {

  static final int MAX_NAME = 100;

  private TeamRules() {}

  /**
   * The name without space around it.
   *
   * @throws InvalidFieldException if it is empty or too long
   */
  static String name(String field, String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new InvalidFieldException(field, Problem.REQUIRED);
    }
    if (stripped.length() > MAX_NAME) {
      throw new InvalidFieldException(field, Problem.TOO_LONG);
    }
    return stripped;
  }
}
