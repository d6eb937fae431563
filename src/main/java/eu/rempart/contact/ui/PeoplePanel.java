package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkService;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** The people of a company, on the company's page. */
@org.springframework.stereotype.Component
@Order(10)
final class PeoplePanel implements RelatedPanel {

  /** More are found in the list of contacts. */
  private static final int SHOWN = 20;

  private final LinkService links;
  private final ContactService contacts;
  private final LinkEditor editor;
  private final ContactEditor added;

  PeoplePanel(LinkService links, ContactService contacts, LinkEditor editor, ContactEditor added) {
    this.links = links;
    this.contacts = contacts;
    this.editor = editor;
    this.added = added;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Component show(UUID id) {
    var place = new Div();
    place.addClassName("people-panel");
    fill(place, new CompanyId(id));
    return place;
  }

  private void fill(Div place, CompanyId company) {
    Runnable changed = () -> fill(place, company);
    List<Link> all = links.of(company);
    List<Link> shown = all.stream().limit(SHOWN).toList();
    Map<ContactId, String> names = names(shown);
    var card = new Card(t("contact.people.title", all.size()));
    editor
        .addButton(t("contact.people.add"), () -> editor.addPerson(company, changed))
        .ifPresent(card::withAction);
    editor
        .addButton(t("contact.people.new"), () -> added.createAt(company, _ -> changed.run()))
        .ifPresent(
            button -> {
              Shortcuts.on(button, ContactNavigation.NEW_KEYS);
              card.withAction(button);
            });
    if (all.isEmpty()) {
      card.add(new Paragraph(t("contact.people.empty")));
    } else {
      card.add(
          LinkLines.of(
              shown,
              link -> name(names, link),
              link -> ContactNavigation.details(link.contactId()),
              link ->
                  new Avatar(name(names, link), Avatar.Shape.PERSON)
                      .withPicture(ContactNavigation.photo(link.contactId())),
              editor,
              changed));
    }
    if (all.size() > shown.size()) {
      var more =
          new Button(t("contact.people.all", all.size()), _ -> ContactNavigation.openOf(company));
      more.addThemeVariants(ButtonVariant.TERTIARY);
      card.add(more);
    }
    place.removeAll();
    place.add(card);
  }

  private static String name(Map<ContactId, String> names, Link link) {
    return names.getOrDefault(link.contactId(), "…");
  }

  private Map<ContactId, String> names(List<Link> shown) {
    Map<ContactId, String> names = new HashMap<>();
    for (Contact contact : contacts.findAll(shown.stream().map(Link::contactId).toList())) {
      names.put(contact.id(), ContactTexts.title(contact.data(), contact.unopenable()));
    }
    return names;
  }
}
