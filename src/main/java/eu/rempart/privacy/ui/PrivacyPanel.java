package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.history.RecordKinds;
import eu.rempart.privacy.Consent;
import eu.rempart.privacy.ConsentService;
import eu.rempart.privacy.PrivacyService;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** Consents of a person, and the way to what the law gives them, on the contact's page. */
@org.springframework.stereotype.Component
@Order(90)
final class PrivacyPanel implements RelatedPanel {

  private final ContactService contacts;
  private final ConsentService consents;
  private final PrivacyService privacy;
  private final RecordKinds kinds;
  private final CurrentMember member;

  PrivacyPanel(
      ContactService contacts,
      ConsentService consents,
      PrivacyService privacy,
      RecordKinds kinds,
      CurrentMember member) {
    this.contacts = contacts;
    this.consents = consents;
    this.privacy = privacy;
    this.kinds = kinds;
    this.member = member;
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  public Component show(UUID id) {
    var place = new Place();
    fill(place, new ContactId(id));
    return place;
  }

  private void fill(Div place, ContactId contact) {
    place.removeAll();
    boolean writes =
        contacts
            .find(contact)
            .filter(found -> member.may(Right.WRITE_RECORDS, kind(), found.data().ownerId()))
            .isPresent();
    var list = new UnorderedList();
    list.addClassName("consents");
    consents.of(contact).forEach(consent -> list.add(line(consent, place, writes)));
    var card = new Card(t("privacy.title"));
    card.add(
        list.getChildren().findAny().isPresent()
            ? list
            : new Paragraph(t("privacy.consents.none")));
    if (writes) {
      var add =
          new Button(
              t("privacy.consent.add"),
              Glyph.ADD.create(),
              _ -> new ConsentDialog(consents, contact, null, () -> fill(place, contact)).open());
      add.addThemeVariants(ButtonVariant.TERTIARY);
      card.withAction(add);
    }
    var where =
        new Button(
            t("privacy.where"),
            Glyph.SEARCH.create(),
            _ -> new PersonDialog(privacy, kinds, member, contact).open());
    where.addThemeVariants(ButtonVariant.TERTIARY);
    card.add(where);
    place.add(card);
  }

  private ListItem line(Consent consent, Div place, boolean writes) {
    var state = new Span(t(consent.given() ? "privacy.consent.given" : "privacy.consent.taken"));
    state.addClassNames("badge", consent.given() ? "consent-given" : "consent-taken");
    var source = consent.source();
    var facts = new Span(Formats.date(consent.saidOn()) + (source == null ? "" : " · " + source));
    facts.addClassName("privacy-soft");
    var item = new ListItem(new Span(consent.purpose()), state, facts);
    item.addClassName("consent");
    if (writes) {
      var change =
          new Button(
              t("privacy.consent.change"),
              _ ->
                  new ConsentDialog(
                          consents,
                          consent.contact(),
                          consent,
                          () -> fill(place, consent.contact()))
                      .open());
      change.addThemeVariants(ButtonVariant.TERTIARY);
      change.setAriaLabel(t("privacy.consent.change.which", consent.purpose()));
      item.add(change);
    }
    return item;
  }

  @StyleSheet("styles/privacy.css")
  private static final class Place extends Div {

    private static final long serialVersionUID = 1L;

    Place() {
      addClassName("privacy-panel");
    }
  }
}
