package eu.rempart.tls.link;

import eu.rempart.tls.gate.Source;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which node a source belongs to, the same at every edge without a word between them: each source
 * gives each node a rank, and the highest that lives has it (rendezvous hashing, Thaler and
 * Ravishankar 1996). Where a node ends, only its sources move, and spread over the others.
 */
final class Rendezvous {
  private Rendezvous() {}

  /** The nodes in the order in which this source should try them, given their keys. */
  static <N> List<N> ranked(List<N> nodes, ToLongFunction<N> key, Source source) {
    return nodes.stream()
        .sorted(
            Comparator.comparingLong((N node) -> rank(key.applyAsLong(node), source)).reversed())
        .toList();
  }

  /** What a source is known by: an address of IPv4, a /64 of IPv6, which one household has. */
  static Source person(Source source) {
    return source.isIpv4() ? source : new Source(source.high(), 0);
  }

  private static long rank(long node, Source source) {
    return mix(mix(mix(node) ^ source.high()) ^ source.low());
  }

  /** A number for a node's name: FNV-1a, mixed. */
  static long key(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
