package eu.rempart.bench;

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
      case "index" -> IndexBench.main(options);
      default -> {
        System.err.println(
            "There is no benchmark '" + name + "'. There are: search, import, index, gate.");
        System.exit(2);
      }
    }
    System.exit(0);
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
