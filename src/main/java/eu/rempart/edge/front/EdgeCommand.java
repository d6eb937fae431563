package eu.rempart.edge.front;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import eu.rempart.tls.CertificateRefusedException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** {@code ./rempart edge}. */
public final class EdgeCommand {

  private static final int REFUSED = 1;
  private static final int WRONG_CALL = 2;
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n%ex";

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
    logging();
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

  /** As the application logs, without its start-up. */
  private static void logging() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    context.getLogger("eu.rempart").setLevel(Level.INFO);
  }
}
