package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.deal.DealId;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.shell.field.Reach;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Whom and what an activity is about, with the numbers to call and the addresses to write to. */
@Component
final class AboutCard {

  private final LinkedRecords records;
  private final ContactService contacts;

  AboutCard(LinkedRecords records, ContactService contacts) {
    this.records = records;
    this.contacts = contacts;
  }

  Card of(ActivityLinks links) {
    var card = new Card(t("activity.links.title"));
    if (links.isEmpty()) {
      card.add(new Paragraph(t("activity.links.none")));
      return card;
    }
    var list = new UnorderedList();
    list.addClassNames("link-lines", "activity-about");
    contacts.findAll(links.contacts()).stream()
        .sorted(Comparator.comparingInt(contact -> links.contacts().indexOf(contact.id())))
        .forEach(contact -> list.add(person(contact)));
    records
        .companies(links.companies())
        .forEach(
            linked ->
                list.add(
                    line(
                        linked.name(),
                        CompanyNavigation.details(new CompanyId(linked.id())),
                        Avatar.Shape.COMPANY)));
    records
        .deals(links.deals())
        .forEach(
            linked ->
                list.add(
                    line(
                        linked.name(),
                        DealNavigation.details(new DealId(linked.id())),
                        Avatar.Shape.COMPANY)));
    card.add(list);
    return card;
  }

  private static ListItem person(Contact contact) {
    ListItem item =
        line(
            contact.data().displayName(),
            ContactNavigation.details(contact.id()),
            Avatar.Shape.PERSON);
    var reach = new Div(Reach.phones(contact.data().phones()));
    reach.add(Reach.emails(contact.data().emails()));
    reach.addClassName("activity-reach");
    ((Div) item.getChildren().reduce((_, last) -> last).orElseThrow()).add(reach);
    return item;
  }

  private static ListItem line(String name, String route, Avatar.Shape shape) {
    String shown = name.isBlank() ? "…" : name;
    var link = new Anchor(route, shown);
    link.getElement().setAttribute("router-link", true);
    var words = new Div(link);
    words.addClassName("link-words");
    return new ListItem(new Avatar(shown, shape), words);
  }
}
