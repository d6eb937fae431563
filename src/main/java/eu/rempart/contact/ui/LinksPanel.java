package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.Link;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import java.util.List;

/** Where a contact works, and worked. */
final class LinksPanel extends Composite<Card> {

  private static final long serialVersionUID = 1L;

  private final transient List<Link> links;
  private final transient LinkEditor editor;
  private final transient ContactId contact;
  private final transient Runnable changed;

  LinksPanel(List<Link> links, LinkEditor editor, ContactId contact, Runnable changed) {
    this.links = links;
    this.editor = editor;
    this.contact = contact;
    this.changed = changed;
  }

  @Override
  protected Card initContent() {
    var card = new Card(t("contact.links.title"));
    editor
        .addButton(t("contact.links.add"), () -> editor.addCompany(contact, changed))
        .ifPresent(card::withAction);
    if (links.isEmpty()) {
      card.add(new Paragraph(t("contact.links.empty")));
    } else {
      card.add(
          LinkLines.of(
              links,
              link -> link.companyName(),
              link -> CompanyNavigation.details(link.companyId()),
              link -> new Avatar(link.companyName(), Avatar.Shape.COMPANY),
              editor,
              changed));
    }
    return card;
  }
}
