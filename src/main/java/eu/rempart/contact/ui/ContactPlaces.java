package eu.rempart.contact.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.view.ViewPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where contacts stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ContactPlaces {

  @Bean
  NavigationEntry contactsEntry() {
    return NavigationEntry.forMembers(
            "contact.list.title", Glyph.CONTACTS, ContactNavigation.LIST, Group.WORK, 20)
        .withKeys("g c");
  }

  @Bean
  ViewPlace contactViews() {
    return new ViewPlace("contact", ContactNavigation.LIST, "contact.list.title");
  }

  @Bean
  Command createContact(ContactEditor editor, CurrentMember member) {
    return Command.create(
        () -> member.may(Right.WRITE_RECORDS, "contact"),
        "contact.add",
        Glyph.ADD,
        ContactNavigation.NEW_KEYS,
        editor::createHere);
  }
}
