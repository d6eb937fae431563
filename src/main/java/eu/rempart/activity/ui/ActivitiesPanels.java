package eu.rempart.activity.ui;

import eu.rempart.activity.ActivityLinks;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.shell.RelatedPanel;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What is to be done about a record, on the pages of contacts, companies and deals. */
@Configuration(proxyBeanMethods = false)
class ActivitiesPanels {

  private record Panel(String kind, ActivitiesPanel panel, Function<UUID, ActivityLinks> about)
      implements RelatedPanel {

    @Override
    public com.vaadin.flow.component.Component show(UUID id) {
      return panel.show(about.apply(id));
    }
  }

  @Bean
  @Order(5)
  RelatedPanel activitiesOfContact(ActivitiesPanel panel) {
    return new Panel("contact", panel, id -> ActivityLinks.of(new ContactId(id)));
  }

  @Bean
  @Order(5)
  RelatedPanel activitiesOfCompany(ActivitiesPanel panel) {
    return new Panel("company", panel, id -> ActivityLinks.of(new CompanyId(id)));
  }

  @Bean
  @Order(5)
  RelatedPanel activitiesOfDeal(ActivitiesPanel panel) {
    return new Panel("deal", panel, id -> ActivityLinks.of(new DealId(id)));
  }
}
