package eu.rempart.journey.operations;

import static org.awaitility.Awaitility.await;

import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network in which an application runs alone, with one way out of it, and a log of what begins to
 * go that way: what opens a connection of TCP, and every packet of other kinds. For a process that
 * has a network of its own already, where the other end of that way has all addresses that the test
 * wants.
 */
final class OwnNetwork implements AutoCloseable {

  /** Where the application runs, as seen from here. */
  static final String ADDRESS = "10.77.0.2";

  private static final String HERE = "10.77.0.1";

  /** Answers to whoever came from here are no packets of interest. */
  private static final String FILTER =
      "(ip and tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn) or (ip and not tcp)"
          + " or ip6 proto \\tcp or ip6 proto \\udp";

  private static final Pattern TO = Pattern.compile(" IP6? \\S+ > ([0-9]+(?:\\.[0-9]+){3}|\\S+)");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final Process holder;
  private final Process log;
  private final Path told;

  /**
   * How to run a program in a network of its own with the addresses that it gives itself, whoever
   * this is.
   */
  static List<String> alone() {
    List<String> command = new ArrayList<>(List.of("unshare", "--net"));
    if (!isRoot()) {
      // PostgreSQL and OpenSSH do not run as root, not even as one that is none
      command.addAll(List.of("--map-current-user", "--keep-caps"));
    }
    command.addAll(List.of("sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
    return command;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /**
   * Makes it.
   *
   * @param destinations addresses that this end is to have
   */
  OwnNetwork(Collection<String> destinations) throws IOException {
    holder = new ProcessBuilder("unshare", "--net", "sleep", "infinity").start();
    Path network = Path.of("/proc", Long.toString(holder.pid()), "ns", "net");
    await().atMost(PATIENCE).until(() -> !isOurs(network));
    // without an address of the link nothing asks in IPv6 who else is there
    run("ip link add in type veth peer name out");
    run("ip link set out netns " + holder.pid());
    run("ip link set in addrgenmode none");
    run("ip address add %s/24 dev in".formatted(HERE));
    for (String each : destinations) {
      run("ip address add %s/32 dev in".formatted(each));
    }
    run("ip link set in up");
    for (String each :
        List.of(
            "ip link set lo up",
            "ip link set out addrgenmode none",
            "ip address add %s/24 dev out".formatted(ADDRESS),
            "ip link set out up",
            "ip route add default via " + HERE)) {
      inside(each.split(" "));
    }
    told = Files.createTempFile("packets", ".log");
    log = listen();
  }

  private static boolean isOurs(Path network) throws IOException {
    return Files.readSymbolicLink(network)
        .equals(Files.readSymbolicLink(Path.of("/proc/self/ns/net")));
  }

  private Process listen() throws IOException {
    List<String> command = new ArrayList<>(through());
    command.addAll(List.of("tcpdump", "-i", "out", "-n", "-l", "-Q", "out"));
    if (isRoot()) {
      command.addAll(List.of("-Z", "root"));
    }
    command.add(FILTER);
    Process process = new ProcessBuilder(command).redirectError(told.toFile()).start();
    Thread.ofPlatform().daemon().start(() -> read(process));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              String words = Files.readString(told);
              if (!process.isAlive()) {
                throw new IOException("no log of packets: " + words);
              }
              return words.contains("listening on out");
            });
    return process;
  }

  private void read(Process process) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println("[packet] " + line);
        Matcher to = TO.matcher(line);
        seen.add(to.find() ? to.group(1) : line);
      }
    } catch (IOException e) {
      seen.add("the log broke off: " + e);
    }
  }

  /** Runs what is added to it in this network. */
  List<String> through() {
    return List.of("nsenter", "--net=/proc/%d/ns/net".formatted(holder.pid()));
  }

  /** Runs a command in this network. */
  Outcome inside(String... words) {
    List<String> command = new ArrayList<>(through());
    command.addAll(List.of(words));
    Outcome outcome = new Shell().run(command.toArray(String[]::new));
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(outcome.toString());
    }
    return outcome;
  }

  private static void run(String command) {
    Outcome outcome = new Shell().run(command.split(" "));
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(command + ": " + outcome);
    }
  }

  /** Where something went. */
  Set<String> seen() {
    return new TreeSet<>(seen);
  }

  /** Sends a packet to an address, and waits until the log has it, and all before it. */
  void stray(String address) {
    inside("bash", "-c", "echo stray > /dev/udp/%s/9".formatted(address));
    await().atMost(PATIENCE).until(() -> seen.contains(address));
  }

  @Override
  public void close() throws IOException {
    log.destroy();
    log.onExit().join();
    holder.destroy();
    holder.onExit().join();
    Files.deleteIfExists(told);
  }
}
