package eu.rempart.tls;

/**
 * Renegotiation by clients, which JSSE knows only as a system property that it reads once, at the
 * first use of TLS in a process: so whoever uses TLS switches it off first.
 */
final class Renegotiation {

  private static final String REJECT = "jdk.tls.rejectClientInitiatedRenegotiation";

  private Renegotiation() {}

  /** Switches it off, unless an operator said something else. */
  static void refuse() {
    if (System.getProperty(REJECT) == null) {
      System.setProperty(REJECT, "true");
    }
  }
}
