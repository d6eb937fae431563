package eu.rempart.watch.probe.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Place;
import eu.rempart.watch.probe.Admissions;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.probe.Reply;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Agents on the screen of the watch. */
class AgentPanelTest extends WithFirm {

  @Autowired private ProbeService probes;
  @Autowired private Admissions admissions;
  @Autowired private AgentKeys keys;

  @AfterEach
  void revokeAll() {
    admin();
    probes.agents().forEach(agent -> probes.revoke(agent.id()));
    sql("DELETE FROM watch_place");
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .filter(line -> line.getElement().getParent().getClassList().contains("lines"))
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }

  private boolean nobody() {
    return find(Paragraph.class).all().stream()
        .anyMatch(each -> each.getText().equals("No agent was admitted yet."));
  }

  private static AdmissionCode code(String command) {
    return AdmissionCode.of(command.substring(command.lastIndexOf(' ') + 1));
  }

  private Reply admit(String command, String zone) {
    return admissions.admit(
        Json.write(
            Admission.Request.of(code(command), zone, "<b>host</b>", "1.2", ProbeKeys.generate())),
        "192.0.2.7");
  }

  @Test
  void aCodeIsMadeShownOnceAndAdmitsAnAgentThatIsRevoked() {
    open("watch", "");
    assertThat(nobody()).isTrue();
    click("Admit an agent");
    click("Make a code");
    String command =
        find(TextArea.class).withLabel("To be run on the agent’s machine").single().getValue();
    assertThat(command)
        .startsWith("./rempart probe --zone FR --server https://")
        .contains("--code ");
    assertThat(admit(command, "FR").status()).isEqualTo(200);
    click("Close");
    click("Refresh");
    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("France", "Delivers", "Machine bhostb, version 1.2", "Last heard"));

    sql(
        "UPDATE watch_agent SET state = 'SUSPENDED', clock_off_ms = -90000000, alone = 9, agreed ="
            + " 1, lost = 2, refused = 1, trouble = 'future', trouble_at = now() WHERE state <>"
            + " 'REVOKED'");
    click("Refresh");
    assertThat(lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "Suspended",
                        "Its key is used in two places",
                        "in 90 % of its latest findings",
                        "is 25 h behind",
                        "2 results were lost",
                        "One result was not taken",
                        "a result was of the future"));
    click("Revoke");
    confirm();
    assertThat(probes.agents()).isEmpty();
    assertThat(nobody()).isTrue();
  }

  private void choosePlace(String label) {
    Select<Optional<Zone>> zone = select("Zone");
    test(zone).selectItem(label);
  }

  private boolean isWrong(String label) {
    return find(TextField.class).withLabel(label).single().isInvalid();
  }

  @Test
  void anotherPlaceGetsACodeAndANameWhichEverybodyReads() {
    open("watch", "");
    click("Admit an agent");
    assertThat(find(TextField.class).withLabel("Code of the place").exists()).isFalse();
    choosePlace("Another place …");
    for (String code : List.of("", "X", "home", "N7", "1A", "TOO-LONG-CODE", "É-TÉ", "<B>", "FR")) {
      // as a browser may send it, whatever the field allows
      find(TextField.class).withLabel("Code of the place").single().setValue(code);
      click("Make a code");
      assertThat(isWrong("Code of the place")).as(code).isTrue();
    }
    fill("Code of the place", "tokyo");
    for (String name : List.of("", "  ", "a\nb", "a\u202eb", "x".repeat(41))) {
      find(TextField.class).withLabel("Name of the place").single().setValue(name);
      click("Make a code");
      assertThat(isWrong("Name of the place")).as(name).isTrue();
    }
    assertThat(probes.places()).isEmpty();
    fill("Name of the place", " <b>Tōkyō</b> ");
    click("Make a code");
    String command =
        find(TextArea.class).withLabel("To be run on the agent’s machine").single().getValue();
    assertThat(command).startsWith("./rempart probe --zone TOKYO --server https://");
    assertThat(admit(command, "TOKYO").status()).isEqualTo(200);
    click("Close");
    click("Refresh");
    assertThat(lines()).anySatisfy(line -> assertThat(line).contains("<b>Tōkyō</b>", "Delivers"));
    assertThat(probes.zones()).containsExactly(new Zone("TOKYO"));
    assertThat(keys.open()).singleElement().asString().contains("<b>Tōkyō</b>");

    // it is there to be chosen from now on
    click("Admit an agent");
    choosePlace("<b>Tōkyō</b>");
    click("Close");
  }

  @Test
  void aPlaceThatSomebodyElseMadeMeanwhileKeepsItsName() {
    open("watch", "");
    click("Admit an agent");
    choosePlace("Another place …");
    fill("Code of the place", "OSLO");
    fill("Name of the place", "Osaka");
    assertThat(probes.keep(new Place(new Zone("OSLO"), "Oslo"))).isTrue();
    click("Make a code");
    assertThat(isWrong("Code of the place")).isTrue();
    assertThat(find(TextArea.class).exists()).as("a code is made").isFalse();
    assertThat(probes.places()).containsExactly(Map.entry(new Zone("OSLO"), "Oslo"));

    choosePlace("Oslo");
    click("Make a code");
    assertThat(find(TextArea.class).single().getValue()).contains("--zone OSLO ");
    sql("DELETE FROM watch_place");
  }

  @Test
  void aPlaceIsGivenAnotherNameUnlessSomebodyElseDidMeanwhile() {
    Zone oslo = new Zone("OSLO");
    open("watch", "");
    assertThat(offers("Rename a place")).isFalse();
    probes.keep(new Place(oslo, "Osl"));
    admit(probes.makeCode(oslo).command(), "OSLO");
    click("Refresh");
    click("Rename a place");
    for (String name : List.of("", "  ", "a\nb", "a\u202eb", "x".repeat(41))) {
      // as a browser may send it, whatever the field allows
      find(TextField.class).withLabel("Name of the place").single().setValue(name);
      click("Rename");
      assertThat(isWrong("Name of the place")).as(name).isTrue();
    }
    assertThat(probes.places()).containsExactly(Map.entry(oslo, "Osl"));
    assertThat(probes.rename(new Place(oslo, "Osl"), "Kristiania")).isTrue();
    fill("Name of the place", "Oslo");
    click("Rename");
    assertThat(says("Somebody renamed it meanwhile")).isTrue();
    assertThat(find(TextField.class).withLabel("Name of the place").single().getValue())
        .isEqualTo("Kristiania");
    assertThat(probes.places()).containsExactly(Map.entry(oslo, "Kristiania"));

    fill("Name of the place", " Oslo ");
    click("Rename");
    assertThat(probes.places()).containsExactly(Map.entry(oslo, "Oslo"));
    assertThat(lines()).anySatisfy(line -> assertThat(line).contains("Oslo"));
    assertThat(probes.rename(new Place(new Zone("BERGEN"), "Bergen"), "Bergen 2")).isFalse();
    assertThatThrownBy(() -> probes.rename(new Place(oslo, "Oslo"), "a\u202eb"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void engineersSeeAgentsAndAdmitNone() {
    admit(probes.makeCode(new Zone("BR")).command(), "BR");
    act(join(Role.ENGINEER));
    UI.getCurrent().setLocale(Locale.FRENCH);
    open("watch", "");
    assertThat(lines()).anySatisfy(line -> assertThat(line).contains("Brésil", "Livre"));
    for (String hidden : List.of("Admettre un agent", "Révoquer")) {
      assertThat(find(Button.class).withText(hidden).exists()).as(hidden).isFalse();
    }
    assertThatThrownBy(() -> probes.makeCode(new Zone("BR")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> probes.keep(new Place(new Zone("OSLO"), "Oslo")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> probes.rename(new Place(new Zone("OSLO"), "Oslo"), "Bergen"))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> probes.revoke(probes.agents().getFirst().id()))
        .isInstanceOf(NotPermittedException.class);
  }
}
