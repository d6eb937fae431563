package eu.rempart.watch.wire;

import java.util.Locale;

/** Why home takes no request of an agent, or of somebody who says so. */
public enum Refusal {
  /** Nobody with this id was ever admitted, or the header is none. */
  UNKNOWN(401, "No such agent is admitted here."),
  SIGNATURE(401, "The signature is not of this agent's key, or not on this request."),
  REVOKED(403, "This agent was revoked, or another took its place; it needs a new code."),
  SUSPENDED(
      403,
      "This agent is suspended: its key is used in two places. Find out why, remove its folder and"
          + " admit it with a new code."),
  REPLAY(409, "This request was sent before."),
  CLOCK(409, "The clock of this request is more than five minutes off; this answer has home's."),
  ZONE(400, "This agent was admitted for another zone."),
  MALFORMED(400, "What was sent can't be read."),
  CODE(403, "This code is none, was used, is too old, or is for another zone."),
  TOO_MANY(429, "Too many wrong codes came within a minute; wait for one."),
  NOT_HOME(503, "This server has not the key by which agents know it."),
  AWAY(503, "Home can't take anything at the moment.");

  private final int status;
  private final String words;

  Refusal(int status, String words) {
    this.status = status;
    this.words = words;
  }

  public int status() {
    return status;
  }

  /** A sentence for whoever looks after the agent. */
  public String words() {
    return words;
  }

  /** As answers and texts name it: {@code too-many}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
