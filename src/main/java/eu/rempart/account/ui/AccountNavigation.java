package eu.rempart.account.ui;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.NavigationEntry.Group;
import eu.rempart.shell.part.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the screens of administrators and engineers. */
@Configuration(proxyBeanMethods = false)
public class AccountNavigation {

  static final String MEMBERS = "members";
  public static final String SECURITY = "security";
  public static final String OPERATIONS = "operations";
  static final String PROFILE = "profile";
  static final String SESSIONS = "profile/sessions";

  @Bean
  NavigationEntry membersEntry() {
    return NavigationEntry.forAdministrators("account.members.title", Glyph.MEMBERS, MEMBERS, 10);
  }

  @Bean
  NavigationEntry securityEntry() {
    return NavigationEntry.forAdministrators(
        "account.security.title", Glyph.SECURITY, SECURITY, 20);
  }

  @Bean
  NavigationEntry operationsEntry() {
    return new NavigationEntry(
        "account.operations.title",
        Glyph.PIN,
        OPERATIONS,
        Group.ADMINISTRATION,
        30,
        person -> person.administrator() || !person.opensCustomerData());
  }
}
