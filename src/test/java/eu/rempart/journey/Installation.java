package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import eu.rempart.cli.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged application in a process of its own, with a home of its own. */
public final class Installation implements AutoCloseable {

  public static final String EMAIL = "claire.martin@rempart.test";
  public static final String PASSWORD = "quatre-chevaux-jaunes-dansent";

  /**
   * Of the virtual machine: compiles once and fast, not again for the last bit of speed, and tidies
   * up without threads of its own. A start takes half of the processors' time then, and few
   * journeys are long enough to win it back.
   */
  private static final List<String> IN_A_HURRY =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  public static final String JAR = "rempart.jar";

  private static final String KIT = "recovery-kit.txt";
  private static final String READY = "Rempart is ready at ";
  private static final int START_SECONDS = 240;
  private static final int STOP_SECONDS = 60;

  /**
   * What an operator adds for the process.
   *
   * @param environment variables
   * @param options of the virtual machine
   * @param port 0 for any
   */
  public record Settings(Map<String, String> environment, List<String> options, int port) {
    public static final Settings NONE = new Settings(Map.of(), List.of());

    public Settings(Map<String, String> environment, List<String> options) {
      this(environment, options, 0);
    }
  }

  private final Process process;
  private final Path home;
  private final String url;
  private final List<String> output;

  private Installation(Process process, Path home, String url, List<String> output) {
    this.process = process;
    this.home = home;
    this.url = url;
    this.output = output;
  }

  /** The one that all journeys share; started by whoever asks first, stopped with the tests. */
  public static Installation shared() {
    return Shared.ONE;
  }

  private static final class Shared {
    static final Installation ONE = first();

    private static Installation first() {
      Installation one = of(Original.DEMO, "journeys", Settings.NONE);
      Runtime.getRuntime().addShutdownHook(new Thread(one::close));
      return one;
    }
  }

  /** Goes on, in a home of its own, with what was begun once for all. */
  public static Installation of(Original original, String name, Settings settings) {
    Path home = Homes.fresh(name);
    original.copyTo(home);
    return start(home, false, settings);
  }

  /** Starts a new one, whose administrator does first what the product asks for. */
  public static Installation begin(Path home, boolean demo) {
    return begin(home, demo, Settings.NONE);
  }

  public static Installation begin(Path home, boolean demo, Settings settings) {
    Installation begun = start(home, demo, settings);
    try (Person person = Person.at(begun, Way.DESKTOP_ENGLISH)) {
      Files.move(home.resolve(KIT), begun.kit());
      person.signIn();
      // more urgent is that the operator knows the password
      person.page().locator(".page-banner-more").click();
      person.button("account.kit.moved").click();
      assertThat(person.button("account.kit.moved")).hasCount(0);
      begun.forgetOperator();
      return begun;
    } catch (IOException | SQLException | RuntimeException | AssertionError e) {
      begun.close();
      throw new IllegalStateException("the recovery kit could not be put into a safe", e);
    }
  }

  /** As if the administrator had another password and kit than those of the start by now. */
  private void forgetOperator() throws IOException, SQLException {
    try (Connection owner = asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("DELETE FROM organisation_setting WHERE name LIKE 'setup.operator-%'");
    }
  }

  /** Starts and waits for the ready line; fails with all output where it doesn't come. */
  public static Installation start(Path home, boolean demo) {
    return start(home, demo, Settings.NONE);
  }

  public static Installation start(Path home, boolean demo, Settings settings) {
    return start(home, demo, settings, List.of());
  }

  /**
   * The same, through another command.
   *
   * @param through a command that becomes the one which is added to it; empty for none
   */
  public static Installation start(
      Path home, boolean demo, Settings settings, List<String> through) {
    Shell shell =
        new Shell().with("REMPART_ADMIN_EMAIL", EMAIL).with("REMPART_ADMIN_PASSWORD", PASSWORD);
    settings.environment().forEach(shell::with);
    try {
      List<String> whole = new ArrayList<>(through);
      whole.addAll(command(home, demo, settings));
      Process process = shell.prepare(whole).redirectErrorStream(true).start();
      Homes.begun(home);
      List<String> output = Collections.synchronizedList(new ArrayList<>());
      return new Installation(process, home, awaitReady(process, output), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A start that is refused: what it says, and its exit code. */
  public static Shell.Outcome refused(Path home) {
    return refused(home, Settings.NONE, List.of());
  }

  /**
   * The same, as an operator set it up.
   *
   * @param through a command that runs the one which is added to it; empty for none
   */
  public static Shell.Outcome refused(Path home, Settings settings, List<String> through) {
    Shell shell = new Shell();
    settings.environment().forEach(shell::with);
    List<String> whole = new ArrayList<>(through);
    whole.addAll(command(home, false, settings));
    return shell.run(whole.toArray(String[]::new));
  }

  private static List<String> command(Path home, boolean demo, Settings settings) {
    List<String> command =
        new ArrayList<>(
            List.of(program("java"), "@" + Shell.repository().resolve("src/cli/java.args")));
    command.addAll(IN_A_HURRY);
    command.addAll(Original.rehearsed());
    command.addAll(settings.options());
    command.addAll(
        List.of(
            "-jar",
            application().resolve(JAR).toString(),
            "--rempart.home=" + home,
            "--server.port=" + settings.port(),
            "--rempart.demo=" + demo));
    return command;
  }

  /** The folder of what was packaged, laid out as {@code ./rempart build} does. */
  public static Path application() {
    return Path.of(System.getProperty("rempart.unpacked"));
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String awaitReady(Process process, List<String> output) {
    CompletableFuture<String> ready = new CompletableFuture<>();
    // reading from a process holds the carrier of a virtual thread, and there are two of these
    Thread.ofPlatform().daemon().start(() -> drain(process, output, ready));
    try {
      return ready.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      throw new IllegalStateException("not ready:\n" + String.join("\n", output), e);
    }
  }

  private static void drain(Process process, List<String> output, CompletableFuture<String> ready) {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        System.out.println("[rempart] " + line);
        if (line.startsWith(READY)) {
          ready.complete(line.substring(READY.length()).strip());
        }
      }
      ready.completeExceptionally(new IllegalStateException("the process ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** The address without a slash at the end. */
  public String url() {
    return url;
  }

  /** What it said about errors so far, each with the line after it, which names what was thrown. */
  public List<String> errors() {
    synchronized (output) {
      List<String> errors = new ArrayList<>();
      for (int i = 0; i < output.size(); i++) {
        if (output.get(i).contains(" ERROR ")) {
          errors.add(String.join("\n", output.subList(i, Math.min(i + 3, output.size()))));
        }
      }
      return errors;
    }
  }

  public Path home() {
    return home;
  }

  /** Where the recovery kit was moved to. */
  Path kit() {
    return home.resolveSibling(KIT);
  }

  /** The server's own certificate. */
  public X509Certificate certificate() throws IOException, CertificateException {
    return certificateIn(home);
  }

  /** The certificate of the server that this home belongs to. */
  static X509Certificate certificateIn(Path home) throws IOException, CertificateException {
    try (InputStream pem = Files.newInputStream(home.resolve("tls/server.pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  /** A connection as the owner role, the way an operator gets in. */
  public Connection asOwner() throws IOException, SQLException {
    return DriverManager.getConnection(info("jdbc_url"), info("db_user"), info("db_password"));
  }

  /** What {@code ./rempart info} says of this. */
  public String info(String key) throws IOException {
    Properties info = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("run/info.properties"))) {
      info.load(in);
    }
    return Objects.requireNonNull(info.getProperty(key), key);
  }

  /** What is alive on its heap, as a file; only where an option lets anybody look into it. */
  public Path heap() throws IOException {
    Path heap = home.resolveSibling("heap");
    Shell.Outcome outcome =
        new Shell()
            .run(
                program("jcmd"),
                Long.toString(process.pid()),
                "GC.heap_dump",
                "-overwrite",
                heap.toString());
    if (outcome.exitCode() != 0 || !Files.exists(heap)) {
      throw new IllegalStateException(outcome.toString());
    }
    return heap;
  }

  /** {@code kill -9}: no chance to tidy up. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(STOP_SECONDS);
  }

  /**
   * Stops it where it is, as a machine that hangs: connections are taken and nobody serves them.
   */
  public void freeze() throws IOException {
    signal("-STOP");
  }

  public void thaw() throws IOException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException {
    if (!process.isAlive()) {
      return;
    }
    var outcome = new Shell().run("kill", name, Long.toString(process.pid()));
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  @Override
  public void close() {
    end(STOP_SECONDS);
  }

  /** Ends it as a signal does, and waits so long at most. */
  void end(int seconds) {
    // not by the process itself, which would close its output: what ends it may still say something
    process.toHandle().destroy();
    awaitEnd(seconds);
  }

  private void awaitEnd(int seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running " + seconds + " s after the signal");
      }
      Homes.ended(home);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
