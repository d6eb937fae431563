package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.db.handover.SiteHandover;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.MachineFiles;
import eu.rempart.ops.site.SiteSecrets;
import eu.rempart.tls.ClusterAuthority;
import eu.rempart.tls.ClusterTls;
import java.io.IOException;
import java.util.List;

/** Renews the certificates of a cluster, on a site, and what its programs are told. */
final class RenewSite {

  private final SiteCall call;

  RenewSite(SiteCall call) {
    this.call = call;
  }

  /** This machine's at once, and the others' by join files. */
  void run() throws IOException {
    call.arguments().allow(call.texts(), 1);
    Cluster cluster = call.cluster();
    Machine self = call.self(cluster);
    ClusterAuthority authority = ClusterAuthority.in(call.home());
    if (!authority.isHere()) {
      throw new CommandRefusedException("no-authority", call.home());
    }
    SiteSecrets secrets = SecretFiles.read(call.home());
    MachineFiles files = new MachineFiles(call.home(), cluster, self);
    files.writeCertificate(authority.issue(self.name(), List.of(self.host())));
    files.rewriteSite(secrets, call.postgres(), SiteHandover.sharedBuffersHere());
    call.writeUnits(files, self);
    call.say(
        "renew.done",
        self.name(),
        CommandTexts.day(ClusterTls.facts(call.folder().certificate()).validUntil()));
    for (Machine other : cluster.machines()) {
      if (!other.equals(self)) {
        new JoinFileWriter(call).write(cluster, other, authority, secrets);
      }
    }
    call.say("renew.next");
  }
}
