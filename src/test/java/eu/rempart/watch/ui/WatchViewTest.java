package eu.rempart.watch.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.WholeNumberField;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
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
    Typing.into(find(WholeNumberField.class).withLabel("Failures in a row").single(), "4");
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
    WholeNumberField quorum =
        find(WholeNumberField.class).withLabel("Places that must agree").single();
    quorum.setValue(2);
    assertThat(quorum.isInvalid()).as("of one place that is asked two can't agree").isTrue();
    assertThat(quorum.getErrorMessage()).isEqualTo("From 1 to 1");
    quorum.setValue(1);
    assertThat(quorum.isInvalid()).isFalse();
    click("Save check");
    assertThat(find(TextField.class).withLabel("Page").single().isInvalid()).isTrue();
    assertThat(watch.report().checks()).isEmpty();
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
    sql(
        "UPDATE watch_check SET enabled = true, home_at = now() + (period_seconds + 30) * interval"
            + " '1 second'");
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
    // this server itself finds no such name
    sql("UPDATE watch_check SET enabled = true, zones = '{FR}' WHERE retired_at IS NULL");
    click("Refresh");
    ListItem line = line("Web");
    Check check = watch.report().checks().getFirst().check();
    recorder.take(
        new Result(
            check.id(),
            new Zone("FR"),
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            null,
            200,
            new Timing(1_200L, 20_400L, 41_000L, 12_000L, 80_100L)));
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
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
    // what is measured is asked in more than a period first, so that this test asks nobody's server
    sql(
        "UPDATE watch_check SET enabled = true, home_at = now() + (period_seconds + 30) * interval"
            + " '1 second'");
    click("Actualiser");
    click("Suspendre");
    assertThat(only().check().enabled()).isFalse();
    assertThat(only().check().name()).isEqualTo("Front");
    assertThat(find(Button.class).withText("Mesurer de nouveau").exists()).isTrue();
  }
}
