package eu.rempart.journey.server;

import eu.rempart.cli.Shell;
import eu.rempart.journey.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged product's edge alone, in a process of its own. */
final class EdgeMachine implements AutoCloseable {

  private static final String LISTENS = "Rempart's edge listens on port ";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private EdgeMachine(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::drain);
  }

  /**
   * Begins one; {@link #port} waits for it.
   *
   * @param config its configuration
   */
  static EdgeMachine start(Path config) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Shell.repository().resolve("src/cli/java.args"),
            "-Xmx256m",
            "-cp",
            Installation.application().resolve(Installation.JAR).toString(),
            "eu.rempart.edge.front.EdgeCommand",
            "--config",
            config.toString(),
            "--port",
            "0");
    return new EdgeMachine(new Shell().prepare(command).redirectErrorStream(true).start());
  }

  private void drain() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        System.out.println("[edge] " + line);
        if (line.startsWith(LISTENS)) {
          port.complete(Integer.valueOf(line.substring(LISTENS.length())));
        }
      }
      port.completeExceptionally(new IllegalStateException(String.join("\n", output)));
    } catch (IOException ended) {
      port.completeExceptionally(ended);
    }
  }

  int port() throws Exception {
    return port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  String url() throws Exception {
    return "https://localhost:" + port();
  }

  /** How often it said that a node takes connections. */
  long takes() {
    synchronized (output) {
      return output.stream().filter(line -> line.endsWith(" takes connections")).count();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
