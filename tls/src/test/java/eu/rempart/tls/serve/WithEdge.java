package eu.rempart.tls.serve;

import eu.rempart.tls.TlsProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** An edge in front of a backend that echoes, and how long it waits at most. */
abstract class WithEdge {
  protected static final Duration SHORT = Duration.ofMillis(150);

  @TempDir protected Path home;

  protected TestEdge edge(UnaryOperator<EdgeSettings> change) throws Exception {
    return new TestEdge(home, TlsProfile.STANDARD, TestBackend::echo, change);
  }
}
