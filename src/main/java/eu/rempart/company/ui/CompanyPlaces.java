package eu.rempart.company.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.view.ViewPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where companies stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CompanyPlaces {

  @Bean
  NavigationEntry companiesEntry() {
    return NavigationEntry.forMembers(
            "company.list.title", Glyph.COMPANY, CompanyNavigation.LIST, Group.WORK, 30)
        .withKeys("g o");
  }

  @Bean
  ViewPlace companyViews() {
    return new ViewPlace("company", CompanyNavigation.LIST, "company.list.title");
  }

  @Bean
  Command createCompany(CompanyEditor editor, CurrentMember member) {
    return Command.create(
        () -> member.may(Right.WRITE_RECORDS, "company"),
        "company.add",
        Glyph.ADD,
        "n o",
        editor::createHere);
  }
}
