package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.Sources;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvents;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the edge and the vault note as an alarm becomes incidents. */
class EventSourceTest extends WithSources {

  @Autowired private EventSource eventSource;
  @Autowired private SecurityEvents events;

  @Test
  void floodsBeginAndEndAndBansAreToBeKnown() {
    events.record(
        SecurityEvent.of("edge.flood.begun", SecurityEvent.Severity.ALARM)
            .with("refused", "512")
            .with("places", "BR ZZ"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.EDGE)).hasSize(1);
            });
    eventSource.run();
    assertThat(going(Sources.EDGE).getFirst().raised()).isEqualTo(1);
    assertThat(new AlertText(Locale.FRENCH).sentence(going(Sources.EDGE).getFirst()))
        .contains("512", "La plupart viennent de", "Brésil, Lieu inconnu.");
    events.record(SecurityEvent.of("edge.banned", SecurityEvent.Severity.WARNING));
    events.record(SecurityEvent.of("edge.flood.over", SecurityEvent.Severity.NOTICE));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.EDGE))
                  .hasSize(1)
                  .allMatch(each -> each.severity() == Severity.INFO);
            });
  }

  @Test
  void anAlarmOfTheVaultWaitsForSomebodyToLook() {
    events.record(
        SecurityEvent.of("vault.field.unopenable", SecurityEvent.Severity.ALARM).code("S-ABCDEFG"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.SECURITY)).isNotEmpty();
            });
    Incident incident =
        going(Sources.SECURITY).stream()
            .filter(each -> each.label().equals("vault.field.unopenable"))
            .findFirst()
            .orElseThrow();
    assertThat(new AlertText(Locale.ENGLISH).sentence(incident)).contains("S-ABCDEFG");
    assertThat(incidents.resolve(incident.id())).isTrue();
    assertThat(incidents.resolve(incident.id())).isFalse();
  }

  @Test
  void anAlarmSaysWhoWhereAndHowManyAndLeadsWhereEngineersMayLook() {
    UUID max = admin().memberId();
    events.record(
        SecurityEvent.of("edge.mass.export", SecurityEvent.Severity.ALARM)
            .member(max)
            .with("rows", "1501")
            .with("usual", "500")
            .with("within", "60"));
    events.record(
        SecurityEvent.of("edge.travel", SecurityEvent.Severity.ALARM)
            .member(max)
            .with("earlier", "DE")
            .with("place", "BR")
            .with("within", "20"));
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              eventSource.run();
              assertThat(going(Sources.SECURITY))
                  .extracting(Incident::label)
                  .contains("edge.mass.export", "edge.travel");
            });
    Incident mass = security("edge.mass.export");
    assertThat(new AlertText(Locale.ENGLISH).sentence(mass))
        .isEqualTo(
            "A member took out very many records · a member · 1,501 records · usual, or allowed:"
                + " 500 · within 60 minutes. Look at the security events.")
        .doesNotContain(max.toString());
    assertThat(new AlertText(Locale.FRENCH).sentence(security("edge.travel")))
        .contains("un membre · en 20 minutes · auparavant depuis Allemagne", "Brésil");
    assertThat(mass.path()).isEqualTo("/security/events?kinds=edge.mass.export");

    act(join(Role.ENGINEER));
    open("alerts", "");
    assertThat(find(Anchor.class).withText("Look there").all())
        .anyMatch(link -> link.getHref().equals("security/events?kinds=edge.mass.export"));
    open("security/events", "kinds=edge.mass.export");
    assertThat(find(Paragraph.class).all())
        .anyMatch(line -> line.getText().contains("A member took out very many records"));
  }

  private Incident security(String kind) {
    return going(Sources.SECURITY).stream()
        .filter(each -> each.label().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
