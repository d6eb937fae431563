package eu.rempart.ops.backup;

import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The servers that have the data, by the names that their sites have. */
public final class BackupServers {

  /** Of one machine alone. */
  static final String ALONE = "server";

  private final SiteFolder folder;

  public BackupServers(Path home) {
    this.folder = SiteFolder.of(home);
  }

  /** All of them, the first site first. */
  public List<String> all() {
    try {
      return Cluster.read(folder.cluster())
          .map(
              cluster ->
                  cluster.machines().stream()
                      .filter(each -> each.role() == Role.SITE)
                      .map(Machine::name)
                      .toList())
          .orElse(List.of(ALONE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This one. */
  public String self() {
    try {
      return Files.exists(folder.cluster())
          ? Files.readString(folder.self(), StandardCharsets.UTF_8).strip()
          : ALONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
