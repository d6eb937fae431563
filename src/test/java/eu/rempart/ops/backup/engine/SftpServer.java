package eu.rempart.ops.backup.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** OpenSSH's server for files alone, on a port of its own, for whoever runs the test. */
public final class SftpServer implements AutoCloseable {

  private static final String SSHD = "/usr/sbin/sshd";

  /** A file may have 8 KiB, and who writes more hears so. */
  private static final List<String> FULL =
      List.of("bash", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"");

  private final Path folder;
  private final InetAddress at;
  private final int port;
  private final Process process;

  /**
   * Starts it.
   *
   * @param folder an empty folder, for its keys and what is stored
   * @param authorized the line of the one key that is let in
   */
  public static SftpServer start(Path folder, String authorized) throws Exception {
    return start(folder, authorized, InetAddress.ofLiteral("127.0.0.1"));
  }

  /**
   * As {@link #start(Path, String)}, at another address of this machine.
   *
   * @param at the address
   */
  public static SftpServer start(Path folder, String authorized, InetAddress at) throws Exception {
    Files.createDirectories(folder.resolve("data"));
    newHostKey(folder);
    Path allowed = folder.resolve("authorized_keys");
    Files.writeString(allowed, authorized + "\n");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, at)) {
      port = free.getLocalPort();
    }
    return new SftpServer(folder, at, port, run(folder, at, port, List.of()));
  }

  private static void newHostKey(Path folder) throws Exception {
    Files.deleteIfExists(folder.resolve("host"));
    Process made =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve("host").toString())
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("no host key");
    }
  }

  private static Process run(Path folder, InetAddress at, int port, List<String> through)
      throws IOException {
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        """
        Port %d
        ListenAddress %s
        HostKey %s
        PidFile none
        AuthorizedKeysFile %s
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        UsePAM no
        StrictModes no
        AllowTcpForwarding no
        Subsystem sftp internal-sftp
        ForceCommand internal-sftp
        PerSourcePenalties no
        MaxStartups 60
        """
            .formatted(
                port,
                at.getHostAddress(),
                folder.resolve("host"),
                folder.resolve("authorized_keys")),
        StandardCharsets.UTF_8);
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(
          Path.of("/run/sshd"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    List<String> command = new ArrayList<>(through);
    command.addAll(
        List.of(SSHD, "-D", "-f", config.toString(), "-E", folder.resolve("log").toString()));
    Process process = new ProcessBuilder(command).start();
    Awaitility.await("the server for files").until(() -> answers(at, port));
    return process;
  }

  private static boolean answers(InetAddress at, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(at, port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private SftpServer(Path folder, InetAddress at, int port, Process process) {
    this.folder = folder;
    this.at = at;
    this.port = port;
    this.process = process;
  }

  public DestinationAddress address() throws Exception {
    return DestinationAddress.parse(
        "sftp://%s@%s:%d%s"
            .formatted(
                System.getProperty("user.name"),
                at.getHostAddress(),
                port,
                folder.resolve("data")));
  }

  public Path data() {
    return folder.resolve("data");
  }

  /** As a client would write it down. */
  public String hostKey() throws IOException {
    String[] words = Files.readString(folder.resolve("host.pub")).split(" ", -1);
    return words[0] + " " + words[1];
  }

  /** Takes connections and says nothing, until it goes on. */
  public void freeze(boolean so) throws Exception {
    Process signal =
        new ProcessBuilder("kill", so ? "-STOP" : "-CONT", Long.toString(process.pid())).start();
    if (signal.waitFor() != 0) {
      throw new IOException("no signal");
    }
  }

  /** The same server once more, after it was closed. */
  public SftpServer again() throws Exception {
    return new SftpServer(folder, at, port, run(folder, at, port, List.of()));
  }

  /**
   * The same server, which takes no more than the beginning of a file: clients hear the same of it
   * as of one whose disk is full.
   */
  public SftpServer full() throws Exception {
    close();
    return new SftpServer(folder, at, port, run(folder, at, port, FULL));
  }

  /** The same server, as far as anybody can tell by its address, with another key. */
  public SftpServer impostor() throws Exception {
    close();
    newHostKey(folder);
    return new SftpServer(folder, at, port, run(folder, at, port, List.of()));
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
