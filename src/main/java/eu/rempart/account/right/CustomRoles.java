package eu.rempart.account.right;

import eu.rempart.account.Role;
import java.util.List;
import java.util.UUID;

/** The roles that the organisation made itself; the room team implements it. */
public interface CustomRoles {

  /** All of them, for administrators to choose from. */
  List<Choice> choices();

  /**
   * One of them.
   *
   * @param base the built-in role that it takes away from
   */
  record Choice(UUID id, String name, Role base) {}
}
