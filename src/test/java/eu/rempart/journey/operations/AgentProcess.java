package eu.rempart.journey.operations;

import eu.rempart.cli.Shell;
import eu.rempart.journey.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged product's agent, in a process of its own, which knows one host alone. */
final class AgentProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final List<String> command;
  private final String zone;
  private Process process;

  /**
   * Starts one.
   *
   * @param address of the host
   */
  AgentProcess(String zone, Path folder, String host, String address, int port, String code)
      throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts-" + zone), address + " " + host + "\n");
    this.zone = zone;
    this.command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djdk.net.hosts.file=" + hosts,
            "-cp",
            Installation.application().resolve(Installation.JAR).toString(),
            "eu.rempart.watch.agent.ProbeCommand",
            "--zone",
            zone,
            "--server",
            "https://" + host + ":" + port,
            "--home",
            folder.resolve("agent-" + zone).toString(),
            "--code",
            code);
    this.process = begin();
  }

  private Process begin() throws IOException {
    Process begun = new Shell().prepare(new ArrayList<>(command)).redirectErrorStream(true).start();
    Thread.ofPlatform().daemon().start(() -> drain(begun));
    return begun;
  }

  private void drain(Process of) {
    try (BufferedReader reader = of.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        System.out.println("[" + zone + "] " + line);
      }
    } catch (IOException ended) {
      System.out.println("[" + zone + "] ended");
    }
  }

  /** {@code kill -9}, and another start with the same call. */
  void killAndStart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process = begin();
  }

  /** Ends it as a signal does. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
