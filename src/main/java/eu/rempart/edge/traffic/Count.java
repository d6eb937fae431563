package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;

/**
 * So many of something from somewhere.
 *
 * @param what a {@link Measure#key}, or a name of {@link Kind} such as {@code protocol:TLSv1.3}
 */
public record Count(Place place, String what, long count) {

  /** What connections are told apart by, besides measures. */
  public enum Kind {
    PROTOCOL("protocol:"),
    CIPHER("cipher:"),
    GROUP("group:"),
    /** What made the hello: its JA4, whatever the place. */
    FINGERPRINT("ja4:"),
    /** Why a handshake failed, in the words of the TLS engine. */
    FAILURE("failure:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }
  }
}
