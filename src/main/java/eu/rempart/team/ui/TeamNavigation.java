package eu.rempart.team.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to teams and roles. */
@Configuration(proxyBeanMethods = false)
public class TeamNavigation {

  static final String TEAMS = "teams";
  static final String ROLES = "roles";

  @Bean
  NavigationEntry teamsEntry() {
    return NavigationEntry.forAdministrators("team.list.title", Glyph.MEMBERS, TEAMS, 12);
  }

  @Bean
  NavigationEntry rolesEntry() {
    return NavigationEntry.forAdministrators("team.roles.title", Glyph.KEY, ROLES, 14);
  }
}
