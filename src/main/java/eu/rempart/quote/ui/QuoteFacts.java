package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.Trace;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a quote is about, to whom it goes, and which quotes it follows. */
final class QuoteFacts extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Quote quote;
  private final transient Map<UUID, String> names;
  private final FieldList facts = new FieldList();

  QuoteFacts(
      Quote quote,
      QuoteService quotes,
      QuotePickers pickers,
      Map<UUID, String> names,
      CustomBook custom) {
    this.quote = quote;
    this.names = names;
    QuoteData data = quote.data();
    CompanyReference company = pickers.reference(data.companyId());
    if (company != null) {
      facts.add(
          QuoteTexts.label(QuoteField.COMPANY),
          company.archived()
              ? new Span(company.name())
              : link(CompanyNavigation.details(company.id()), company.name()));
    }
    QuotePickers.ContactChoice person = pickers.person(data.contactId());
    if (person != null) {
      facts.add(
          QuoteTexts.label(QuoteField.CONTACT),
          person.there()
              ? link(ContactNavigation.details(person.id()), person.name())
              : new Span(person.name()));
    }
    QuotePickers.DealChoice deal = pickers.choice(data.dealId());
    if (deal != null) {
      facts.add(
          QuoteTexts.label(QuoteField.DEAL), link(DealNavigation.details(deal.id()), deal.name()));
    }
    List.of(
            QuoteField.CUSTOMER_NAME,
            QuoteField.CUSTOMER_CONTACT,
            QuoteField.CUSTOMER_ADDRESS,
            QuoteField.CUSTOMER_COUNTRY,
            QuoteField.CUSTOMER_VAT)
        .forEach(this::fill);
    day("quote.field.issued_on", quote.standing().issuedOn());
    fill(QuoteField.VALID_UNTIL);
    day("quote.field.answered_on", quote.standing().answeredOn());
    QuoteId before = quote.standing().revises();
    if (before != null) {
      quotes.rows(List.of(before)).forEach(row -> other(t("quote.field.revises_id"), row));
    }
    quotes.revisionsOf(quote.id()).forEach(row -> other(t("quote.revised.by"), row));
    fill(QuoteField.LANGUAGE);
    fill(QuoteField.OWNER);
    own(custom);
    facts.add(t("quote.created.at"), trace(quote.created()));
    facts.add(t("quote.changed.at"), trace(quote.changed()));
    add(new Card(t("quote.card.about"), facts));
  }

  private void other(String label, QuoteRow row) {
    String number = row.number();
    facts.add(
        label,
        link(QuoteNavigation.details(row.id()), number == null ? t("quote.state.DRAFT") : number));
  }

  private static Anchor link(String path, String text) {
    var link = new Anchor(path, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private void day(String key, @Nullable LocalDate day) {
    facts.add(eu.rempart.shell.text.Texts.t(key), day == null ? "" : Formats.date(day));
  }

  private void fill(QuoteField field) {
    String code = quote.unopenable().get(field);
    if (code != null) {
      facts.add(QuoteTexts.label(field), new SealedMark(code));
    } else {
      facts.add(
          QuoteTexts.label(field),
          QuoteTexts.value(field, quote.data(), names, TagBook.EMPTY, CustomBook.EMPTY));
    }
  }

  private void own(CustomBook custom) {
    String code = quote.unopenable().get(QuoteField.CUSTOM);
    if (code == null) {
      CustomWords.fill(facts, custom, quote.data().custom());
    } else {
      facts.add(QuoteTexts.label(QuoteField.CUSTOM), new SealedMark(code));
    }
  }

  private Component trace(Trace trace) {
    String who = names.getOrDefault(trace.memberId(), "");
    var line = new Div(new RelativeTime(trace.at()));
    if (!who.isEmpty()) {
      line.add(new Span(" · " + who));
    }
    return line;
  }
}
