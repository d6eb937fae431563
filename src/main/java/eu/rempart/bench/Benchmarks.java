package eu.rempart.bench;

import eu.rempart.bench.backup.BackupBench;
import eu.rempart.bench.edge.DetectorBench;
import eu.rempart.bench.edge.FloodBench;
import eu.rempart.bench.edge.HopBench;
import eu.rempart.bench.edge.ProbesBench;
import eu.rempart.bench.edge.TlsBench;
import eu.rempart.bench.site.FailoverBench;
import java.time.Duration;
import java.util.Arrays;

/** {@code ./rempart bench NAME}. */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    String[] options =
        Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (name) {
      case "search" -> SearchBench.main(options);
      case "import" -> ImportBench.main(options);
      case "crm" -> CrmBench.main(options);
      case "panels" -> PanelBench.main(options);
      case "index" -> IndexBench.main(options);
      case "watch" -> WatchBench.main(options);
      case "tls" ->
          TlsBench.run(
              number(options, "--rounds", 7),
              number(options, "--handshakes", 2_000),
              number(options, "--refusals", 10_000));
      case "hop" ->
          HopBench.run(
              number(options, "--rounds", 5),
              number(options, "--requests", 50_000),
              number(options, "--connections", 16));
      case "detector" ->
          DetectorBench.run(
              number(options, "--rounds", 7),
              number(options, "--handshakes", 1_000),
              number(options, "--requests", 50_000));
      case "flood" ->
          FloodBench.run(number(options, "--times", 20), number(options, "--pages", 90));
      case "failover" -> FailoverBench.run(number(options, "--faults", 12));
      case "backup" -> BackupBench.run(number(options, "--mb", 1_000));
      case "probes" -> ProbesBench.run(number(options, "--minutes", 3));
      default -> {
        System.err.println(
            "There is no benchmark '"
                + name
                + "'. There are: search, import, index, crm, panels, watch, probes, gate, record,"
                + " tls, hop, detector, flood, failover, backup, tls-report.");
        System.exit(2);
      }
    }
    System.exit(0);
  }

  /** The text behind an option such as {@code --what}, or else this one. */
  static String text(String[] options, String name, String otherwise) {
    for (int i = 0; i + 1 < options.length; i++) {
      if (options[i].equals(name)) {
        return options[i + 1];
      }
    }
    return otherwise;
  }

  /** The number behind an option such as {@code --contacts}, or else this one. */
  static int number(String[] options, String name, int otherwise) {
    for (int i = 0; i + 1 < options.length; i++) {
      if (options[i].equals(name)) {
        return Integer.parseInt(options[i + 1].replace("_", "").replace(",", ""));
      }
    }
    return otherwise;
  }

  /** Processor time of this process since its start. */
  static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}
