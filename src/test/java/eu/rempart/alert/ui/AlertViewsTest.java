package eu.rempart.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyFault;
import eu.rempart.alert.duty.DutyService;
import eu.rempart.alert.duty.Rotation;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.IncidentState;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.alert.queue.Reach;
import eu.rempart.vault.reach.ReachSeal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The screens of incidents, duty and channels, and the banner on every page. */
class AlertViewsTest extends WithFirm {

  @Autowired private AlertService alerts;
  @Autowired private IncidentService incidents;
  @Autowired private DutyService duty;
  @Autowired private AddressService addresses;
  @Autowired private ReachSeal seal;

  /** News are drawn by a thread of their own, which finds who is signed in as in a browser. */
  @BeforeEach
  void keepWhoIsSignedIn() {
    VaadinSession.getCurrent()
        .getSession()
        .setAttribute(
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
            SecurityContextHolder.getContext());
  }

  @AfterEach
  void end() {
    admin();
    sql("DELETE FROM alert_rotation");
    sql("DELETE FROM alert_duty");
    incidents.silences().forEach(each -> incidents.lift(each.id()));
    Sources.ALL.forEach(source -> alerts.sync(source, List.of()));
    incidents.latest().stream()
        .filter(each -> !each.isResolved() && each.ending() != Ending.BY_SOURCE)
        .forEach(each -> incidents.resolve(each.id()));
    assertThat(incidents.latest()).allMatch(Incident::isResolved);
  }

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

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .filter(line -> line.getElement().getParent().getClassList().contains("lines"))
        .map(line -> line.getElement().getTextRecursively())
        .toList();
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
        .contains("<b>Web</b> is down", "Critical", "Nobody takes care yet", "status 503");
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
  void pairsAreEnteredSwappedAndCalledOff() {
    SignedInMember erik = join(Role.ENGINEER);
    SignedInMember eva = join(Role.ENGINEER);
    admin();
    open("duty", "");
    assertThat(find(Paragraph.class).all())
        .anyMatch(each -> each.getText().contains("first nobody, second nobody"));
    click("New rotation");
    click("Save duty");
    assertThat(people("First of pair 1").isInvalid()).isTrue();
    people("First of pair 1").setValue(admin().memberId());
    people("Second of pair 1").setValue(admin().memberId());
    click("Save duty");
    assertThat(people("Second of pair 1").isInvalid()).isTrue();
    people("Second of pair 1").setValue(erik.memberId());
    click("Save duty");
    assertThat(duty.report().rotations()).hasSize(1);
    assertThat(lines())
        .anyMatch(
            line ->
                line.contains("First Ada Admin, second Max Muster")
                    && line.contains("somebody has no channel"));
    click("Swap");
    people("Who leaves").setValue(erik.memberId());
    people("Who stands in").setValue(eva.memberId());
    click("Save duty");
    assertThat(duty.report().entries()).hasSize(1);
    click("Call off");
    assertThat(duty.report().entries()).isEmpty();
    click("Call off");
    // it was so for a while: who is missing now is missing
    assertThat(duty.report().stretches())
        .hasSize(1)
        .allMatch(stretch -> stretch.faults().equals(Set.of(DutyFault.NOBODY)));
  }

  @Test
  void dutySaysWhetherThePairCanBeReachedAndNotWhere() {
    SignedInMember erik = join(Role.ENGINEER);
    UUID ada = admin().memberId();
    open("duty", "");
    assertThat(find(Paragraph.class).all())
        .anyMatch(each -> each.getText().equals("Nobody is on duty now."));
    duty.rotate(
        new Rotation(
            UUID.randomUUID(),
            Instant.now().minusSeconds(60),
            ZoneOffset.UTC,
            7,
            List.of(new Duty(ada, erik.memberId()))));
    way(erik.memberId(), "SMS", "+33612345678", "REFUSED");
    open("duty", "");
    assertThat(lines())
        .anyMatch(
            line ->
                line.startsWith("Max Muster")
                    && line.contains("no channel works")
                    && line.contains("SMS: no server is set up for it"))
        .anyMatch(line -> line.startsWith("Ada Admin") && line.contains("Ada Admin has no channel"))
        .noneMatch(line -> line.contains("612345678"));
    Reach way = duty.report().ways().getOrDefault(erik.memberId(), List.of()).getFirst();
    assertThat(Words.of(new Reach(way.kind(), true, way.proof()))).contains("SMS: Failed on");
    assertThat(new Reach(way.kind(), true, way.proof()).works()).isFalse();
    sql("DELETE FROM alert_address");
  }

  private void way(UUID member, String channel, String value, String failure) {
    UUID id = UUID.randomUUID();
    sql(
        "INSERT INTO alert_address (id, member_id, channel, position, sealed, proven_at, sent_at,"
            + " failed_at, failure) VALUES (?, ?, ?, 1, ?, now(), now() - interval '1 day', now(),"
            + " ?)",
        id,
        member,
        channel,
        seal.seal(id, member, value),
        failure);
  }

  private Select<UUID> people(String label) {
    return select(label);
  }

  @Test
  void whoHasNoChannelIsToldSo() {
    open("alert-channels", "");
    assertThat(find(Paragraph.class).all())
        .anyMatch(each -> each.getText().contains("You cannot be reached yet"));
    assertThatThrownBy(() -> addresses.add(ChannelKind.EMAIL, " ", "", ""))
        .hasMessage("alert.address.wrong");
    assertThatThrownBy(() -> addresses.add(ChannelKind.EMAIL, "a\nb", "", ""))
        .hasMessage("alert.address.wrong");
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
        .isEqualTo("Nobody takes care of 1 incident (Critical): Web is down");
    assertThat(find(NativeButton.class, bar).single().getElement().getTextRecursively())
        .isEqualTo("Sound is off: arm it");
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
