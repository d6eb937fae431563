package eu.rempart.ops.site.command;

import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteSecrets;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.tls.CertificateRefusedException;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes the join file of a machine, and says its passphrase. */
final class JoinFileWriter {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SiteCall call;

  JoinFileWriter(SiteCall call) {
    this.call = call;
  }

  /** As the other; whether the machine replaces one is what etcd knows, where it runs here. */
  void write(Cluster cluster, Machine machine, ClusterAuthority authority, SiteSecrets secrets)
      throws IOException {
    write(cluster, machine, authority, secrets, isAwaited(cluster, machine));
  }

  private boolean isAwaited(Cluster cluster, Machine machine) {
    try (Etcd etcd = new Etcd(call.self(cluster).etcd(), call.tls(), PATIENCE)) {
      return ReplaceMachine.isAwaited(etcd, machine);
    } catch (IOException | UncheckedIOException | CertificateRefusedException silent) {
      return false; // no cluster runs yet, or it can't be asked
    }
  }

  /**
   * Writes it into this home folder.
   *
   * @param replaces whether the machine comes in the place of one that was lost
   */
  void write(
      Cluster cluster,
      Machine machine,
      ClusterAuthority authority,
      SiteSecrets secrets,
      boolean replaces)
      throws IOException {
    ClusterCertificate certificate = authority.issue(machine.name(), List.of(machine.host()));
    boolean site = machine.role() == Role.SITE;
    JoinFile.Content content =
        new JoinFile.Content(
            cluster,
            certificate.authority(),
            certificate.certificate(),
            certificate.key(),
            site ? secrets : null,
            site ? SecretFiles.shared(call.home()) : Map.of(),
            replaces);
    String passphrase = JoinFile.newPassphrase();
    JoinFile file = JoinFile.seal(content, machine.name(), passphrase, call.clock().instant());
    Path path = call.folder().joinFile(machine.name());
    new MachineFiles(call.home(), cluster, machine).write(path, file.json());
    call.say(site ? "init.file-site" : "init.file-witness", machine.host(), path, passphrase);
  }
}
