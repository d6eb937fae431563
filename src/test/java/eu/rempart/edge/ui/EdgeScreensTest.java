package eu.rempart.edge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.edge.abuse.AbuseWatch;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Count;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.ui.Stretch;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.chart.WorldMap;
import eu.rempart.shell.field.number.WholeNumberField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens on which administrators see traffic and say who may come. */
class EdgeScreensTest extends WithFirm {

  @Autowired private EdgeAdministration administration;
  @Autowired private AbuseWatch abuse;

  @AfterEach
  void forgetRules() {
    sql("DELETE FROM edge_rule");
    sql("DELETE FROM edge_allowed");
    sql("DELETE FROM edge_setting");
    sql("UPDATE edge_ban SET lifted_at = begun_at");
  }

  private void giveReason(String reason) {
    test(find(TextArea.class).single()).setValue(reason);
  }

  private boolean hears(String words) {
    return find(ListItem.class).all().stream()
        .anyMatch(line -> line.getElement().getTextRecursively().contains(words));
  }

  private boolean reads(String words) {
    return find(Paragraph.class).all().stream()
        .anyMatch(line -> line.getElement().getText().contains(words));
  }

  @Test
  void trafficShowsNumbersPlacesAndKinds() {
    open("traffic", "");

    assertThat(find(Description.class).all()).hasSize(9);
    assertThat(find(WorldMap.class).exists()).isTrue();
    assertThat(find(Ranking.class).all()).hasSizeGreaterThan(8);
    assertThat(find(Ranking.class).all())
        .extracting(each -> each.getElement().getProperty("label"))
        .contains("Client software (JA4)");
    assertThat(reads("Nobody is slowed or banned.")).isTrue();
  }

  @Test
  void trafficSaysWhatEncryptsAndWhetherSomethingIsMissing() {
    var engine = administration.engine().orElseThrow();
    open("traffic", "");

    assertThat(hears("Encryption of connections")).isTrue();
    assertThat(hears(engine.engine() + ", signatures by " + engine.signer())).isTrue();
    assertThat(hears("post-quantum off")).isEqualTo(!engine.postQuantum());
  }

  @Test
  void aFloodIsNamedWhileItGoesOn() {
    var flood = List.of(new Count(new Place("BR"), Measure.NO_HANDSHAKE_LEFT.key(), 5_000));
    while (!abuse.isFlooded()) {
      abuse.second(flood);
    }
    open("traffic", "");
    assertThat(reads("A flood of connections")).isTrue();
    assertThat(reads("Brazil")).isTrue();

    while (abuse.isFlooded()) {
      abuse.second(List.of());
    }
    open("traffic", "");
    assertThat(reads("A flood of connections")).isFalse();
  }

  @Test
  void newRuleMayAskForSecondFactor() {
    open("rules", "place=BR");

    RadioButtonGroup<?> treatment =
        find(RadioButtonGroup.class)
            .withCondition(group -> "Treatment".equals(group.getLabel()))
            .single();
    assertThat(treatment.getListDataView().getItems().toList())
        .hasToString("[NORMAL, SLOWED, SECOND_FACTOR, REFUSED]");
  }

  @Test
  void aRuleIsSavedOnlyAfterALookAtWhatItWouldHaveRefused() {
    open("rules", "place=BR");
    giveReason("too many scans");

    assertThat(offers("Save")).isFalse();
    click("See what it would have refused");
    assertThat(administration.rules()).isEmpty();
    click("Save");

    var rule = administration.rules().getFirst();
    assertThat(rule.target()).isEqualTo(new RuleTarget.OfPlace(new Place("BR")));
    assertThat(rule.treatment()).isEqualTo(Treatment.SLOWED);
    assertThat(hears("too many scans")).isTrue();
    assertThat(find(Dialog.class).exists()).isFalse();
  }

  @Test
  void whoRefusesACountryReadsThatTheStatusPageIsClosedToItToo() {
    open("rules", "place=BR");
    assertThat(saysOfStatus()).isFalse();
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Treatment> treatment =
        find(RadioButtonGroup.class).withLabel("Treatment").single();
    treatment.setValue(Treatment.REFUSED);
    assertThat(saysOfStatus()).isTrue();
  }

  private boolean saysOfStatus() {
    return find(Paragraph.class).all().stream()
        .filter(Paragraph::isVisible)
        .anyMatch(line -> line.getElement().getText().contains("/status.json"));
  }

  @Test
  void anEditAfterTheLookAsksForANewOne() {
    open("rules", "place=BR");
    giveReason("scans");
    click("See what it would have refused");
    find(WholeNumberField.class).single().setValue(9);

    assertThat(offers("Save")).isFalse();
    assertThat(offers("See what it would have refused")).isTrue();
  }

  @Test
  void withoutAReasonOrACountryNothingHappens() {
    open("rules", "");
    click("Add a rule");
    click("See what it would have refused");
    assertThat(find(TextArea.class).single().isInvalid()).isTrue();

    giveReason("scans");
    click("See what it would have refused");
    assertThat(find(ComboBox.class).single().isInvalid()).isTrue();
    assertThat(administration.rules()).isEmpty();
  }

  @Test
  void aNetworkIsAllowedAndNotAnyMore() {
    open("rules", "");
    click("Allow a network");
    fill("Address or network", "203.0.113.0/33");
    giveReason("the office");
    click("Save");
    assertThat(administration.allowed()).isEmpty();
    fill("Address or network", "::/64");
    click("Save");
    assertThat(find(TextField.class).withLabel("Address or network").single().getErrorMessage())
        .contains("All of IPv4");
    assertThat(administration.allowed()).isEmpty();

    fill("Address or network", "203.0.113.0/24");
    click("Save");
    assertThat(administration.allowed().getFirst().network()).hasToString("203.0.113.0/24");

    click("Remove");
    giveReason("moved out");
    click("See what it would have refused");
    click("Save");
    assertThat(administration.allowed()).isEmpty();
  }

  @Test
  void aLimitIsKeptWithinItsBounds() {
    open("rules", "");
    click("Change"); // of the last limit
    WholeNumberField value = find(WholeNumberField.class).single();
    value.setValue(5);
    giveReason("less to keep");
    click("See what it would have refused");
    assertThat(value.isInvalid()).isTrue();

    value.setValue(30);
    click("See what it would have refused");
    click("Save");
    assertThat(administration.settings().of(Limit.TRAFFIC_DAYS)).isEqualTo(30);
  }

  @Test
  void detectionSaysWhatItLooksForAndFromHowMuchOnIsSetLikeAnyLimit() {
    open("rules", "");
    assertThat(hears("Impossible travel")).isTrue();
    assertThat(hears("From 40 of one address within about 1 min")).isTrue();
    test(find(Button.class)
            .withCondition(
                button ->
                    "Change: Search for pages that do not exist"
                        .equals(button.getElement().getAttribute("aria-label")))
            .single())
        .click();
    find(WholeNumberField.class).single().setValue(60);
    giveReason("our own scanner is quicker");
    click("See what it would have refused");
    click("Save");
    assertThat(administration.settings().of(Limit.DETECT_SCAN)).isEqualTo(60);
    assertThat(hears("From 60 of one address")).isTrue();
  }

  @Test
  void whatIsDoneAboutNetworksIsSetAndPeopleAreOnlyWatched() {
    open("rules", "");
    List<String> answered =
        find(Button.class).withText("Answer").all().stream()
            .map(button -> button.getElement().getAttribute("aria-label"))
            .toList();
    assertThat(answered)
        .contains("Answer: Search for pages that do not exist")
        .doesNotContain("Answer: Impossible travel")
        .hasSize(8);
    test(find(Button.class)
            .withText("Answer")
            .all()
            .get(answered.indexOf("Answer: Search for pages that do not exist")))
        .click();
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Answer> answer =
        find(RadioButtonGroup.class).withLabel("What is done about it").single();
    assertThat(answer.getValue()).isEqualTo(Answer.BAN);
    answer.setValue(Answer.WATCH);
    giveReason("our own scanner");
    click("Save");
    assertThat(administration.settings().answer(Limit.DETECT_SCAN)).isEqualTo(Answer.WATCH);
    open("rule-changes", "");
    assertThat(hears("Answer changed")).isTrue();
    assertThat(hears("slowed, then banned for a time → watched")).isTrue();
  }

  @Test
  void aNumberLeadsToTheEventsBehindIt() {
    open("traffic", "");
    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains(
            "security/events?hours=1&kinds=account.signin.done",
            "security/events?hours=168&kinds=edge.suspected,edge.suspected.more,edge.slowed,"
                + "edge.banned&cause=scan",
            "security/events?hours=168&kinds=edge.travel",
            "security/wall");
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Stretch> period = find(RadioButtonGroup.class).withLabel("Period").single();
    period.setValue(Stretch.QUARTER);
    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains("security/events?minutes=15&kinds=account.signin.done");
  }

  @Test
  void engineersWatchAndChangeNothing() {
    open("traffic", "");
    click("Ban a network");
    fill("Address or network", "198.51.100.8");
    giveReason("scans us every night");
    click("See what it would have refused");
    click("Save");
    act(join(Role.ENGINEER));
    open("traffic", "");

    assertThat(hears("198.51.100.8/32")).isTrue();
    assertThat(offers("Lift")).isFalse();
    assertThat(offers("Ban a network")).isFalse();
    assertThat(offers("Change")).isFalse();
    assertThat(hears("A member")).as("whose session it is they can't read").isTrue();
    assertThat(hears("Ada")).isFalse();
  }

  @Test
  void whatADumpRevealsIsReadFromItsOwnCatalogue() {
    open("traffic", "");
    assertThat(hears("Sealed: salutation, first_name, last_name")).isTrue();
    assertThat(hears("In clear: at, place, measure, count")).isTrue();
  }
}
