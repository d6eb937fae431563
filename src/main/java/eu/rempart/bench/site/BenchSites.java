package eu.rempart.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Two sites and a witness that run, without an application; gone afterwards. For root, and one at a
 * time on a machine.
 */
public final class BenchSites implements AutoCloseable {

  private final Path folder;
  private final SiteNetwork network;
  private final SiteMachines machines;
  private boolean kept;

  private BenchSites(Path folder, SiteNetwork network, SiteMachines machines) {
    this.folder = folder;
    this.network = network;
    this.machines = machines;
  }

  /** Returns when everything is on two servers. */
  public static BenchSites start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("rempart-fo");
    SiteNetwork network = new SiteNetwork();
    try {
      SiteMachines machines = new SiteMachines(folder, network);
      machines.startAll();
      return new BenchSites(folder, network, machines);
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /** The home folder of the first site, whose administrator is the benchmarks' own. */
  public Path home() {
    return machines.home("site-a");
  }

  SiteMachines machines() {
    return machines;
  }

  /** Where machines write what they have to say. */
  Path folder() {
    return folder;
  }

  /** It stays behind, for somebody to look into. */
  void keepFolder() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    machines.close();
    network.close();
    if (kept) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
