package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Prefix;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/**
 * What the edge needs to know.
 *
 * @param address where it listens; port 0 for any free one
 * @param balancers who may connect, each with a header of the PROXY protocol; empty where clients
 *     connect themselves
 * @param hostNames the only names (SNI) answered, lower case, perhaps {@code *.example.com}; empty
 *     for all. Clients that name no host, as those that use an IP address, always pass
 * @param signers signatures made at once
 * @param budget handshakes that may wait for a signature
 * @param loops threads that serve connections
 */
public record EdgeSettings(
    InetSocketAddress address,
    List<Prefix> balancers,
    Set<String> hostNames,
    EdgeTimes times,
    int signers,
    int budget,
    int loops) {

  /** At a few hundred signatures a second, who waits longest waits below a second. */
  private static final int USUAL_BUDGET = 256;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  public EdgeSettings {
    balancers = List.copyOf(balancers);
    hostNames = Set.copyOf(hostNames);
  }

  /** Clients connect themselves, and may use any name. */
  public static EdgeSettings on(InetSocketAddress address) {
    return new EdgeSettings(
        address,
        List.of(),
        Set.of(),
        EdgeTimes.usual(),
        Math.max(1, PROCESSORS / 2), // a flood has no more than half of the machine sign
        USUAL_BUDGET,
        Math.max(2, PROCESSORS));
  }

  public EdgeSettings withBalancers(List<Prefix> prefixes) {
    return new EdgeSettings(address, prefixes, hostNames, times, signers, budget, loops);
  }

  public EdgeSettings withHostNames(Set<String> names) {
    return new EdgeSettings(address, balancers, names, times, signers, budget, loops);
  }

  public EdgeSettings withTimes(EdgeTimes other) {
    return new EdgeSettings(address, balancers, hostNames, other, signers, budget, loops);
  }

  public EdgeSettings withSigners(int other) {
    return new EdgeSettings(address, balancers, hostNames, times, other, budget, loops);
  }

  public EdgeSettings withBudget(int other) {
    return new EdgeSettings(address, balancers, hostNames, times, signers, other, loops);
  }

  boolean isBalancer(long high, long low) {
    for (Prefix prefix : balancers) {
      if (prefix.contains(high, low)) {
        return true;
      }
    }
    return false;
  }

  boolean answersTo(String serverName) {
    if (hostNames.isEmpty() || hostNames.contains(serverName)) {
      return true;
    }
    int dot = serverName.indexOf('.');
    return dot > 0 && hostNames.contains("*" + serverName.substring(dot));
  }
}
