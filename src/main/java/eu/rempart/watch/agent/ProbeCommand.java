package eu.rempart.watch.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./rempart probe}. */
public final class ProbeCommand {

  private static final int REFUSED = 1;
  private static final int WRONG_CALL = 2;
  private static final int PATIENCE_SECONDS = 20;

  private ProbeCommand() {}

  /**
   * Runs until a signal ends it.
   *
   * @param arguments see {@link ProbeCall}
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    ProbeCall call;
    try {
      call = ProbeCall.of(arguments);
    } catch (AgentException wrong) {
      err.println(wrong.getMessage());
      err.println(ProbeCall.USAGE);
      System.exit(WRONG_CALL);
      return;
    }
    Journal journal = new Journal(out, InstantSource.system());
    CountDownLatch over = new CountDownLatch(1);
    try (Probe probe = Probe.open(call, journal)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(probe, over), "stop"));
      probe.run();
    } catch (AgentException cannot) {
      over.countDown();
      err.println(cannot.getMessage());
      System.exit(REFUSED);
    } catch (IOException e) {
      over.countDown();
      err.println("The folder %s can't be used: %s".formatted(call.home(), e));
      System.exit(REFUSED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  private static void stop(Probe probe, CountDownLatch over) {
    probe.stop();
    try {
      boolean _ = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of this program, as home is told it. */
  static String release() {
    return Objects.requireNonNullElse(
        ProbeCommand.class.getPackage().getImplementationVersion(), "dev");
  }
}
