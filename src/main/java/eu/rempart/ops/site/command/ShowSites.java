package eu.rempart.ops.site.command;

import static java.util.Locale.ROOT;

import eu.rempart.common.command.CommandTexts;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.run.Engine;
import eu.rempart.ops.site.run.Engines;
import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.ClusterTls;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Prints how the sites are, for people or for programs. */
final class ShowSites {

  private final SiteCall call;

  ShowSites(SiteCall call) {
    this.call = call;
  }

  void run() throws IOException {
    call.arguments().allow(call.texts(), 1, "--json");
    Cluster cluster = call.cluster();
    String self = call.self(cluster).name();
    ClusterView.Seen seen = new ClusterView(cluster, call.tls()).look();
    CertificateFacts certificate = ClusterTls.facts(call.folder().certificate());
    if (call.arguments().has("--json")) {
      call.out().println(json(cluster, self, seen, certificate));
      return;
    }
    for (ClusterView.Site site : seen.sites()) {
      call.say(
          "status.site",
          site.name(),
          site.country(),
          site.host(),
          call.texts().t("site.status." + role(site)) + lag(site));
    }
    ClusterView.Witness witness = seen.witness();
    if (witness != null) {
      String task =
          call.texts().t("site.status.witness." + witness.task().name().toLowerCase(ROOT));
      call.say("status.site", witness.name(), witness.country(), witness.host(), task);
    }
    call.say(seen.majority() ? "status.majority" : "status.no-majority");
    for (String machine : seen.voteless()) {
      call.say("status.voteless", machine);
    }
    if (seen.safe()) {
      call.say("status.safe");
    } else if (seen.sites().stream().anyMatch(ClusterView.Site::leads)) {
      call.say("status.unsafe");
    } else {
      String last = seen.ledLast();
      call.say("status.unled", last == null ? "" : " (" + last + ")");
    }
    showThisMachine(call.self(cluster).role() == Cluster.Role.SITE);
    call.say("status.certificate", CommandTexts.day(certificate.validUntil()));
  }

  /** What nobody else can see: why its programs end. */
  private void showThisMachine(boolean site) throws IOException {
    DiskSpace space = DiskSpace.of(call.home());
    if (space.free() < DiskSpace.LEAST) {
      call.say("status.disk", call.home(), space.disk(), space.megabytes());
    }
    if (!Files.exists(call.folder().pid("supervisor"))) {
      return; // below systemd, which says it itself; or nobody wants them to run
    }
    for (Engine engine : Engines.of(call.folder(), site)) {
      Optional<String> said = engine.running().isPresent() ? Optional.empty() : engine.lastWords();
      if (said.isPresent()) {
        call.say("status.ended", engine.name(), engine.log(), said.get());
      }
    }
  }

  private String lag(ClusterView.Site site) {
    return site.lagBytes() == null
        ? ""
        : call.texts().t("site.status.lag", Long.toString(site.lagBytes()));
  }

  private static String role(ClusterView.Site site) {
    if (!site.answers()) {
      return "silent";
    }
    if (site.leads()) {
      return "leads";
    }
    return site.synchronous() ? "synchronous" : "behind";
  }

  private static String json(
      Cluster cluster, String self, ClusterView.Seen seen, CertificateFacts certificate) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cluster", cluster.scope());
    all.put("self", self);
    all.put("leader", seen.leader());
    all.put("ledLast", seen.ledLast());
    all.put("majority", seen.majority());
    all.put("safe", seen.safe());
    all.put("certificate_until", certificate.validUntil().toString());
    all.put("sites", seen.sites());
    all.put("witness", seen.witness());
    all.put("voteless", seen.voteless());
    return JsonMapper.shared().writeValueAsString(all);
  }
}
