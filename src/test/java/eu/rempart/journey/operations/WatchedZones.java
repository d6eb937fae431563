package eu.rempart.journey.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.journey.CutProxy;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Original;
import eu.rempart.journey.Trusting;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product, and nine agents that watch one page of it, each a process of its own with two ways
 * of its own: one to home, one to what it watches.
 */
final class WatchedZones {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A place in which an agent was admitted, and where it stands no more. */
  static final String LEFT = "LEFT";

  /** What its certificate is for; each agent takes it for an address of its own. */
  private static final String HOST = "localhost";

  private final Map<String, CutProxy> ways = new LinkedHashMap<>();
  private final Map<String, CutProxy> targets = new LinkedHashMap<>();
  private final Map<String, AgentProcess> agents = new LinkedHashMap<>();
  private final Installation home =
      Installation.of(Original.FOUNDED, "nine-zones", Installation.Settings.NONE);
  private final Connection owner;
  private final HttpClient reader;

  WatchedZones() throws Exception {
    owner = home.asOwner();
    reader = HttpClient.newBuilder().sslContext(Trusting.context(home.home())).build();
  }

  /** Opens the ways, and has each zone find something. */
  void begin() throws Exception {
    int server = URI.create(home.url()).getPort();
    Path around = Files.createDirectory(home.home().resolveSibling("around"));
    int port = 0;
    int target = 0;
    for (int i = 0; i < Zone.USUAL.size(); i++) {
      Duration delay = Duration.ofMillis(4L * (i + 1));
      CutProxy way = new CutProxy(InetAddress.ofLiteral(address(i)), port, server, delay);
      CutProxy seen = new CutProxy(InetAddress.ofLiteral(address(i)), target, server, delay);
      ways.put(Zone.USUAL.get(i).code(), way);
      targets.put(Zone.USUAL.get(i).code(), seen);
      port = way.port();
      target = seen.port();
    }
    watch(target);
    for (int i = 0; i < Zone.USUAL.size(); i++) {
      begin(Zone.USUAL.get(i).code(), i, around, port);
    }
    begin(LEFT, 0, around, port);
    await()
        .atMost(PATIENCE)
        .until(() -> count("SELECT count(DISTINCT zone) FROM watch_result") == 9);
    await()
        .atMost(PATIENCE)
        .until(() -> count("SELECT count(*) FROM watch_agent WHERE state = 'ACTIVE'") == 10);
    agent(LEFT).close();
    // as if it had gone long ago: nobody need wait for it
    run(
        "UPDATE watch_agent SET heard_at = heard_at - interval '5 minutes' WHERE zone = '%s'"
            .formatted(LEFT));
  }

  private static String address(int zone) {
    return "127.0.1." + (zone + 1);
  }

  /** What an administrator would define on the screen. */
  private void watch(int port) throws SQLException {
    String zones = String.join(",", Zone.USUAL.stream().map(Zone::code).toList());
    run(
        """
        INSERT INTO watch_check (id, name, kind, host, port, path, limit_value, clear_value,
          period_seconds, fail_after, recover_after, zones, quorum, own_authority, shown, enabled)
        VALUES ('%s', 'Front', 'PAGE', '%s', %d, '/health/live', 9000, 8000,
          10, 2, 2, string_to_array('%s', ','), 5, true, true, true)
        """
            .formatted(UUID.randomUUID(), HOST, port, zones));
  }

  private void begin(String zone, int address, Path around, int port) throws Exception {
    byte[] keys = Files.readAllBytes(home.home().resolve("keys/probes"));
    PublicKey key = ProbeKeys.publicKey(Arrays.copyOf(keys, ProbeKeys.PUBLIC_BYTES));
    AdmissionCode code = AdmissionCode.random(key);
    admit(code, zone);
    agents.put(zone, new AgentProcess(zone, around, HOST, address(address), port, code.text()));
  }

  /** What comes of a code that an administrator makes on the screen. */
  private void admit(AdmissionCode code, String zone) throws SQLException {
    byte[] digest = ProbeKeys.digest(code.secret().getBytes(StandardCharsets.UTF_8));
    try (PreparedStatement insert =
        owner.prepareStatement(
            "INSERT INTO watch_agent_code (digest, zone, made_at, expires_at)"
                + " VALUES (?, ?, now(), now() + interval '15 minutes')")) {
      insert.setBytes(1, digest);
      insert.setString(2, zone);
      insert.executeUpdate();
    }
  }

  void run(String sql) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      statement.execute();
    }
  }

  long count(String sql) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  Instant moment(String sql) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** How often a zone failed within a time. */
  long failures(String zone, Instant from, Instant to) throws SQLException {
    return count(
        "SELECT count(*) FROM watch_result WHERE failure IS NOT NULL AND zone = '%s' AND at >= '%s' AND at <= '%s'"
            .formatted(zone, from, to));
  }

  /** Whether each agent has delivered something good that it found after a moment. */
  boolean allDelivered(Instant since) throws SQLException {
    return count(
            "SELECT count(DISTINCT zone) FROM watch_result WHERE failure IS NULL AND at > '%s'"
                .formatted(since))
        == 9;
  }

  /** What the public reads of the page that is watched. */
  JsonNode front() throws Exception {
    return JsonMapper.shared().readTree(read("/status.json")).get("services").get(0);
  }

  /** What the public reads. */
  String read(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(home.url() + path))
            .header("Accept-Language", "en")
            .build();
    HttpResponse<String> answer = reader.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Cuts zones off from home and from what they watch. */
  void cut(List<String> zones) throws IOException {
    for (String zone : zones) {
      way(zone).cut();
      target(zone).cut();
    }
  }

  /** Mends all ways to home. */
  void mendHome() throws IOException {
    for (CutProxy way : ways.values()) {
      way.mend();
    }
  }

  /** Mends all ways. */
  void mend() throws IOException {
    mendHome();
    for (CutProxy target : targets.values()) {
      target.mend();
    }
  }

  /** Breaks a share of what is said to home, whoever says it. */
  void lose(double share) {
    ways.values().forEach(way -> way.lose(share));
  }

  int broken() {
    return ways.values().stream().mapToInt(CutProxy::broken).sum();
  }

  CutProxy way(String zone) {
    return Objects.requireNonNull(ways.get(zone));
  }

  CutProxy target(String zone) {
    return Objects.requireNonNull(targets.get(zone));
  }

  AgentProcess agent(String zone) {
    return Objects.requireNonNull(agents.get(zone));
  }

  /** Ends all agents as a signal does. */
  void stopAgents() throws InterruptedException {
    for (AgentProcess agent : agents.values()) {
      agent.stop();
    }
  }

  List<String> errors() {
    return home.errors();
  }

  /** Ends all of it, whether or not all of it has begun. */
  void end() throws Exception {
    agents.values().forEach(AgentProcess::close);
    for (CutProxy way : ways.values()) {
      way.close();
    }
    for (CutProxy target : targets.values()) {
      target.close();
    }
    reader.close();
    owner.close();
    home.close();
  }
}
