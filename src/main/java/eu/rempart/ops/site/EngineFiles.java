package eu.rempart.ops.site;

import static eu.rempart.ops.site.Cluster.bracketed;

import eu.rempart.ops.site.Cluster.Machine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What etcd and Patroni are told on one machine. The values were found by killing, cutting and
 * freezing machines (decision record 0243). JSON, which is YAML as far as both read it.
 */
final class EngineFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static final String SUPERUSER = "postgres";

  private static final int LOG_BYTES = 10_000_000;
  private static final int LOG_FILES = 5;

  /**
   * What Patroni would run, or read, if etcd said so. A machine has a vote, the witness too, and
   * may write into etcd; what stands here outranks it (Patroni's manual, "Dynamic configuration").
   */
  private static final Map<String, Object> NO_COMMANDS =
      Map.of(
          "callbacks", Map.of(),
          "create_replica_methods", List.of("basebackup"),
          "recovery_conf", Map.of(),
          "pre_promote", "",
          "before_stop", "");

  /** The same in the settings of PostgreSQL. */
  private static final List<String> PROGRAMS_OF_POSTGRES =
      List.of(
          "archive_library",
          "ssl_passphrase_command",
          "shared_preload_libraries",
          "session_preload_libraries",
          "local_preload_libraries");

  private final Cluster cluster;
  private final Machine self;
  private final SiteFolder folder;

  /**
   * @param self one of the cluster's machines
   */
  EngineFiles(Cluster cluster, Machine self, SiteFolder folder) {
    this.cluster = cluster;
    this.self = self;
    this.folder = folder;
  }

  /**
   * The PostgreSQL of a machine.
   *
   * @param data its folder, taken over as it is where there are any
   * @param programs those of PostgreSQL 17
   * @param sockets the folder of its Unix socket
   * @param sharedBuffers as PostgreSQL writes it, {@code 768MB}
   * @param archiveCommand called for each finished part of its log
   */
  record Server(
      Path data, Path programs, Path sockets, String sharedBuffers, String archiveCommand) {}

  /**
   * For {@code etcd --config-file}.
   *
   * @param replaces whether the others run already, and gave this machine a vote
   */
  byte[] etcd(boolean replaces) {
    Map<String, Object> tls =
        Map.of(
            "cert-file", folder.certificate().toString(),
            "key-file", folder.key().toString(),
            "client-cert-auth", true,
            "trusted-ca-file", folder.authority().toString());
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", self.name());
    config.put("data-dir", folder.etcdData().toString());
    config.put("listen-peer-urls", listening(self.ports().etcdPeer()));
    config.put("initial-advertise-peer-urls", self.etcdPeer().toString());
    config.put("listen-client-urls", listening(self.ports().etcd()));
    config.put("advertise-client-urls", self.etcd().toString());
    config.put(
        "initial-cluster",
        cluster.machines().stream()
            .map(machine -> machine.name() + "=" + machine.etcdPeer())
            .collect(Collectors.joining(",")));
    config.put("initial-cluster-state", replaces ? "existing" : "new");
    config.put("initial-cluster-token", cluster.scope());
    // between countries a round trip takes some 30 ms; an election shall not begin for a slow one
    config.put("heartbeat-interval", 150);
    config.put("election-timeout", 1_500);
    config.put("auto-compaction-retention", "1");
    config.put("log-level", "warn");
    config.put("client-transport-security", tls);
    config.put("peer-transport-security", tls);
    return JSON.writeValueAsBytes(config);
  }

  private String listening(int port) {
    return "https://" + bracketed(listening()) + ":" + port;
  }

  /** etcd binds addresses alone; a machine that is known by a name listens on all that it has. */
  private String listening() {
    return self.isAddress() ? self.host() : "0.0.0.0";
  }

  /**
   * For {@code patroni}.
   *
   * @param first whether this site brings the data that all begin with
   */
  byte[] patroni(Server server, SiteSecrets secrets, boolean first) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("scope", cluster.scope());
    config.put("namespace", "/rempart/");
    config.put("name", self.name());
    config.put("restapi", restApi());
    config.put("ctl", clientTls("certfile", "keyfile", "cacert"));
    config.put("etcd3", etcdClient());
    if (first) {
      config.put("bootstrap", takeOver());
    }
    config.put("postgresql", postgresql(server, secrets));
    config.put(
        "log",
        Map.of(
            "dir", folder.rotatedLogs().toString(),
            "file_size", LOG_BYTES,
            "file_num", LOG_FILES));
    return JSON.writeValueAsBytes(config);
  }

  private Map<String, Object> restApi() {
    return Map.of(
        "listen",
        bracketed(self.host()) + ":" + self.ports().patroni(),
        "connect_address",
        bracketed(self.host()) + ":" + self.ports().patroni(),
        "certfile",
        folder.certificate().toString(),
        "keyfile",
        folder.key().toString(),
        "cafile",
        folder.authority().toString(),
        "verify_client",
        "required");
  }

  private Map<String, Object> clientTls(String certificate, String key, String authority) {
    return Map.of(
        certificate, folder.certificate().toString(),
        key, folder.key().toString(),
        authority, folder.authority().toString());
  }

  private Map<String, Object> etcdClient() {
    Map<String, Object> etcd = new LinkedHashMap<>(clientTls("cert", "key", "cacert"));
    etcd.put("protocol", "https");
    etcd.put(
        "hosts",
        cluster.machines().stream()
            .map(machine -> bracketed(machine.host()) + ":" + machine.ports().etcd())
            .toList());
    return etcd;
  }

  /**
   * What all begin with is taken over. An empty database is never made: a site that came up alone,
   * or had lost its folder, would lead with nothing in it.
   */
  private static Map<String, Object> takeOver() {
    return Map.of("dcs", shared(), "method", "refused", "refused", Map.of("command", "/bin/false"));
  }

  /** What both sites agree on, kept in etcd. */
  private static Map<String, Object> shared() {
    return Map.ofEntries(
        Map.entry("ttl", 20),
        Map.entry("loop_wait", 2),
        Map.entry("retry_timeout", 4),
        Map.entry("maximum_lag_on_failover", 1_048_576),
        Map.entry("primary_start_timeout", 0),
        Map.entry("primary_stop_timeout", 5),
        Map.entry("synchronous_mode", true),
        // with two servers strict would mean that the one that is left can't write
        Map.entry("synchronous_mode_strict", false),
        Map.entry("check_timeline", true),
        Map.entry("failsafe_mode", false),
        Map.entry(
            "postgresql",
            Map.of("use_pg_rewind", true, "use_slots", true, "parameters", sharedParameters())));
  }

  private static Map<String, Object> sharedParameters() {
    return Map.ofEntries(
        Map.entry("wal_level", "replica"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("max_connections", 60),
        Map.entry("max_wal_senders", 10),
        Map.entry("max_replication_slots", 10),
        Map.entry("wal_keep_size", "256MB"),
        Map.entry("max_slot_wal_keep_size", "4GB"),
        Map.entry("hot_standby", "on"),
        Map.entry("wal_log_hints", "on"),
        // a copy that vanished without a word blocks all commits for so long
        Map.entry("wal_sender_timeout", "5s"),
        Map.entry("wal_receiver_timeout", "5s"),
        Map.entry("wal_receiver_status_interval", "1s"),
        Map.entry("tcp_keepalives_idle", 5),
        Map.entry("tcp_keepalives_interval", 2),
        Map.entry("tcp_keepalives_count", 3),
        Map.entry("tcp_user_timeout", 8_000),
        Map.entry("client_connection_check_interval", "2s"),
        Map.entry("password_encryption", "scram-sha-256"),
        // Debian's servers compile long plans; the embedded one can't
        Map.entry("jit", "off"),
        Map.entry("lc_messages", "C"),
        Map.entry("log_min_error_statement", "panic"),
        Map.entry("log_statement", "none"));
  }

  private Map<String, Object> postgresql(Server server, SiteSecrets secrets) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("listen", bracketed(listening()) + ":" + self.ports().postgres());
    config.put("connect_address", bracketed(self.host()) + ":" + self.ports().postgres());
    config.put("data_dir", server.data().toString());
    config.put("bin_dir", server.programs().toString());
    config.put("pgpass", folder.path().resolve("pgpass").toString());
    // else a new copy waits for the next checkpoint, minutes, without a word
    config.put("basebackup", Map.of("checkpoint", "fast"));
    config.put("use_unix_socket", true);
    config.put("use_unix_socket_repl", true);
    config.put(
        "authentication",
        Map.of(
            "superuser", role(SUPERUSER, secrets.superuser()),
            "replication", role("replicator", secrets.replicator()),
            "rewind", role("rewinder", secrets.rewinder())));
    config.put("parameters", ownParameters(server));
    config.put("pg_hba", hostBasedAccess());
    config.putAll(NO_COMMANDS);
    return config;
  }

  private Map<String, Object> ownParameters(Server server) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("unix_socket_directories", server.sockets().toString());
    parameters.put("unix_socket_permissions", "0700");
    parameters.put("ssl", "on");
    parameters.put("ssl_cert_file", folder.certificate().toString());
    parameters.put("ssl_key_file", folder.key().toString());
    parameters.put("ssl_ca_file", folder.authority().toString());
    parameters.put("ssl_min_protocol_version", "TLSv1.3");
    parameters.put("shared_buffers", server.sharedBuffers());
    parameters.put("archive_mode", "on"); // without destinations it does nothing (record 0251)
    parameters.put("archive_command", server.archiveCommand());
    // into Patroni's, which has a bound in bytes; a collector of its own can bound days alone
    parameters.put("log_destination", "stderr");
    parameters.put("logging_collector", "off");
    for (String name : PROGRAMS_OF_POSTGRES) {
      parameters.put(name, "");
    }
    return parameters;
  }

  private Map<String, Object> role(String name, String password) {
    return Map.of(
        "username",
        name,
        "password",
        password,
        "sslmode",
        "verify-full",
        "sslrootcert",
        folder.authority().toString(),
        "sslcert",
        folder.certificate().toString(),
        "sslkey",
        folder.key().toString());
  }

  /** Nobody from outside without a certificate of this installation, and a password. */
  private static List<String> hostBasedAccess() {
    return List.of(
        "local all all scram-sha-256",
        "local replication all scram-sha-256",
        "hostssl replication replicator all scram-sha-256 clientcert=verify-ca",
        "hostssl all all all scram-sha-256 clientcert=verify-ca");
  }
}
