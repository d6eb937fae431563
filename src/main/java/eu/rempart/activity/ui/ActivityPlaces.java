package eu.rempart.activity.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.view.ViewPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where activities stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ActivityPlaces {

  @Bean
  NavigationEntry activitiesEntry() {
    return NavigationEntry.forMembers(
            "activity.list.title", Glyph.CHECK, ActivityNavigation.LIST, Group.WORK, 50)
        .withKeys("g a");
  }

  @Bean
  ViewPlace activityViews() {
    return new ViewPlace("activity", ActivityNavigation.LIST, "activity.list.title");
  }

  @Bean
  NavigationEntry calendarEntry() {
    return NavigationEntry.forMembers(
            "activity.calendar.title", Glyph.CALENDAR, ActivityNavigation.CALENDAR, Group.WORK, 60)
        .withKeys("g k");
  }

  @Bean
  Command createActivity(ActivityEditor editor, CurrentMember member) {
    return Command.create(
        () -> member.may(Right.WRITE_RECORDS, "activity"),
        "activity.add",
        Glyph.ADD,
        ActivityNavigation.NEW_KEYS,
        () -> editor.create(editor.start().build(), ActivityLinks.NONE, ActivityNavigation::open));
  }
}
