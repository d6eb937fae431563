package eu.rempart.ops.site.command;

import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteSecrets;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the join file of a machine, and says its passphrase. */
final class JoinFileWriter {

  private final SiteCall call;

  JoinFileWriter(SiteCall call) {
    this.call = call;
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
