package eu.rempart.tls.gate;

/** What becomes of a connection, and why. Constants only, so that a decision allocates nothing. */
public enum Verdict {
  PASS(Outcome.PASS),
  /** Passes, and its signature is made before those of others. */
  PREFERRED(Outcome.PASS),
  /** Served, but only after a delay and after everybody else. */
  SLOWED_BY_COUNTRY(Outcome.SLOW),
  SLOWED_BY_SUSPICION(Outcome.SLOW),

  BANNED(Outcome.REFUSE),
  COUNTRY_REFUSED(Outcome.REFUSE),
  TOO_MANY_AT_ONCE(Outcome.REFUSE),
  TOO_FAST(Outcome.REFUSE),
  COUNTRY_TOO_FAST(Outcome.REFUSE),
  /** The queue of signatures is full; known sources and resumptions go first. */
  NO_HANDSHAKE_LEFT(Outcome.REFUSE),
  DRAINING(Outcome.REFUSE),

  /** The peer is no listed balancer, or the header of the PROXY protocol is missing or wrong. */
  PROXY_HEADER(Outcome.REFUSE),
  HELLO_MALFORMED(Outcome.REFUSE),
  HELLO_TOO_SLOW(Outcome.REFUSE),
  HANDSHAKE_TOO_SLOW(Outcome.REFUSE),
  HANDSHAKE_FAILED(Outcome.REFUSE),
  /** The client ended the handshake because it does not trust our certificate: mostly people. */
  CERTIFICATE_NOT_TRUSTED(Outcome.REFUSE),
  /** The client went away in the middle of the handshake. */
  CLIENT_LEFT(Outcome.REFUSE),
  /** The name asked for (SNI, RFC 6066) is not one of ours. */
  OTHER_NAME(Outcome.REFUSE),
  REQUEST_TOO_SLOW(Outcome.REFUSE);

  /** How a verdict is carried out. */
  public enum Outcome {
    PASS,
    SLOW,
    REFUSE
  }

  private final Outcome outcome;

  Verdict(Outcome outcome) {
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }

  public boolean refuses() {
    return outcome == Outcome.REFUSE;
  }
}
