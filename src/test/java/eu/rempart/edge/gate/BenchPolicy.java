package eu.rempart.edge.gate;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** A policy to measure with, which only this package may make. */
public final class BenchPolicy {

  private BenchPolicy() {}

  /** So many networks are banned, and as many slowed; everything else is usual. */
  public static EdgePolicy withBans(int count) {
    var random = new SplittableRandom(3);
    List<Ban> bans =
        IntStream.range(0, 2 * count)
            .mapToObj(
                i ->
                    ban(
                        Prefix.coarse(0, Source.ofIpv4(random.nextLong()).low()),
                        i % 2 == 0 ? Ban.Step.BANNED : Ban.Step.SLOWED))
            .toList();
    return new EdgePolicy(
        new EdgePolicy.Parts(List.of(), List.of(), bans, List.of(), EdgeSettings.USUAL),
        Instant.now(),
        System.nanoTime());
  }

  private static Ban ban(Prefix network, Ban.Step step) {
    Instant now = Instant.now();
    return new Ban(
        UUID.randomUUID(),
        1,
        network,
        Place.UNKNOWN,
        step,
        "scan",
        Map.of(),
        null,
        1,
        now,
        now.plus(Duration.ofDays(7)),
        null,
        null);
  }
}
