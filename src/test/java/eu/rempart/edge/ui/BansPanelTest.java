package eu.rempart.edge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.WithFirm;
import eu.rempart.edge.admin.EdgeAdministration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bans on the dashboard: shown, made by hand, extended, lifted. */
class BansPanelTest extends WithFirm {

  @Autowired private EdgeAdministration administration;

  @AfterEach
  void liftAll() {
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
  void manyBansLeaveRoomForWhatStandsBelow() {
    sql(
        "INSERT INTO edge_ban (id, network, place, step, cause, begun_at, until_at)"
            + " SELECT gen_random_uuid(), '198.51.100.' || n || '/32', 'ZZ', 'BANNED', 'scan',"
            + " now(), now() + n * interval '1 hour' FROM generate_series(1, 12) n");
    open("traffic", "");
    assertThat(hears("198.51.100.8/32")).isTrue();
    assertThat(hears("198.51.100.9/32")).isFalse();
    click("Show all 12");
    assertThat(hears("198.51.100.12/32")).isTrue();
    click("Show fewer");
    assertThat(hears("198.51.100.12/32")).isFalse();
  }

  @Test
  void ofThousandsOfBansTheFirstAreDrawnAndAllAreCounted() {
    sql(
        "INSERT INTO edge_ban (id, network, place, step, cause, begun_at, until_at)"
            + " SELECT gen_random_uuid(), '10.1.' || n / 250 || '.' || n % 250 || '/32', 'ZZ',"
            + " 'BANNED', 'scan', now(), now() + n * interval '1 minute'"
            + " FROM generate_series(100, 1299) n");
    open("traffic", "");
    click("Show the first 50 of 1,200");
    assertThat(reads("These are the first 50 of 1,200.")).isTrue();
    click("Show fewer");
    assertThat(reads("These are the first")).isFalse();
  }

  @Test
  void aBanByHandIsShownAndLifted() {
    open("traffic", "");
    click("Ban a network");
    fill("Address or network", "198.51.100.7");
    giveReason("scans us every night.");
    click("See what it would have refused");
    click("Save");
    assertThat(hears("198.51.100.7/32")).isTrue();
    assertThat(hears("scans us every night. ")).isTrue();

    click("Extend to 7 days");
    assertThat(administration.bans().getFirst().left(Instant.now()).toHours())
        .isBetween(166L, 168L);
    sql("UPDATE edge_ban SET until_at = now() + interval '1 year' WHERE lifted_at IS NULL");
    open("traffic", "");
    assertThat(hears("198.51.100.7/32")).isTrue();
    assertThat(offers("Extend to 7 days")).as("it would be shorter").isFalse();
    click("Lift");
    assertThat(administration.bans()).isEmpty();
    assertThat(find(Dialog.class).exists()).isFalse();
  }
}
