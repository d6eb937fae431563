package eu.rempart.ops.site;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteState.Witness.Task;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.ops.site.engine.Patroni;
import eu.rempart.tls.CertificateRefusedException;
import eu.rempart.tls.ClusterTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Patroni and etcd of the machines that the home folder names, asked with this machine's
 * certificate. Notices when a machine joined and when a certificate was renewed. For one thread.
 */
final class SiteEngines implements AutoCloseable {

  /** Twice a second each is asked, and must have answered by then. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  /** It asks a majority. */
  private static final Duration WITNESS = Duration.ofSeconds(2);

  private final SiteFolder folder;
  private List<Long> stamps = List.of();
  private @Nullable Engines current;

  SiteEngines(SiteFolder folder) {
    this.folder = folder;
  }

  /**
   * Engines of one reading of the files.
   *
   * @param self the name of this machine
   * @param sites in the order of {@link Cluster#sites}
   * @param witness null until it joined
   */
  record Engines(String self, List<SiteEngine> sites, @Nullable WitnessEngine witness)
      implements AutoCloseable {

    @Override
    public void close() {
      sites.forEach(site -> site.patroni().close());
      if (witness != null) {
        witness.etcd().close();
      }
    }
  }

  /** A site and its Patroni. */
  record SiteEngine(Machine machine, Patroni patroni) implements SiteMonitor.Asked {

    @Override
    public String name() {
      return machine.name();
    }

    @Override
    public Optional<Long> leads() throws IOException {
      return patroni.leads();
    }

    @Override
    public ClusterMembers cluster() throws IOException {
      return ClusterMembers.of(patroni.cluster());
    }

    @Override
    public ClusterHistory history(long timeline) throws IOException {
      return ClusterHistory.of(patroni.history(), timeline);
    }

    @Override
    public void switchTo(String candidate) throws IOException {
      patroni.switchTo(name(), candidate);
    }
  }

  /**
   * The witness and its etcd.
   *
   * @param sign the key of its sign of life
   */
  record WitnessEngine(Machine machine, Etcd etcd, String sign) {

    /** What it does now. */
    Task task() {
      try {
        return etcd.get(sign).isPresent() ? Task.WATCHES : Task.VOTES;
      } catch (IOException silent) {
        return Task.SILENT;
      }
    }
  }

  /**
   * Those of the files as they are now.
   *
   * @return the same as before, unless a file changed
   * @throws IOException if they can't be used
   */
  Engines now() throws IOException {
    List<Long> seen =
        stamps(folder.cluster(), folder.authority(), folder.certificate(), folder.key());
    Engines present = current;
    if (present != null && seen.equals(stamps)) {
      return present;
    }
    Engines fresh = read();
    close();
    current = fresh;
    stamps = seen;
    return fresh;
  }

  private Engines read() throws IOException {
    Cluster cluster =
        Cluster.read(folder.cluster())
            .orElseThrow(() -> new NoSuchFileException(folder.cluster().toString()));
    SSLContext tls = tls();
    List<SiteEngine> sites = new ArrayList<>();
    for (Machine site : cluster.sites()) {
      sites.add(new SiteEngine(site, new Patroni(site.patroni(), tls, PATIENCE)));
    }
    WitnessEngine witness =
        cluster.machines().stream()
            .filter(machine -> machine.role() == Role.WITNESS)
            .findFirst()
            .map(
                machine ->
                    new WitnessEngine(
                        machine, new Etcd(machine.etcd(), tls, WITNESS), cluster.signOfLife()))
            .orElse(null);
    return new Engines(Files.readString(folder.self()).strip(), sites, witness);
  }

  private SSLContext tls() throws IOException {
    try {
      return ClusterTls.context(
          new ClusterTls.Files(folder.certificate(), folder.key(), folder.authority()),
          Instant.now());
    } catch (CertificateRefusedException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<Long> stamps(Path... files) throws IOException {
    List<Long> stamps = new ArrayList<>();
    for (Path file : files) {
      stamps.add(Files.getLastModifiedTime(file).toMillis());
      stamps.add(Files.size(file));
    }
    return stamps;
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
