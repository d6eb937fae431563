package eu.rempart.deal.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.view.ViewPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where deals stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class DealPlaces {

  @Bean
  NavigationEntry dealsEntry() {
    return NavigationEntry.forMembers(
            "deal.list.title", Glyph.DEAL, DealNavigation.BOARD, Group.WORK, 40)
        .withKeys("g d");
  }

  @Bean
  NavigationEntry pipelinesEntry() {
    return NavigationEntry.forRight(
        Right.MANAGE_PIPELINES.name(),
        "deal.pipelines.title",
        Glyph.COLUMNS,
        DealNavigation.PIPELINES,
        Group.TOOLS,
        40);
  }

  @Bean
  ViewPlace dealViews() {
    return new ViewPlace("deal", DealNavigation.LIST, "deal.list.title");
  }

  @Bean
  Command createDeal(DealEditor editor, CurrentMember member) {
    return Command.create(
        () -> member.may(Right.WRITE_RECORDS, "deal"),
        "deal.add",
        Glyph.ADD,
        DealNavigation.NEW_KEYS,
        editor::createHere);
  }
}
