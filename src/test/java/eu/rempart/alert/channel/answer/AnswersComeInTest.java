package eu.rempart.alert.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.SecretChange;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.IncidentState;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Address;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.edge.SecurityHeaders;
import eu.rempart.vault.reach.ReachSeal;
import jakarta.servlet.Filter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Answers to text messages, as a provider brings them over HTTP. */
class AnswersComeInTest extends WithFirm {

  private static final String NUMBER = "+33612345678";
  private static final String ONE = "From=%2B33612345678&Body=1";

  @Autowired private WebApplicationContext context;
  @Autowired private SecurityHeaders headers;
  @Autowired private ChannelSettingsService settings;
  @Autowired private Channels channels;
  @Autowired private AnswerTokenService tokens;
  @Autowired private AlertService alerts;
  @Autowired private IncidentService incidents;
  @Autowired private AddressService addresses;
  @Autowired private ReachSeal seal;
  @Autowired private DSLContext database;

  @BeforeEach
  void aGateway() {
    gateway(0, true);
    addresses.add(ChannelKind.SMS_HTTP, NUMBER, AddressService.CODE, "");
    Address address = addresses.own().getFirst();
    OffsetDateTime asked =
        database
            .fetchSingle("SELECT code_at FROM alert_address WHERE id = ?", address.id())
            .get(0, OffsetDateTime.class);
    String code =
        seal.code(address.id(), address.member(), Objects.requireNonNull(asked).toInstant());
    assertThat(addresses.prove(address.id(), code)).isTrue();
  }

  private void gateway(int version, boolean enabled) {
    gateway(version, enabled, "https://127.0.0.1:1/");
  }

  private void gateway(int version, boolean enabled, String url) {
    gateway(version, enabled, url, "");
  }

  private void gateway(int version, boolean enabled, String url, String id) {
    assertThat(
            settings.save(
                new ChannelSettings(
                    ChannelKind.SMS_HTTP,
                    version,
                    enabled,
                    Map.of(
                        Setting.URL,
                        url,
                        Setting.ANSWER_FROM,
                        "From",
                        Setting.ANSWER_TEXT,
                        "Body",
                        Setting.ANSWER_ID,
                        id),
                    false),
                new SecretChange.Keep()))
        .isTrue();
  }

  @AfterEach
  void forget() {
    admin();
    alerts.sync(Sources.EDGE, List.of());
    sql("DELETE FROM alert_address");
    tokens.revoke();
    sql("DELETE FROM alert_channel");
  }

  private int post(@Nullable String authorization, String body) throws Exception {
    var before = SecurityContextHolder.getContext();
    SecurityContextHolder.clearContext();
    try {
      MockHttpServletRequestBuilder request =
          MockMvcRequestBuilders.post(AnswerController.PATH)
              .secure(true)
              .contentType("application/x-www-form-urlencoded")
              .content(body);
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      var response =
          MockMvcBuilders.webAppContextSetup(context)
              .addFilters(headers, context.getBean("springSecurityFilterChain", Filter.class))
              .build()
              .perform(request)
              .andReturn()
              .getResponse();
      assertThat(response.getCookies()).isEmpty();
      return response.getStatus();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  private UUID raise() {
    return alerts.raise(
        new AlertRequest(
            "edge:web",
            Sources.EDGE,
            "web",
            Severity.CRITICAL,
            "watch-down",
            List.of("web", "crm.example:443", "status", "503"),
            "/watch",
            Ending.BY_SOURCE,
            null));
  }

  private IncidentState state(UUID id) {
    return incidents.latest().stream()
        .filter(each -> each.id().equals(id))
        .map(Incident::state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneAcknowledgesAndNobodyElsesDoes() throws Exception {
    assertThat(channels.of(ChannelKind.SMS_HTTP).orElseThrow().takesAnswers()).isFalse();
    String token = "Bearer " + tokens.make().orElseThrow();
    assertThat(channels.of(ChannelKind.SMS_HTTP).orElseThrow().takesAnswers()).isTrue();
    UUID id = raise();
    int refused = refusals();
    assertThat(post(token, "From=%2B49170123456&Body=1")).as("taken, and refused").isEqualTo(204);
    // written beside the request
    await().pollInSameThread().untilAsserted(() -> assertThat(refusals()).isEqualTo(refused + 1));
    assertThat(state(id)).isEqualTo(IncidentState.OPEN);
    assertThat(post(token, ONE)).isEqualTo(204);
    assertThat(state(id)).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(post(token, ONE)).as("again").isEqualTo(204);
  }

  @Test
  void whatAProviderBringsTwiceActsOnce() throws Exception {
    String token = "Bearer " + tokens.make().orElseThrow();
    gateway(1, true, "https://127.0.0.1:1/", "MessageSid");
    UUID first = raise();
    assertThat(post(token, ONE)).as("without an id").isEqualTo(400);
    assertThat(post(token, ONE + "&MessageSid=SM1")).isEqualTo(204);
    assertThat(state(first)).isEqualTo(IncidentState.ACKNOWLEDGED);
    alerts.sync(Sources.EDGE, List.of());
    UUID second = raise();
    assertThat(second).isNotEqualTo(first);
    assertThat(post(token, ONE + "&MessageSid=SM1")).as("it was taken").isEqualTo(204);
    assertThat(state(second)).isEqualTo(IncidentState.OPEN);
    assertThat(post(token, ONE + "&MessageSid=SM2")).isEqualTo(204);
    assertThat(state(second)).isEqualTo(IncidentState.ACKNOWLEDGED);
  }

  private int refusals() {
    return database
        .fetchSingle("SELECT count(*) FROM security_event WHERE kind = 'alert.answer.refused'")
        .get(0, Integer.class);
  }

  @Test
  void whoHasNoTokenBringsNothing() throws Exception {
    UUID id = raise();
    assertThat(post(null, ONE)).isEqualTo(401);
    assertThat(post("Bearer " + AnswerToken.next(), ONE)).isEqualTo(401);
    String former = "Bearer " + tokens.make().orElseThrow();
    String token = "Bearer " + tokens.make().orElseThrow();
    assertThat(post(former, ONE)).isEqualTo(401);
    tokens.revoke();
    assertThat(post(token, ONE)).isEqualTo(401);
    assertThat(state(id)).isEqualTo(IncidentState.OPEN);
  }

  /** It knows the numbers of all whom it brought messages. */
  @Test
  void theTokenOfAFormerProviderOpensNoMore() throws Exception {
    String token = "Bearer " + tokens.make().orElseThrow();
    gateway(1, true, "https://127.0.0.1:1/v2");
    assertThat(post(token, ONE)).as("the same place").isEqualTo(204);
    UUID id = raise();
    gateway(2, true, "https://127.0.0.1:2/v2");
    assertThat(tokens.exists()).isFalse();
    assertThat(post(token, ONE)).isEqualTo(401);
    assertThat(channels.of(ChannelKind.SMS_HTTP).orElseThrow().takesAnswers()).isFalse();
    assertThat(state(id)).isEqualTo(IncidentState.OPEN);
    assertThat(
            database
                .fetchSingle(
                    "SELECT kind FROM ledger WHERE kind LIKE 'alert.answers%' ORDER BY"
                        + " seq DESC LIMIT 1")
                .get(0, String.class))
        .isEqualTo("alert.answers.token.revoked");
  }

  @Test
  void whatIsTooLargeOrNoneIsRefusedAndWhatComesTooEarlyMayComeAgain() throws Exception {
    String token = "Bearer " + tokens.make().orElseThrow();
    assertThat(post(token, ONE + "&x=" + "y".repeat(AnswerForm.LARGEST))).isEqualTo(413);
    assertThat(post(token, "Body=1")).isEqualTo(400);
    gateway(1, false);
    assertThat(post(token, ONE)).isEqualTo(503);
  }

  @Test
  void onlyAdministratorsMakeTokens() {
    actAs(Role.ENGINEER);
    assertThatThrownBy(() -> tokens.make()).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> tokens.revoke()).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> tokens.exists()).isInstanceOf(NotPermittedException.class);
    admin();
    sql("DELETE FROM alert_address");
    sql("DELETE FROM alert_channel");
    assertThat(tokens.make()).as("there is no gateway").isEmpty();
  }
}
