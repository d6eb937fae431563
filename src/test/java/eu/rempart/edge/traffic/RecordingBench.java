package eu.rempart.edge.traffic;

import eu.rempart.edge.gate.BenchPolicy;
import eu.rempart.edge.gate.EdgePolicy;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code ./rempart bench record}: what recording one request costs on the request's own thread, for
 * regulars and for a flood of sources that are all new. The goal is a microsecond.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class RecordingBench {

  private static final int REGULARS = 1 << 12;
  private static final int BOTNET = 1 << 20;

  private final Source[] regulars = new Source[REGULARS];
  private final Source[] botnet = new Source[BOTNET];
  private int next;

  @SuppressWarnings("NullAway.Init") // the harness calls fill first
  private TrafficRecorder recorder;

  /** Measures, and prints JMH's table. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(RecordingBench.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }

  /** Fills the tables that are looked into. */
  @Setup
  public void fill() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < REGULARS; i++) {
      regulars[i] = Source.ofIpv4(random.nextLong());
    }
    for (int i = 0; i < BOTNET; i++) {
      botnet[i] = Source.ofIpv4(random.nextLong());
    }
    EdgePolicy policy = BenchPolicy.withBans(1_000);
    recorder =
        new TrafficRecorder(
            Places.open(null),
            Sources.usual(),
            new Counters(),
            new Refusals(event -> {}),
            () -> policy,
            System::nanoTime);
  }

  /** A request of somebody who came before. */
  @Benchmark
  public void request() {
    Source source = regulars[next++ & (REGULARS - 1)];
    recorder.request(source.high(), source.low(), Measure.REQUEST_PAGE);
  }

  /** The same from two threads, which count into the same cells. */
  @Benchmark
  @Threads(2)
  public void requestOfTwo() {
    Source source = regulars[next++ & (REGULARS - 1)];
    recorder.request(source.high(), source.low(), Measure.REQUEST_PAGE);
  }

  /** A refusal in a flood from a million addresses. */
  @Benchmark
  public void refusal() {
    Source source = botnet[next++ & (BOTNET - 1)];
    recorder.refused(source.high(), source.low(), Verdict.TOO_FAST);
  }
}
