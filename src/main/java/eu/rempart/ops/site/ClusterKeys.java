package eu.rempart.ops.site;

import eu.rempart.ops.site.engine.Etcd;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Patroni keeps in etcd, as far as others may rely on it ("Patroni configuration", "DCS"): who
 * holds the lease, which copy is synchronous, where the members are.
 */
final class ClusterKeys {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Etcd etcd;
  private final String folder;

  /**
   * @param folder {@code /namespace/scope/}
   */
  ClusterKeys(Etcd etcd, String folder) {
    this.etcd = etcd;
    this.folder = folder;
  }

  /**
   * A member.
   *
   * @param api of its Patroni, {@code https://host:8008/patroni}
   * @param databaseHost of its PostgreSQL, with its port
   */
  record Member(String name, URI api, String databaseHost, int databasePort) {}

  /**
   * Which copy is synchronous.
   *
   * @param standby null while none is
   */
  record Sync(Etcd.Entry entry, String leader, @Nullable String standby) {}

  /** The lease; empty while nobody leads. */
  Optional<Etcd.Entry> leader() throws IOException {
    return etcd.get(folder + "leader");
  }

  Optional<Sync> sync() throws IOException {
    Optional<Etcd.Entry> entry = etcd.get(folder + "sync");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    JsonNode said = json(entry.get());
    String standby = said.path("sync_standby").asString("").split(",")[0];
    return Optional.of(
        new Sync(
            entry.get(), said.path("leader").asString(""), standby.isBlank() ? null : standby));
  }

  /** Where a member is; empty where its lease has ended too. */
  Optional<Member> member(String name) throws IOException {
    Optional<Etcd.Entry> entry = etcd.get(folder + "members/" + name);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    JsonNode said = json(entry.get());
    try {
      URI database = URI.create(said.path("conn_url").asString(""));
      URI api = URI.create(said.path("api_url").asString(""));
      if (database.getHost() == null || database.getPort() < 0 || api.getHost() == null) {
        throw new IOException("member %s does not say where it is".formatted(name));
      }
      return Optional.of(new Member(name, api, database.getHost(), database.getPort()));
    } catch (IllegalArgumentException e) {
      throw new IOException("member %s does not say where it is".formatted(name));
    }
  }

  /**
   * Takes the lease away, and touches which copy is synchronous.
   *
   * @return false if one of them changed meanwhile
   */
  boolean takeLease(Etcd.Entry lease, Sync sync) throws IOException {
    return etcd.takeAndTouch(lease, sync.entry());
  }

  /**
   * The highest timeline that anybody led on, as far as Patroni wrote it down; 0 where it did not.
   */
  long latestTimeline() throws IOException {
    Optional<Etcd.Entry> history = etcd.get(folder + "history");
    long latest = 0;
    if (history.isPresent()) {
      for (JsonNode line : json(history.get())) {
        latest = Math.max(latest, line.path(0).asLong(0) + 1); // each line is of one that ended
      }
    }
    return latest;
  }

  private static JsonNode json(Etcd.Entry entry) throws IOException {
    try {
      return JSON.readTree(entry.value());
    } catch (JacksonException e) {
      throw new IOException("%s is no JSON".formatted(entry.key()));
    }
  }
}
