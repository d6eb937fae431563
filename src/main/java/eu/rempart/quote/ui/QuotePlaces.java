package eu.rempart.quote.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.view.ViewPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where quotes stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class QuotePlaces {

  @Bean
  NavigationEntry quotesEntry() {
    return NavigationEntry.forMembers(
            "quote.list.title", Glyph.FILE, QuoteNavigation.LIST, Group.WORK, 65)
        .withKeys("g q");
  }

  @Bean
  ViewPlace quoteViews() {
    return new ViewPlace("quote", QuoteNavigation.LIST, "quote.list.title");
  }

  @Bean
  NavigationEntry letterheadEntry() {
    return NavigationEntry.forRight(
        Right.MANAGE_FIRM.name(),
        "letterhead.title",
        Glyph.MAIL,
        QuoteNavigation.LETTERHEAD,
        Group.ADMINISTRATION,
        25);
  }

  @Bean
  Command createQuote(QuoteEditor editor, CurrentMember member) {
    return Command.create(
        () -> member.may(Right.WRITE_RECORDS, "quote"),
        "quote.add",
        Glyph.ADD,
        QuoteNavigation.NEW_KEYS,
        editor::createHere);
  }
}
