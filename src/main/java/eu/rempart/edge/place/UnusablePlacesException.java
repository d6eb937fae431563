package eu.rempart.edge.place;

import org.jspecify.annotations.Nullable;

/** A file of places can't be used; the former places stay. */
final class UnusablePlacesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, with the code that people see. */
  enum Fault {
    MISSING("E-PLACE-1", "it can not be read"),
    TOO_LARGE("E-PLACE-2", "it is larger than 1 GB"),
    DAMAGED("E-PLACE-3", "it is truncated, or no mmdb file"),
    NO_COUNTRIES("E-PLACE-4", "it has no countries in it");

    private final String code;
    private final String words;

    Fault(String code, String words) {
      this.code = code;
      this.words = words;
    }

    String code() {
      return code;
    }

    String words() {
      return words;
    }
  }

  private final Fault fault;

  UnusablePlacesException(Fault fault, @Nullable Throwable cause) {
    super("a file of places can't be used: " + fault.words(), cause);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
