package eu.rempart.ops.site.engine;

import java.io.IOException;
import java.io.Serial;

/** Patroni said no, with its reason: nothing was done. */
public final class PatroniRefusedException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  PatroniRefusedException(int status, String reason) {
    super("Patroni refuses (%d): %s".formatted(status, reason));
  }
}
