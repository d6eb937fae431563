package eu.rempart;

import java.util.stream.IntStream;

/**
 * How often tests with seeds try: a few seeds in every run, the first of as many as the long
 * profile tries ({@code ./rempart test --long properties}).
 */
public final class Tries {

  /** Set by the long profile. */
  public static final boolean LONG = Boolean.getBoolean("rempart.long");

  private Tries() {}

  /**
   * The seeds to try, from 1 on.
   *
   * @param few how many in every run
   * @param many how many in the long profile
   */
  public static IntStream seeds(int few, int many) {
    return IntStream.rangeClosed(1, LONG ? many : few);
  }
}
