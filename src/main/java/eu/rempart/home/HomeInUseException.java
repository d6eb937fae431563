package eu.rempart.home;

import java.nio.file.Path;

/** Another process of Rempart holds the home folder. */
public final class HomeInUseException extends RuntimeException {

  public HomeInUseException(Path home) {
    super(
        "the home folder %s is in use by another Rempart: stop that one, or choose another --home"
            .formatted(home));
  }
}
