package eu.rempart.account.session;

import java.util.Arrays;

/** Why a session came to its end; the sign-in page says it in a sentence. */
public enum SessionEnd {
  SIGNED_OUT("signedout"),
  /** Its member ended it from another session. */
  ENDED("ended"),
  /** Nobody did anything for as long as the organisation allows. */
  IDLE("idle"),
  /** The member or an administrator locked it. */
  LOCKED("locked"),
  /** The password was changed in another session. */
  PASSWORD_CHANGED("password"),
  /** Role changed, account suspended or invited anew. */
  ACCOUNT_CHANGED("changed"),
  EXPIRED("expired");

  private final String parameter;

  SessionEnd(String parameter) {
    this.parameter = parameter;
  }

  /** The reason of this name; {@link #EXPIRED} for one that another version of Rempart wrote. */
  static SessionEnd of(String name) {
    return Arrays.stream(values())
        .filter(end -> end.name().equals(name))
        .findFirst()
        .orElse(EXPIRED);
  }

  /** The query parameter of the sign-in page that stands for this reason. */
  public String parameter() {
    return parameter;
  }

  /** Path and query of the sign-in page, with a leading slash. */
  public String signInPage() {
    return "/login?" + parameter;
  }
}
