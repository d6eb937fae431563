package eu.rempart.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentState;
import eu.rempart.alert.incident.Sources;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The screens of incidents, and the banner on every page. */
class AlertViewsTest extends WithAlerts {

  private UUID raise(String label, Severity severity, Ending ending) {
    return alerts.raise(
        new AlertRequest(
            "edge:" + label,
            Sources.EDGE,
            label,
            severity,
            "watch-down",
            List.of(label, "crm.example:443", "status", "503"),
            "/watch",
            ending,
            null));
  }

  private Incident incident(UUID id) {
    return incidents.latest().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIncidentIsAcknowledgedNotedAndEnded() {
    UUID id = raise("<b>Web</b>", Severity.CRITICAL, Ending.BY_HAND);
    open("alerts", "");
    assertThat(lines().getFirst())
        .contains("<b>Web</b> is down", "Critical", "Not acknowledged", "status 503");
    click("Acknowledge");
    assertThat(incident(id).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(lines().getFirst()).contains("acknowledged by Ada Admin");
    // those that are over have one too, below
    test(find(Button.class).withText("Add note").all().getFirst()).click();
    click("Add to the story");
    assertThat(find(TextArea.class).single().isInvalid()).isTrue();
    test(find(TextArea.class).single()).setValue("a <script>disk</script> is full");
    click("Add to the story");
    assertThat(lines().getFirst())
        .contains(
            "Ada Admin: a <script>disk</script> is full", "Acknowledged by Ada Admin (a screen)");
    test(find(Button.class).withText("It is over").single()).click();
    assertThat(incident(id).isResolved()).isTrue();
    assertThat(find(Button.class).withText("It is over").exists()).isFalse();
  }

  @Test
  void tenThatAreOverAreShownAndMoreWhenAskedFor() {
    for (int i = 0; i < 12; i++) {
      incidents.resolve(raise("Old " + i, Severity.WARNING, Ending.BY_HAND));
    }
    open("alerts", "");
    assertThat(lines()).hasSize(10).first().asString().contains("Old 11");
    raise("New", Severity.WARNING, Ending.BY_SOURCE);
    click("Show more");
    assertThat(lines()).hasSizeGreaterThan(12).anyMatch(line -> line.contains("Old 0"));
  }

  @Test
  void whatOnlyItsSourceEndsHasNoButtonForIt() {
    raise("Mail", Severity.WARNING, Ending.BY_SOURCE);
    open("alerts", "");
    assertThat(find(Button.class).withText("It is over").exists()).isFalse();
    assertThat(find(Button.class).withText("Acknowledge").exists()).isTrue();
  }

  @Test
  void aSilenceSaysWhyAndIsLifted() {
    raise("Disk", Severity.WARNING, Ending.BY_SOURCE);
    open("alerts", "");
    click("Silence");
    assertThat(find(TextField.class).withLabel("What it is about").single().getValue())
        .isEqualTo("Disk");
    click("Silence it");
    assertThat(find(TextField.class).withLabel("Why").single().isInvalid()).isTrue();
    fill("Why", "a new disk");
    click("Silence it");
    assertThat(incidents.silences())
        .hasSize(1)
        .allMatch(each -> "Disk".equals(each.label()) && Sources.EDGE.equals(each.source()));
    assertThat(lines())
        .anyMatch(line -> line.contains("Traffic: Disk") && line.contains("a new disk"));
    click("End silence");
    assertThat(incidents.silences()).isEmpty();
  }

  @Test
  void everyPageSaysWhatNobodyTakesCareOf() {
    UUID id = raise("Web", Severity.CRITICAL, Ending.BY_HAND);
    raise("Banned", Severity.INFO, Ending.BY_QUIET);
    open("alerts", "");
    AlarmBar bar = find(AlarmBar.class).single();
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              outside(() -> {});
              assertThat(bar.getElement().getAttribute("data-open")).isEqualTo("1");
            });
    assertThat(bar.getElement().getAttribute("data-severity")).isEqualTo("critical");
    assertThat(bar.getElement().getAttribute("data-newest")).isEqualTo(id.toString());
    assertThat(find(Anchor.class, bar).single().getElement().getTextRecursively())
        .isEqualTo("1 open incident (Critical): Web is down");
    assertThat(find(NativeButton.class, bar).single().getElement().getTextRecursively())
        .isEqualTo("Turn on alert sound");
    incidents.acknowledge(id);
    assertThat(incidents.alarms().open()).isZero();
    assertThat(incidents.alarms().acknowledged()).isEqualTo(1);
  }

  @Test
  void theWallSaysItToo() {
    raise("Web", Severity.CRITICAL, Ending.BY_HAND);
    open("security/wall", "");
    AlarmBar bar = find(AlarmBar.class).single();
    assertThat(bar.getElement().getAttribute("data-open")).isEqualTo("1");
    assertThat(find(Anchor.class, bar).single().getElement().getTextRecursively())
        .contains("Web is down");
    assertThat(find(NativeButton.class, bar).exists()).isTrue();
  }

  @Test
  void engineersSeeItInFrenchAndMembersDoNot() {
    UUID id = raise("Web", Severity.CRITICAL, Ending.BY_HAND);
    act(join(Role.ENGINEER));
    UI.getCurrent().setLocale(Locale.FRENCH);
    for (String page : List.of("duty", "alert-channels", "alerts")) {
      open(page, "");
    }
    assertThat(lines().getFirst()).contains("Web est en panne", "Critique");
    test(find(Button.class).withText("Prendre en charge").all().getFirst()).click();
    assertThat(incident(id).acknowledgedBy()).isNotNull();
    admin();
    actAs(Role.MEMBER);
    assertThatThrownBy(() -> incidents.latest()).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> incidents.acknowledge(id)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> duty.report()).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> addresses.own()).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> incidents.silence(null, null, Duration.ofHours(1), "x"))
        .isInstanceOf(NotPermittedException.class);
  }
}
