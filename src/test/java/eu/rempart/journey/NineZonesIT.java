package eu.rempart.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.ProbeKeys;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
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
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product, and nine agents that watch it, each a process of its own behind a way of its own
 * that takes its time and can be cut: what the public reads afterwards is right, to the check.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NineZonesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String HOST = "crm.test";
  private static final UUID CHECK = UUID.randomUUID();

  private static final Map<String, CutProxy> ways = new LinkedHashMap<>();
  private static final Map<String, AgentProcess> agents = new LinkedHashMap<>();
  private static Installation home;
  private static Connection owner;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Installation.newHome("nine-zones");
    home =
        Installation.start(
            folder,
            false,
            new Installation.Settings(Map.of("REMPART_TLS_HOST_NAMES", HOST), List.of()));
    owner = home.asOwner();
    int server = URI.create(home.url()).getPort();
    byte[] keys = Files.readAllBytes(folder.resolve("keys/probes"));
    PublicKey key = ProbeKeys.publicKey(Arrays.copyOf(keys, ProbeKeys.PUBLIC_BYTES));
    Path around = Files.createDirectory(folder.resolveSibling("around"));
    int port = 0;
    int i = 0;
    for (Zone zone : Zone.USUAL) {
      String address = "127.0.1." + ++i;
      Duration delay = Duration.ofMillis(4L * i);
      CutProxy way = new CutProxy(InetAddress.ofLiteral(address), port, server, delay);
      ways.put(zone.code(), way);
      port = way.port();
    }
    watch(port);
    i = 0;
    for (Zone zone : Zone.USUAL) {
      AdmissionCode code = AdmissionCode.random(key);
      admit(code, zone);
      agents.put(
          zone.code(),
          new AgentProcess(zone.code(), around, HOST, "127.0.1." + ++i, port, code.text()));
    }
    await()
        .atMost(PATIENCE)
        .until(() -> count("SELECT count(DISTINCT zone) FROM watch_result") == 9);
  }

  /** What an administrator would define on the screen. */
  private static void watch(int port) throws SQLException {
    String zones = String.join(",", Zone.USUAL.stream().map(Zone::code).toList());
    run(
        """
        INSERT INTO watch_check (id, name, kind, host, port, path, limit_value, clear_value,
          period_seconds, fail_after, recover_after, zones, quorum, own_authority, shown, enabled)
        VALUES ('%s', 'Front', 'PAGE', '%s', %d, '/health/live', 9000, 8000,
          10, 2, 2, string_to_array('%s', ','), 5, true, true, true)
        """
            .formatted(CHECK, HOST, port, zones));
  }

  /** What comes of a code that an administrator makes on the screen. */
  private static void admit(AdmissionCode code, Zone zone) throws SQLException {
    byte[] digest = ProbeKeys.digest(code.secret().getBytes(StandardCharsets.UTF_8));
    try (PreparedStatement insert =
        owner.prepareStatement(
            "INSERT INTO watch_agent_code (digest, zone, made_at, expires_at)"
                + " VALUES (?, ?, now(), now() + interval '15 minutes')")) {
      insert.setBytes(1, digest);
      insert.setString(2, zone.code());
      insert.executeUpdate();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    agents.values().forEach(AgentProcess::close);
    for (CutProxy way : ways.values()) {
      way.close();
    }
    if (owner != null) {
      owner.close();
    }
    if (home != null) {
      home.close();
    }
  }

  private static void run(String sql) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static long count(String sql) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Instant moment(String sql) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static JsonNode front() throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(home.home().resolve("tls/ca.pem"))) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(home.url() + "/status.json")).build();
      String json = client.send(request, BodyHandlers.ofString()).body();
      JsonNode read = JsonMapper.shared().readTree(json);
      return read.get("services").get(0);
    }
  }

  /** Whether each agent has delivered something that it found after a moment. */
  private static boolean allDelivered(Instant since) throws SQLException {
    return count(
            "SELECT count(DISTINCT zone) FROM watch_result WHERE failure IS NULL AND at > '%s'"
                .formatted(since))
        == 9;
  }

  private static void let(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis()); // the ways are cut for so long
  }

  private static void cut(String... zones) throws Exception {
    for (String zone : zones) {
      Objects.requireNonNull(ways.get(zone)).cut();
    }
  }

  private static void mend() throws Exception {
    for (CutProxy way : ways.values()) {
      way.mend();
    }
  }

  @Test
  @Order(1)
  void oneZoneAndSeveralThatAreCutOffAreNoOutage() throws Exception {
    Instant begun = Instant.now();
    cut("BR");
    let(Duration.ofSeconds(4));
    cut("HK", "NY", "TX");
    let(Duration.ofSeconds(22));
    assertThat(front().get("state").asString()).isEqualTo("UP");
    Instant mended = Instant.now();
    mend();
    await().atMost(PATIENCE).until(() -> allDelivered(mended));

    for (String zone : List.of("BR", "HK", "NY", "TX")) {
      assertThat(failures(zone, begun, mended)).as(zone).isGreaterThanOrEqualTo(2);
    }
    for (String zone : List.of("FR", "DE", "BE", "RO", "IE")) {
      assertThat(failures(zone, begun, Instant.now())).as(zone).isZero();
    }
    assertThat(count("SELECT count(*) FROM watch_incident")).isZero();
  }

  private static long failures(String zone, Instant from, Instant to) throws SQLException {
    return count(
        "SELECT count(*) FROM watch_result WHERE failure IS NOT NULL AND zone = '%s' AND at >= '%s' AND at <= '%s'"
            .formatted(zone, from, to));
  }

  @Test
  @Order(2)
  void theServerThatIsCutOffIsOneOutageOfThatTime() throws Exception {
    Instant begun = Instant.now();
    cut(ways.keySet().toArray(String[]::new));
    let(Duration.ofSeconds(8));
    Objects.requireNonNull(agents.get("TX")).killAndStart();
    let(Duration.ofSeconds(27));
    Instant mended = Instant.now();
    mend();
    await()
        .atMost(PATIENCE)
        .until(() -> count("SELECT count(*) FROM watch_incident WHERE ended_at IS NOT NULL") == 1);
    assertThat(moment("SELECT begun_at FROM watch_incident"))
        .isBetween(begun, begun.plusSeconds(25));
    assertThat(moment("SELECT ended_at FROM watch_incident"))
        .isBetween(mended, mended.plusSeconds(30));
    await().atMost(PATIENCE).until(() -> allDelivered(mended));
    assertThat(front().get("state").asString()).isEqualTo("UP");

    // those found while it was cut off failed, and no other, but for what was under way
    assertThat(
            count(
                "SELECT count(*) FROM watch_result WHERE failure IS NULL AND at BETWEEN '%s' AND '%s'"
                    .formatted(begun.plusSeconds(1), mended.minusSeconds(1))))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM watch_result WHERE failure IS NOT NULL AND at > '%s'"
                    .formatted(mended.plusSeconds(1))))
        .isZero();
  }

  @Test
  @Order(3)
  void nothingIsLostOrTwiceAndThePublicReadsAllOfIt() throws Exception {
    for (AgentProcess agent : agents.values()) {
      agent.stop();
    }
    // each result has a number of its agent: the latest is as many as there are
    assertThat(
            count(
                """
                SELECT count(*) FROM watch_agent a WHERE a.state = 'ACTIVE' AND a.lost = 0
                  AND a.refused = 0 AND a.behind_from IS NULL
                  AND a.result = (SELECT count(*) FROM watch_result r WHERE r.zone = a.zone)
                """))
        .isEqualTo(9);
    await()
        .atMost(PATIENCE)
        .until(() -> front().get("checks").asLong() == count("SELECT count(*) FROM watch_result"));
    JsonNode front = front();
    assertThat(front.get("outages").asInt()).isEqualTo(1);
    assertThat(front.get("failedChecks").asLong())
        .isEqualTo(count("SELECT count(*) FROM watch_result WHERE failure IS NOT NULL"));
    for (Zone zone : Zone.USUAL) {
      JsonNode figures = front.get("zones").get(zone.code());
      String of = "SELECT count(*) FROM watch_result WHERE zone = '" + zone + "'";
      assertThat(figures.get("checks").asLong()).isEqualTo(count(of));
      assertThat(figures.get("failedChecks").asLong())
          .isEqualTo(count(of + " AND failure IS NOT NULL"));
    }
    assertThat(home.errors()).isEmpty();
  }
}
