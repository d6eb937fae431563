package eu.rempart.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.edge.SecurityHeaders;
import eu.rempart.metrics.token.MetricsToken;
import eu.rempart.metrics.token.MetricsTokenService;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import eu.rempart.watch.objective.Objective;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Recorder;
import eu.rempart.watch.result.WatchService;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The numbers, as a program reads them, and what comes along for Prometheus and Grafana. */
class MetricsAnswersTest extends WithFirm {

  private static final String OPEN = "application/openmetrics-text; version=1.0.0";
  private static final Path DASHBOARD = Path.of("../docker/grafana/rempart.json");
  private static final Pattern METRIC = Pattern.compile("\\b(rempart|jvm|process)_[a-z_]+\\b");

  @Autowired private WebApplicationContext context;
  @Autowired private SecurityHeaders headers;
  @Autowired private MetricsTokenService tokens;
  @Autowired private WatchService watch;
  @Autowired private Recorder recorder;
  @Autowired private Nodes nodes;
  @Autowired private NodeIdentity node;

  @AfterEach
  void stopWatching() {
    admin();
    watch.report().checks().stream().map(CheckStatus::check).forEach(watch::retire);
    tokens.all().stream().map(MetricsToken::id).forEach(tokens::revoke);
  }

  private MockHttpServletResponse get(
      String path, @Nullable String authorization, @Nullable String accept) throws Exception {
    SecurityContextHolder.clearContext();
    MockMvc mvc =
        MockMvcBuilders.webAppContextSetup(context)
            .addFilters(headers, context.getBean("springSecurityFilterChain", Filter.class))
            .build();
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.get(path).secure(true);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (accept != null) {
      request.header("Accept", accept);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private Check page(String name) {
    return new Check(
        new CheckId(UUID.randomUUID()),
        0,
        name,
        CheckKind.PAGE,
        Target.Remote.of("crm.example", 443, "/"),
        new Band(3_000, 2_000),
        new Rules(1, 1, 1, List.of(Zone.HOME), Duration.ofDays(1)),
        false,
        false,
        false,
        new Objective(99_900, Objective.Over.THIRTY_DAYS));
  }

  private Check level(Level level, int limit, boolean enabled) {
    return new Check(
        new CheckId(UUID.randomUUID()),
        0,
        level.name(),
        CheckKind.LEVEL,
        new Target.Own(level),
        new Band(limit, limit),
        new Rules(1, 1, 1, List.of(Zone.HOME), Duration.ofDays(1)),
        false,
        false,
        enabled);
  }

  /** A page that is down, a database that is full, and the disk of this node. */
  private void watchSomething() {
    Check page = page("a \"page\"\\ of ours");
    Check database = level(Level.DATABASE, 90, false);
    Check disk = level(Level.DISK, 1_000_000, true);
    List.of(page, database, disk).forEach(watch::save);
    // so that nothing comes between: home is to measure them later
    sql(
        "UPDATE watch_check SET enabled = true, home_at = now() + (period_seconds + 30) * interval"
            + " '1 second'");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Timing timing = new Timing(1L, 2L, 3L, 4L, 250_000L);
    recorder.take(new Result(page.id(), Zone.HOME, now.minusSeconds(1), null, 200, timing));
    recorder.take(new Result(page.id(), Zone.HOME, now, Failure.STATUS, 503, timing));
    recorder.take(new Result(database.id(), Zone.HOME, now, Failure.TOO_FULL, 97, Timing.NONE));
    recorder.take(new Result(disk.id(), nodes.heard(node, now), now, null, 40, Timing.NONE));
  }

  private Exposition scrape(String accept) throws Exception {
    admin();
    String token = tokens.make("prometheus");
    MockHttpServletResponse answer = get("/metrics", "Bearer " + token, accept);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeader("Set-Cookie")).isNull();
    boolean open = accept.startsWith("application/openmetrics-text");
    assertThat(answer.getContentType())
        .startsWith(open ? "application/openmetrics-text" : "text/plain");
    return Exposition.read(answer.getContentAsString(), open);
  }

  @Test
  void theNumbersAreThoseOfTheInstallation() throws Exception {
    watchSomething();
    Exposition read = scrape("text/plain");
    assertThat(read.samples)
        .filteredOn(sample -> sample.name().equals("rempart_scrape_failed"))
        .hasSize(7)
        .allMatch(sample -> sample.value() == 0);
    assertThat(read.value("rempart_sessions")).isPositive();
    assertThat(read.value("rempart_vault_unlocked")).isEqualTo(1);
    assertThat(read.value("rempart_vault_holders")).isPositive();
    assertThat(read.value("rempart_database_connections_most")).isEqualTo(20);
    assertThat(read.value("rempart_certificate_days_left", "certificate", "server")).isPositive();
    assertThat(read.value("rempart_incidents_open")).isEqualTo(2);
    assertThat(read.value("rempart_check_value", "check", "DATABASE", "zone", "HOME"))
        .isEqualTo(97);
    assertThat(read.value("rempart_check_value", "check", "DISK")).isBetween(0.0, 100.0);
    String page = "a \\\"page\\\"\\\\ of ours";
    assertThat(read.value("rempart_check_state", "check", page, "state", "down")).isEqualTo(1);
    assertThat(read.value("rempart_check_state", "check", page, "state", "up")).isZero();
    assertThat(read.value("rempart_check_results_total", "check", page, "result", "failed"))
        .isEqualTo(1);
    assertThat(read.value("rempart_check_response_seconds_sum", "check", page)).isEqualTo(0.25);
    assertThat(read.value("rempart_check_objective_ratio", "check", page)).isEqualTo(0.999);
    assertThat(read.value("rempart_check_burn_rate", "check", page, "over", "1h")).isEqualTo(500.0);
    assertThat(read.types.get("rempart_request_duration_seconds")).isEqualTo("histogram");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", OPEN})
  void bothFormatsParseAndHaveEverythingThatDashboardAndRulesAskFor(String accept)
      throws Exception {
    watchSomething();
    // something was asked for, so that there are answers to count
    assertThat(get("/status", null, null).getStatus()).isEqualTo(200);
    Exposition read = scrape(accept);
    Set<String> asked = new TreeSet<>();
    for (Path file :
        List.of(
            DASHBOARD,
            Path.of("../docker/prometheus/rempart-rules.yml"),
            Path.of("../docker/prometheus/prometheus.yml"))) {
      asked.addAll(metrics(file));
    }
    assertThat(asked).hasSizeGreaterThan(30);
    asked.removeAll(read.names());
    // counted by a filter that stands before those of this test
    asked.remove("rempart_requests_total");
    assertThat(asked).as("asked for and not told").isEmpty();
  }

  private static Set<String> metrics(Path file) throws IOException {
    return METRIC
        .matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Test
  void nothingOfAnybodyAndNoEndlessLabelIsTold() throws Exception {
    person("Ottilie", "Unmistakable");
    Exposition read = scrape("text/plain");
    String all = read.samples.toString();
    assertThat(all)
        .doesNotContain("Ottilie", "Unmistakable", "@", "198.18.", "Firefox", "prometheus");
    assertThat(read.samples).hasSizeLessThan(1_000);
    assertThat(read.samples.stream().flatMap(sample -> sample.labels().keySet().stream()))
        .isSubsetOf(
            "route",
            "status",
            "le",
            "reason",
            "result",
            "direction",
            "step",
            "source",
            "queue",
            "state",
            "certificate",
            "version",
            "java",
            "node",
            "id",
            "check",
            "zone",
            "kind",
            "over",
            "area",
            "pool",
            "gc",
            "runtime",
            "vendor",
            "quantile");
  }

  @Test
  void withoutATokenOfOursNobodyReadsThem() throws Exception {
    admin();
    String token = tokens.make("revoked");
    assertThat(get("/metrics", "Bearer " + token, null).getStatus()).isEqualTo(200);
    admin();
    MetricsToken made = tokens.all().getFirst();
    assertThat(made.usedAt()).isNotNull();
    assertThat(tokens.revoke(made.id())).isTrue();
    for (String wrong :
        new String[] {
          "", "Bearer", "Bearer x", "Basic YTpi", "Bearer " + token, token, "Bearer\t" + token
        }) {
      MockHttpServletResponse answer = get("/metrics", wrong, null);
      assertThat(answer.getStatus()).as(wrong).isEqualTo(401);
      assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"metrics\"");
      assertThat(answer.getContentAsString()).isEmpty();
    }
    assertThat(get("/metrics", null, null).getStatus()).isEqualTo(401);
  }

  @Test
  void aTokenInAnAddressOpensNothing() throws Exception {
    admin();
    String token = tokens.make("in the address");
    for (String query : new String[] {"?token=", "?access_token=", "?authorization=Bearer%20"}) {
      assertThat(get("/metrics" + query + token, null, null).getStatus()).isEqualTo(401);
    }
  }

  @Test
  void nothingElseIsOpenedByATokenOrByTheAddress() throws Exception {
    admin();
    String token = tokens.make("curious");
    for (String path : new String[] {"/metrics/other", "/watch", "/contacts", "/metrics-tokens"}) {
      assertThat(get(path, "Bearer " + token, null).getStatus()).as(path).isNotEqualTo(200);
    }
  }
}
