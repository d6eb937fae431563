package eu.rempart.watch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Objective;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Recorder;
import eu.rempart.watch.result.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen on which engineers say what is watched. */
class WatchViewTest extends WithFirm {

  @Autowired private WatchService watch;
  @Autowired private Recorder recorder;

  @AfterEach
  void stopWatching() {
    admin();
    watch.report().maintenance().forEach(window -> watch.end(window.id()));
    watch.report().checks().forEach(status -> watch.retire(status.check()));
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .filter(line -> line.getElement().getParent().getClassList().contains("lines"))
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }

  private void create(String name, String host) {
    click("New check");
    fill("Name", name);
    fill("Host", host);
    // so that this test asks nobody's server
    test(find(Checkbox.class).withLabel("Measure").single()).click();
    click("Save check");
  }

  private CheckStatus only() {
    return watch.report().checks().getFirst();
  }

  @Test
  void aCheckIsMadeChangedAndStopped() {
    open("watch", "");
    create("<b>Web</b>", "CRM.example");

    assertThat(only().check().target()).hasToString("Remote[host=crm.example, port=443, path=/]");
    assertThat(only().check().kind()).isEqualTo(CheckKind.PAGE);
    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("<b>Web</b>", "Not measured", "crm.example:443/, every 1 min"));

    click("Change");
    fill("Name", "Front");
    test(find(IntegerField.class).withLabel("Failures in a row").single()).setValue(4);
    click("Save check");
    assertThat(only().check().name()).isEqualTo("Front");
    assertThat(only().check().rules().failAfter()).isEqualTo(4);
    assertThat(only().check().version()).isEqualTo(2);

    click("Stop watching");
    confirm();
    assertThat(watch.report().checks()).isEmpty();
  }

  @Test
  void whatIsWrongSaysSoAndIsNotSaved() {
    open("watch", "");
    click("New check");
    click("Save check");
    assertThat(find(TextField.class).withLabel("Name").single().isInvalid()).isTrue();
    assertThat(find(TextField.class).withLabel("Host").single().isInvalid()).isTrue();

    fill("Name", "x");
    fill("Host", "crm.example\" onload=\"x");
    click("Save check");
    assertThat(find(TextField.class).withLabel("Host").single().isInvalid()).isTrue();

    fill("Host", "crm.example");
    fill("Page", "no slash");
    IntegerField quorum = find(IntegerField.class).withLabel("Places that must agree").single();
    quorum.setValue(2);
    assertThat(quorum.isInvalid()).as("of one place that is asked two can't agree").isTrue();
    assertThat(quorum.getErrorMessage()).isEqualTo("From 1 to 1");
    quorum.setValue(1);
    assertThat(quorum.isInvalid()).isFalse();
    click("Save check");
    assertThat(find(TextField.class).withLabel("Page").single().isInvalid()).isTrue();
    assertThat(watch.report().checks()).isEmpty();
  }

  /** Agents that were admitted, without their programs. */
  private void admitted(String... zones) {
    for (String zone : zones) {
      sql(
          ("INSERT INTO watch_agent (id, zone, name, public_key, admitted_at, state, state_at,"
                  + " heard_at) VALUES (gen_random_uuid(), '%s', 'machine',"
                  + " decode(repeat(md5('%s'), 2), 'hex'), now(), 'ACTIVE', now(), now())")
              .formatted(zone, zone));
    }
  }

  @Test
  void newChecksAskAdmittedPlacesAndOthersAreAskedByOneClick() {
    open("watch", "");
    create("Web", "web.example");
    create("Own", "localhost");
    assertThat(only().check().rules().zones()).containsExactly(Zone.HOME);
    assertThat(find(Button.class).withText("Ask all admitted places").exists()).isFalse();

    admitted("BR", "TOKYO");
    sql("INSERT INTO watch_place (code, name, named_at) VALUES ('TOKYO', 'Tōkyō', now())");
    click("Refresh");
    click("Ask all admitted places");
    confirm();
    Check web = check("Web");
    assertThat(web.rules().zones()).containsExactly(new Zone("BR"), Zone.HOME, new Zone("TOKYO"));
    assertThat(web.rules().quorum()).as("most of three").isEqualTo(2);
    assertThat(check("Own").rules().zones())
        .as("what each machine takes for itself")
        .containsExactly(Zone.HOME);
    assertThat(find(Button.class).withText("Ask all admitted places").exists()).isFalse();

    create("New", "new.example");
    assertThat(check("New").rules()).isEqualTo(web.rules());
    create("Own too", "127.0.0.1");
    create("Inside", "10.0.0.7");
    assertThat(check("Own too").rules()).isEqualTo(check("Own").rules());
    assertThat(check("Inside").rules()).isEqualTo(check("Own").rules());
    click("New check");
    CheckboxGroup<Zone> zones = zones();
    fill("Name", "Mixed");
    fill("Host", "[::1]");
    assertThat(zones.getValue()).containsExactly(Zone.HOME);
    fill("Host", "mixed.example");
    assertThat(zones.getValue()).hasSize(3);
    zones.setValue(Set.of(Zone.HOME, new Zone("BR")));
    fill("Host", "localhost");
    click("Save check");
    assertThat(zones.isInvalid()).as("somebody chose others, who can't tell").isTrue();
    assertThat(zones.getErrorMessage()).contains("choose this server alone");
    IntegerField quorum = find(IntegerField.class).withLabel("Places that must agree").single();
    zones.setValue(Set.of(Zone.HOME, new Zone("BR"), new Zone("TOKYO"), new Zone("HK")));
    assertThat(quorum.getValue()).as("most of four").isEqualTo(3);
    assertThat(zones.getHelperText()).isEqualTo("No agent is admitted there: Hong Kong");
    zones.setValue(Set.of(new Zone("TOKYO")));
    assertThat(zones.getHelperText()).isEmpty();
    assertThat(quorum.getValue()).isEqualTo(1);
    sql("UPDATE watch_agent SET state = 'REVOKED'");
    sql("DELETE FROM watch_place");
  }

  @SuppressWarnings("unchecked")
  private CheckboxGroup<Zone> zones() {
    return find(CheckboxGroup.class).single();
  }

  private Check check(String name) {
    return watch.report().checks().stream()
        .map(CheckStatus::check)
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLevelOfTheMachineIsMeasuredByEveryNode() {
    open("watch", "");
    click("New check");
    Select<CheckKind> kind = select("What is checked");
    test(kind).selectItem("Level of this server");
    fill("Name", "CPU");
    assertThat(find(TextField.class).withLabel("Host").exists()).isFalse();
    click("Save check");
    assertThat(only().check().byNode()).isTrue();
    assertThat(only().check().rules().quorum()).isEqualTo(1);
    assertThat(only().check().rules().zones())
        .isNotEmpty()
        .allMatch(zone -> zone.isNode() || zone.equals(Zone.HOME));
    assertThat(only().check().band().limit()).isEqualTo(90);
    // nobody said that the public is to see it
    assertThat(only().check().shown()).isFalse();
  }

  @Test
  void anObjectiveIsChosenAndItsBudgetIsShown() {
    open("watch", "");
    click("New check");
    fill("Name", "Aimed");
    fill("Host", "aimed.example");
    test(find(Checkbox.class).withLabel("Measure").single()).click();
    Select<Integer> objective = select("Objective of availability");
    assertThat(offersOver()).isFalse();
    test(objective).selectItem("99.95 %");
    assertThat(offersOver()).isTrue();
    Select<Objective.Over> over = select("Over");
    test(over).selectItem("Month of the calendar");
    click("Save check");
    assertThat(only().check().objective()).isEqualTo(new Objective(99_950, Objective.Over.MONTH));
    assertThat(lines())
        .anySatisfy(line -> assertThat(line).contains("Objective 99.95 % in a month", "(100 %)"));
    assertThat(find(ProgressBar.class).single().getElement().getAttribute("aria-label"))
        .startsWith("May still fail: ");

    click("Change");
    Select<Integer> again = select("Objective of availability");
    test(again).selectItem("None");
    click("Save check");
    assertThat(only().check().objective()).isNull();
    assertThat(find(ProgressBar.class).exists()).isFalse();
  }

  private boolean offersOver() {
    return find(Select.class).withCondition(each -> "Over".equals(each.getLabel())).exists();
  }

  @Test
  void anOutageIsShownFirstAndGetsANote() {
    open("watch", "");
    create("Quiet", "quiet.example");
    create("Loud", "loud.example");
    sql("UPDATE watch_check SET enabled = true, home_at = now() + interval '1 day'");
    var loud =
        watch.report().checks().stream()
            .map(CheckStatus::check)
            .filter(check -> check.name().equals("Loud"))
            .findFirst()
            .orElseThrow();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    for (int i = 2; i > 0; i--) {
      Instant at = now.minusSeconds(i * 60L);
      recorder.take(new Result(loud.id(), Zone.HOME, at, Failure.TOO_SLOW, 9_000, Timing.NONE));
    }
    click("Refresh");
    assertThat(lines().getFirst()).contains("Loud", "Down", "too slow: 9,000 ms", "1 outage");
    click("Add note");
    click("Add note");
    assertThat(find(TextArea.class).single().isInvalid()).isTrue();
    test(find(TextArea.class).single()).setValue("a <script>disk</script> is full");
    click("Add note");
    assertThat(lines()).anyMatch(line -> line.contains("a <script>disk</script> is full"));
  }

  @Test
  void whatIsMeasuredIsShownWithoutAClickAndOnTheWall() {
    open("watch", "");
    create("Web", "web.example");
    sql("UPDATE watch_check SET enabled = true, home_at = now() + interval '1 day'");
    click("Refresh");
    ListItem line = line("Web");
    Check check = watch.report().checks().getFirst().check();
    recorder.take(
        new Result(
            check.id(),
            Zone.HOME,
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            null,
            200,
            new Timing(1_200L, 20_400L, 41_000L, 12_000L, 80_100L)));
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              outside(() -> {});
              assertThat(line.getElement().getTextRecursively())
                  .contains("name 1 ms, connection 20 ms, TLS 41 ms, first byte 12 ms")
                  .contains("in all 80 ms")
                  .contains("all well, 0.080 s");
            });
    assertThat(line("Web")).as("whoever stands on a button of it stays there").isSameAs(line);

    open("security/wall", "");
    assertThat(find(WatchPanel.class).single().getElement().getTextRecursively())
        .contains("Web")
        .contains("all well, 0.080 s");
  }

  private ListItem line(String name) {
    return find(ListItem.class).all().stream()
        .filter(line -> line.getElement().getTextRecursively().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void maintenanceIsPlannedAndCalledOff() {
    open("watch", "");
    click("Plan maintenance");
    click("Plan");
    assertThat(find(TextField.class).withLabel("What is done").single().isInvalid()).isTrue();
    fill("What is done", "a new disk");
    click("Plan");
    assertThat(lines())
        .anyMatch(line -> line.contains("a new disk") && line.contains("Everything"));
    click("Call off");
    assertThat(watch.report().maintenance()).isEmpty();
  }

  @Test
  void engineersReachItInFrenchAndPauseWhatOthersDefine() {
    open("watch", "");
    create("Front", "front.example");
    act(join(Role.ENGINEER));
    UI.getCurrent().setLocale(Locale.FRENCH);
    open("watch", "");
    for (String hidden : List.of("Nouveau contrôle", "Modifier", "Ne plus surveiller")) {
      assertThat(find(Button.class).withText(hidden).exists()).as(hidden).isFalse();
    }
    assertThat(find(Button.class).withText("Prévoir une maintenance").exists()).isTrue();
    // what is measured is asked in ten minutes first, so that this test asks nobody's server
    sql("UPDATE watch_check SET enabled = true, home_at = now() + interval '10 minutes'");
    click("Actualiser");
    click("Suspendre");
    assertThat(only().check().enabled()).isFalse();
    assertThat(only().check().name()).isEqualTo("Front");
    assertThat(find(Button.class).withText("Mesurer de nouveau").exists()).isTrue();
  }
}
