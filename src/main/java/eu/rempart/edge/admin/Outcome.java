package eu.rempart.edge.admin;

import java.time.Instant;

/** What became of a change. */
public sealed interface Outcome {

  /** It is in force, here at once and on other nodes within a second or so. */
  record Done() implements Outcome {}

  /** Somebody else changed the same meanwhile, or it is over already: look again. */
  record Stale() implements Outcome {}

  /**
   * It would shut out whoever makes it, from the address that they have now. Nothing was changed;
   * it can be made by allowing that address first.
   *
   * @param address the acting administrator's
   */
  record WouldShutOut(String address) implements Outcome {}

  /**
   * It would shut out whoever makes it some day, when an allowance or a rule ends that keeps their
   * address in. Nothing was changed.
   *
   * @param address the acting administrator's
   * @param from when
   */
  record WouldShutOutLater(String address, Instant from) implements Outcome {}
}
