package eu.rempart.edge.front;

import eu.rempart.common.command.CommandLogging;
import eu.rempart.tls.CertificateRefusedException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** {@code ./rempart edge}. */
public final class EdgeCommand {

  private static final int REFUSED = 1;
  private static final int WRONG_CALL = 2;

  private EdgeCommand() {}

  /**
   * Runs until a signal ends it: TERM after what is open has had its time, HUP only has it read its
   * configuration anew.
   *
   * @param arguments {@code --config FILE} and what goes before the file
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    CommandLogging.start();
    try {
      EdgeProcess process = new EdgeProcess(EdgeCall.of(arguments));
      Hangup.run(process::reload);
      InetSocketAddress address = process.open();
      Runtime.getRuntime().addShutdownHook(new Thread(process::close, "drain"));
      out.println("Rempart's edge listens on port " + address.getPort());
    } catch (WrongConfigException wrong) {
      err.println(wrong.getMessage());
      System.exit(WRONG_CALL);
    } catch (CertificateRefusedException refused) {
      err.println(refused.getMessage());
      System.exit(REFUSED);
    } catch (BindException inUse) {
      err.println(inUse.getMessage() + ": " + String.valueOf(inUse.getCause()));
      System.exit(REFUSED);
    }
    // Event loops are daemons: this thread keeps the process until a signal ends it.
    park();
  }

  private static void park() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
