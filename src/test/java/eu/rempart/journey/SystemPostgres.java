package eu.rempart.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of the system's own programs (Debian's, in the tests), on loopback, in a
 * process of its own.
 */
public final class SystemPostgres implements AutoCloseable {

  private static final int MAXIMUM_MINUTES = 3;

  private final Path data;
  private final int port;

  private SystemPostgres(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  /** Starts it on a data folder that is there. */
  public static SystemPostgres start(Path data) throws IOException, InterruptedException {
    int port = freePort();
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(port);
    server("pg_ctl", "-D", data.toString(), "-l", data + ".log", "-o", options, "-w", "start");
    return new SystemPostgres(data, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /** Runs a program of the server to its end, in a user namespace where we are root. */
  static void server(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // as root it does not run
    }
    command.add(path(program));
    command.addAll(List.of(arguments));
    finish(Map.of(), command);
  }

  /**
   * Runs a program of the client to its end.
   *
   * @return what it complained of
   * @throws IllegalStateException with its complaints, if it fails
   */
  public static String client(String password, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(path(program)));
    command.addAll(List.of(arguments));
    return finish(Map.of("PGPASSWORD", password), command);
  }

  private static String path(String program) {
    return Path.of(System.getProperty("rempart.postgresql.programs"), program).toString();
  }

  private static String finish(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    // not a pipe: a server that is started keeps it open
    Path complaints = Files.createTempFile("postgresql", ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile())
            .start();
    if (!process.waitFor(MAXIMUM_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(command + ": " + Files.readString(complaints));
    }
    String said = Files.readString(complaints);
    Files.delete(complaints);
    return said;
  }

  @Override
  public void close() throws IOException {
    try {
      server("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
