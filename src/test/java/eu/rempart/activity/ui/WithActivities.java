package eu.rempart.activity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.When;
import eu.rempart.search.Indexes;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm with things to do, and what its lists show. */
abstract class WithActivities extends WithFirm {

  @Autowired protected ActivityService activities;
  @Autowired protected ActivityGlobalSearch search;
  @Autowired protected CurrentMember current;

  @Override
  protected void arrive() {
    super.arrive();
    Indexes.awaitReady(activities::indexState);
  }

  protected static LocalDate today() {
    return LocalDate.now(eu.rempart.shell.text.Formats.zone());
  }

  protected ActivityDataBuilder data(String subject) {
    return ActivityData.builder().subject(subject).ownerId(current.id()).when(When.on(today()));
  }

  protected ActivityId task(String subject) {
    return activities.create(data(subject).build(), ActivityLinks.NONE);
  }

  protected Activity now(ActivityId id) {
    return activities.find(id).orElseThrow();
  }

  protected List<String> subjects() {
    return java.util.stream.IntStream.range(0, test(grid()).size())
        .mapToObj(i -> String.valueOf(((ActivityRow) test(grid()).getRow(i)).shown().subject()))
        .toList();
  }

  protected void show(String path) {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate(path);
    roundTrip();
  }

  protected boolean links(String text) {
    return find(Anchor.class).withCondition(link -> link.getText().equals(text)).exists();
  }
}
