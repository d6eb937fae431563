package eu.rempart.bench.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network namespace for each machine, and a bridge between them on which this process is, too. Of
 * Linux, and for root.
 */
final class SiteNetwork implements AutoCloseable {

  private static final String BRIDGE = "rempart-fo";
  private static final String NET = "10.213.77.";

  /** In the order of their addresses. */
  private static final List<String> MACHINES = List.of("site-a", "site-b", "witness");

  private static final Map<String, String> SHORT =
      Map.of("site-a", "a", "site-b", "b", "witness", "w");

  /** Makes all of it; what a run that was killed left behind goes first. */
  SiteNetwork() throws IOException {
    remove();
    Shell.run("ip", "link", "add", BRIDGE, "type", "bridge");
    Shell.run("ip", "addr", "add", NET + "254/24", "dev", BRIDGE);
    Shell.run("ip", "link", "set", BRIDGE, "up");
    for (String machine : MACHINES) {
      String name = namespace(machine);
      Shell.run("ip", "netns", "add", name);
      Shell.run(
          "ip",
          "link",
          "add",
          cable(machine),
          "type",
          "veth",
          "peer",
          "name",
          "eth0",
          "netns",
          name);
      Shell.run("ip", "link", "set", cable(machine), "master", BRIDGE, "up");
      Shell.run("ip", "-n", name, "addr", "add", address(machine) + "/24", "dev", "eth0");
      Shell.run("ip", "-n", name, "link", "set", "eth0", "up");
      Shell.run("ip", "-n", name, "link", "set", "lo", "up");
    }
  }

  private static String namespace(String machine) {
    return BRIDGE + "-" + SHORT.get(machine);
  }

  private static String cable(String machine) {
    return BRIDGE + "-" + SHORT.get(machine);
  }

  String address(String machine) {
    return NET + (MACHINES.indexOf(machine) + 1);
  }

  /** A command that runs on that machine. */
  List<String> on(String machine, List<String> command) {
    List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace(machine)));
    whole.addAll(command);
    return whole;
  }

  /** From now on what is sent to it, or by it, arrives nowhere; nobody is told. */
  void cut(String machine) throws IOException {
    Shell.run("ip", "link", "set", cable(machine), "down");
  }

  /** The end of {@link #cut}. */
  void restore(String machine) throws IOException {
    Shell.run("ip", "link", "set", cable(machine), "up");
  }

  /** From now on the sites hear nothing of each other, and the witness hears both. */
  void separateSites() throws IOException {
    isolate("on");
  }

  /** The end of {@link #separateSites}. */
  void joinSites() throws IOException {
    isolate("off");
  }

  /** Two isolated ports of a bridge pass nothing to each other. */
  private static void isolate(String onOrOff) throws IOException {
    for (String site : List.of("site-a", "site-b")) {
      Shell.run("ip", "link", "set", cable(site), "type", "bridge_slave", "isolated", onOrOff);
    }
  }

  /** All processes of a machine. */
  List<Long> processes(String machine) throws IOException {
    return Shell.run("ip", "netns", "pids", namespace(machine))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Long::valueOf)
        .toList();
  }

  @Override
  public void close() throws IOException {
    remove();
  }

  private void remove() throws IOException {
    String namespaces = Shell.run("ip", "netns", "list");
    for (String machine : MACHINES) {
      if (namespaces.lines().anyMatch(line -> line.split(" ", 2)[0].equals(namespace(machine)))) {
        for (long process : processes(machine)) {
          ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
        }
        Shell.run("ip", "netns", "del", namespace(machine));
      }
    }
    if (Shell.run("ip", "-o", "link").contains(" " + BRIDGE + ":")) {
      Shell.run("ip", "link", "del", BRIDGE);
    }
  }
}
