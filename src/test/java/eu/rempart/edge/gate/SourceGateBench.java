package eu.rempart.edge.gate;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code ./rempart bench gate}: what a decision on a connection costs, and its garbage. The gate
 * has 1,000 bans, 50 allowed networks, 500 known sources and 20 rules. The baseline does less: the
 * place by MaxMind's reader with its cache, and one bucket of Bucket4j for the address in a map.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class SourceGateBench {

  private static final int REGULARS = 1 << 12;
  private static final int BOTNET = 1 << 20;

  private final Source[] regulars = new Source[REGULARS];
  private final Source[] botnet = new Source[BOTNET];
  private final InetAddress[] addresses = new InetAddress[REGULARS];
  private final Map<InetAddress, Bucket> buckets = new ConcurrentHashMap<>();
  private long early;
  private int next;

  @SuppressWarnings("NullAway.Init") // the harness calls fill first
  private SourceGate gate;

  @SuppressWarnings("NullAway.Init") // the harness calls fill first
  private Reader reader;

  /** Measures, and prints JMH's table. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(SourceGateBench.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  /** Fills the gate and finds addresses that it lets pass. */
  @Setup
  public void fill() throws IOException {
    var random = new SplittableRandom(1);
    EdgePolicy policy = policy(random);
    gate = new SourceGate(Places.open(null), () -> policy, Sources.usual(), this::now);
    for (int i = 0; i < REGULARS; i++) {
      regulars[i] = passing(random);
      addresses[i] = regulars[i].address();
    }
    for (int i = 0; i < BOTNET; i++) {
      botnet[i] = Source.ofIpv4(random.nextLong());
    }
    try (InputStream in = Places.class.getResourceAsStream("geo-whois-asn-country.mmdb")) {
      reader = new Reader(Objects.requireNonNull(in), new CHMCache());
    }
  }

  /** A millisecond goes by between two, so that nobody comes too fast. */
  private long now() {
    early += 1_000_000;
    return System.nanoTime() + early;
  }

  private Source passing(SplittableRandom random) {
    while (true) {
      Source source =
          random.nextInt(4) == 0
              ? new Source(0x2a00_0000_0000_0000L | random.nextLong() >>> 12, random.nextLong())
              : Source.ofIpv4(random.nextLong());
      if (gate.admit(source.high(), source.low()) == Verdict.PASS) {
        gate.ended(source.high(), source.low());
        return source;
      }
    }
  }

  /** Gate 1: a connection of somebody who came before, let in, and counted out at its end. */
  @Benchmark
  public Verdict admitRegular() {
    Source source = regulars[next++ & (REGULARS - 1)];
    Verdict verdict = gate.admit(source.high(), source.low());
    gate.ended(source.high(), source.low());
    return verdict;
  }

  /** Gate 1 under a flood from a million addresses: each is new to the full tables. */
  @Benchmark
  public Verdict admitBotnet() {
    Source source = botnet[next++ & (BOTNET - 1)];
    Verdict verdict = gate.admit(source.high(), source.low());
    gate.ended(source.high(), source.low());
    return verdict;
  }

  /** Gate 2. */
  @Benchmark
  public Verdict handshake() {
    Source source = regulars[next++ & (REGULARS - 1)];
    return gate.handshake(source.high(), source.low(), false, 0.1);
  }

  /** The place by MaxMind's reader, and one bucket of Bucket4j in a map. */
  @Benchmark
  public boolean baseline() throws IOException {
    InetAddress address = addresses[next++ & (REGULARS - 1)];
    Map<?, ?> facts = reader.get(address, Map.class);
    Bucket bucket =
        buckets.computeIfAbsent(
            address,
            each ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit
                                .capacity(1_000_000)
                                .refillGreedy(1_000_000, Duration.ofSeconds(1)))
                    .build());
    return bucket.tryConsume(1) && (facts == null || facts.get("country_code") != null);
  }

  private EdgePolicy policy(SplittableRandom random) {
    List<CountryRule> rules = new ArrayList<>();
    for (String country : "KP IR SY CU BY AF SO LY SD YE".split(" ", -1)) {
      rules.add(CountryRule.of(RuleTarget.of(country), Treatment.REFUSED, 1, "r", null));
    }
    for (String country : "TV NR KI TO WS VU SB PW MH FM".split(" ", -1)) {
      rules.add(CountryRule.of(RuleTarget.of(country), Treatment.SLOWED, 10, "r", null));
    }
    List<AllowedNetwork> allowed = new ArrayList<>();
    List<Ban> bans = new ArrayList<>();
    List<KnownSource> known = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Prefix network = Prefix.coarse(0, Source.ofIpv4(random.nextLong()).low());
      bans.add(ban(network));
      if (i < 50) {
        allowed.add(AllowedNetwork.of(Prefix.fine(0, network.low()), "r", null));
      }
      if (i < 500) {
        known.add(new KnownSource(Prefix.fine(random.nextLong(), 0), false));
      }
    }
    return new EdgePolicy(
        new EdgePolicy.Parts(rules, allowed, bans, known, EdgeSettings.USUAL),
        Instant.now(),
        System.nanoTime());
  }

  private static Ban ban(Prefix network) {
    return new Ban(
        UUID.randomUUID(),
        1,
        network,
        Place.UNKNOWN,
        Ban.Step.BANNED,
        "scan",
        Map.of(),
        null,
        1,
        Instant.now(),
        Instant.now().plus(Duration.ofDays(7)),
        null,
        null);
  }
}
