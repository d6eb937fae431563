package eu.rempart.watch.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import eu.rempart.WithFirm;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.WatchService;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Places in which an agent is admitted are asked. */
class AskedPlacesTest extends WithFirm {

  @Autowired private WatchService watch;

  @AfterEach
  void stopWatching() {
    admin();
    watch.report().checks().forEach(status -> watch.retire(status.check()));
    sql("UPDATE watch_agent SET state = 'REVOKED'");
    sql("DELETE FROM watch_place");
  }

  private void create(String name, String host) {
    click("New check");
    fill("Name", name);
    fill("Host", host);
    // so that this test asks nobody's server
    test(find(Checkbox.class).withLabel("Measure").single()).click();
    click("Save check");
  }

  /** Agents that were admitted, without their programs. */
  private void admitted(String... zones) {
    for (String zone : zones) {
      sql(
          ("INSERT INTO watch_agent (id, zone, name, public_key, admitted_at, state, state_at,"
                  + " heard_at) VALUES (gen_random_uuid(), '%s', 'machine',"
                  + " decode(repeat(md5(random()::text), 2), 'hex'), now(), 'ACTIVE', now(),"
                  + " now())")
              .formatted(zone));
    }
  }

  @Test
  void newChecksAskAdmittedPlacesAndOthersAreAskedByOneClick() {
    open("watch", "");
    create("Web", "web.example");
    create("Own", "localhost");
    assertThat(check("Web").rules().zones()).containsExactly(Zone.HOME);
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
    click("New check");
    CheckboxGroup<Zone> zones = zones();
    WholeNumberField quorum =
        find(WholeNumberField.class).withLabel("Places that must agree").single();
    zones.setValue(Set.of(Zone.HOME, new Zone("BR")));
    assertThat(quorum.getValue()).as("most of two").isEqualTo(2);
    zones.setValue(Set.of(new Zone("TOKYO")));
    assertThat(zones.getHelperText()).isEmpty();
    assertThat(quorum.getValue()).isEqualTo(1);
  }

  @Test
  void placesWithoutAnAgentAreNoChoice() {
    open("watch", "");
    click("New check");
    assertThat(offered(zones())).containsExactly(Zone.HOME);
    assertThat(zones().getHelperText()).startsWith("Admit an agent in another place");
    click("Cancel");

    admitted("BR", "TOKYO");
    click("Refresh");
    click("New check");
    assertThat(offered(zones())).containsExactly(Zone.HOME, new Zone("BR"), new Zone("TOKYO"));
  }

  @Test
  void placeWhoseAgentLeftStaysAndSaysSo() {
    open("watch", "");
    var asked = new Rules(2, 2, 1, List.of(Zone.HOME, new Zone("HK")), Duration.ofMinutes(1));
    var words = new WatchText(Locale.ENGLISH, ZoneOffset.UTC, Map.of());
    CheckboxGroup<Zone> zones = new ZoneFields(words, List.of(), Optional.of(asked)).zones();
    assertThat(offered(zones)).containsExactly(Zone.HOME, new Zone("HK"));
    assertThat(zones.getHelperText()).isEqualTo("No agent is admitted there: Hong Kong");
  }

  private static List<Zone> offered(CheckboxGroup<Zone> zones) {
    return zones.getListDataView().getItems().toList();
  }

  @Test
  void whatEachMachineTakesForItselfIsAskedOfThisServerAlone() {
    open("watch", "");
    admitted("BR", "HK");
    click("Refresh");
    create("Own", "127.0.0.1");
    create("Inside", "10.0.0.7");
    assertThat(check("Own").rules().zones()).containsExactly(Zone.HOME);
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
}
