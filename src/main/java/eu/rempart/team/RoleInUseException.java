package eu.rempart.team;

/** A role that members have can't be removed. */
public final class RoleInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int members;

  RoleInUseException(int members) {
    super("%d members have the role, expected none".formatted(members));
    this.members = members;
  }

  /** How many have it, 1 or more. */
  public int members() {
    return members;
  }
}
