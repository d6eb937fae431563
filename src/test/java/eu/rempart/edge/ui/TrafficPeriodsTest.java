package eu.rempart.edge.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.edge.traffic.Pulse;
import eu.rempart.edge.traffic.ui.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Periods of the traffic page that are longer than what is kept in memory. */
class TrafficPeriodsTest extends WithFirm {

  @Autowired private Pulse pulse;

  @Test
  void longerPeriodsAreReadFromWhatIsKept() {
    sql("DELETE FROM edge_traffic");
    sql("DELETE FROM edge_traffic_hour");
    sql(
        "INSERT INTO edge_traffic (at, place, measure, count)"
            + " VALUES (now() - interval '2 days', 'BR', 'too-fast', 1234)");
    open("traffic", "");
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Stretch> period = find(RadioButtonGroup.class).withLabel("Period").single();
    period.setValue(Stretch.WEEK);

    assertThat(find(Description.class).all())
        .extracting(each -> each.getElement().getTextRecursively())
        .anyMatch(words -> words.startsWith("1,234"));
    assertThat(find(Paragraph.class).all())
        .extracting(each -> each.getElement().getText())
        .doesNotContain("Live, to the second");

    sql("UPDATE edge_traffic SET count = 4321");
    sql("UPDATE edge_traffic_hour SET count = 4321");
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              pulse.changed();
              outside(() -> {});
              assertThat(find(Description.class).all())
                  .extracting(each -> each.getElement().getTextRecursively())
                  .anyMatch(words -> words.startsWith("4,321"));
            });
  }

  private List<String> told() {
    return find(Paragraph.class).all().stream()
        .filter(Paragraph::isVisible)
        .map(each -> each.getElement().getText())
        .toList();
  }

  @Test
  void countsOfOneOfSeveralNodesSayWhoseTheyAre() {
    sql("UPDATE watch_node SET last_at = now() - interval '1 hour'");
    open("traffic", "");
    assertThat(told())
        .as("an hour of which this server counted less")
        .anyMatch(
            words -> words.matches("Live, to the second · since .*: this server was started then"));
    open("security/wall", "");
    assertThat(told()).noneMatch(words -> words.startsWith("Live"));

    sql(
        "INSERT INTO watch_node (identity, name, first_at, last_at)"
            + " SELECT gen_random_uuid(), 'other', now(), now() FROM generate_series(1, 2)");
    open("traffic", "");
    // this server says once a minute that it is there: from then on it is the third
    assertThat(told())
        .anyMatch(
            words ->
                words.matches("Live, to the second: what came to this server .* one of [23]\\..*"));
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Stretch> period = find(RadioButtonGroup.class).withLabel("Period").single();
    period.setValue(Stretch.WEEK);
    assertThat(told()).anyMatch(words -> words.matches("All [23] servers, as written down.*"));
    open("security/wall", "");
    assertThat(told()).anyMatch(words -> words.matches(".* one of [23]\\..*"));
    sql("UPDATE watch_node SET last_at = now() - interval '1 hour' WHERE name = 'other'");
  }
}
