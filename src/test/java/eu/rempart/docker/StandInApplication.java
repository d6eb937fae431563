package eu.rempart.docker;

import java.util.concurrent.CountDownLatch;

/**
 * Stands in for Rempart in a jar of its own: prints its arguments and waits for the signal to end.
 */
public final class StandInApplication {

  private StandInApplication() {}

  /** Ends at once when Spring would end after a training run. */
  public static void main(String[] arguments) throws InterruptedException {
    for (String argument : arguments) {
      System.out.println(argument);
    }
    if ("onRefresh".equals(System.getProperty("spring.context.exit"))) {
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped cleanly")));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
