package eu.rempart.presence.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.history.RecordRef;
import eu.rempart.presence.PresenceService;
import eu.rempart.shell.RelatedPanel;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The line that says who else is there, on the pages of records. */
@Configuration(proxyBeanMethods = false)
class PresencePanels {

  private static final int FIRST = -100;

  @Bean
  @Order(FIRST)
  RelatedPanel contactPresence(PresenceService service, MemberNames names, CurrentMember member) {
    return new Panel("contact", service, names, member);
  }

  @Bean
  @Order(FIRST)
  RelatedPanel companyPresence(PresenceService service, MemberNames names, CurrentMember member) {
    return new Panel("company", service, names, member);
  }

  @Bean
  @Order(FIRST)
  RelatedPanel dealPresence(PresenceService service, MemberNames names, CurrentMember member) {
    return new Panel("deal", service, names, member);
  }

  @Bean
  @Order(FIRST)
  RelatedPanel quotePresence(PresenceService service, MemberNames names, CurrentMember member) {
    return new Panel("quote", service, names, member);
  }

  @Bean
  @Order(FIRST)
  RelatedPanel activityPresence(PresenceService service, MemberNames names, CurrentMember member) {
    return new Panel("activity", service, names, member);
  }

  @Bean
  @Order(FIRST)
  RelatedPanel documentPresence(PresenceService service, MemberNames names, CurrentMember member) {
    return new Panel("document", service, names, member);
  }

  private record Panel(
      String kind, PresenceService service, MemberNames names, CurrentMember member)
      implements RelatedPanel {

    @Override
    public Component show(UUID id) {
      return new PresenceLine(service, names, member, new RecordRef(kind, id));
    }
  }
}
