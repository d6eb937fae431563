package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.MemberNames;
import eu.rempart.common.Trace;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.field.Reach;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known of a company, for reading. */
final class CompanyFacts extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Company company;
  private final transient CompanyService companies;
  private final transient Map<UUID, String> names;

  CompanyFacts(Company company, CompanyService companies, MemberNames members, CustomBook custom) {
    this.company = company;
    this.companies = companies;
    this.names = members.all();
    addClassName("record-facts");
    CompanyData data = company.data();
    var reach = new FieldList();
    fill(reach, CompanyField.EMAILS, Reach.emails(data.emails()));
    fill(reach, CompanyField.PHONES, Reach.phones(data.phones()));
    fill(reach, CompanyField.WEBSITE, website(data));
    fill(reach, CompanyField.ADDRESSES, Reach.addresses(data.addresses()));
    var empty = reach.getElement().getChildren().findAny().isEmpty();
    add(new Card(t("company.card.reach"), empty ? new Span(t("company.card.reach.empty")) : reach));
    var about = new FieldList();
    fill(about, CompanyField.TYPE);
    fill(about, CompanyField.INDUSTRY);
    fill(about, CompanyField.SIZE);
    fill(about, CompanyField.ANNUAL_REVENUE);
    fill(about, CompanyField.PARENT, parent(data));
    fill(about, CompanyField.VAT_NUMBER);
    fill(about, CompanyField.REGISTER_NUMBER);
    fill(about, CompanyField.LANGUAGE);
    fill(about, CompanyField.DESCRIPTION);
    fill(about, CompanyField.EXTERNAL_ID);
    fill(about, CompanyField.OWNER);
    own(about, custom);
    List<CompanyReference> children = companies.subsidiaries(company.id());
    if (!children.isEmpty()) {
      about.add(
          t("company.subsidiaries"),
          children.stream().map(CompanyFacts::link).toArray(Component[]::new));
    }
    about.add(t("company.created.at"), trace(company.created()));
    about.add(t("company.changed.at"), trace(company.changed()));
    add(new Card(t("company.card.about"), about));
  }

  private void fill(FieldList list, CompanyField field, Component... values) {
    String code = company.unopenable().get(field);
    if (code != null) {
      list.add(CompanyTexts.label(field), new SealedMark(code));
    } else if (values.length > 0) {
      list.add(CompanyTexts.label(field), values);
    }
  }

  private void fill(FieldList list, CompanyField field) {
    String code = company.unopenable().get(field);
    if (code != null) {
      list.add(CompanyTexts.label(field), new SealedMark(code));
    } else {
      list.add(
          CompanyTexts.label(field),
          CompanyTexts.value(
              field, company.data(), names, TagBook.EMPTY, CustomBook.EMPTY, _ -> ""));
    }
  }

  private static Component[] website(CompanyData data) {
    String text = data.website();
    if (text == null) {
      return new Component[0];
    }
    String address = text.contains("://") ? text : "https://" + text;
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return new Component[] {new Span(text)};
    }
    var link = new Anchor(address, text, AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return new Component[] {link};
  }

  private Component[] parent(CompanyData data) {
    CompanyId id = data.parentCompanyId();
    if (id == null) {
      return new Component[0];
    }
    return companies
        .reference(id)
        .map(reference -> new Component[] {link(reference)})
        .orElseGet(() -> new Component[] {new Span(t("company.parent.gone"))});
  }

  private static Component link(CompanyReference reference) {
    if (reference.archived()) {
      var badge = new Span(t("company.parent.archived"));
      badge.addClassName("badge");
      return new Div(new Span(reference.name() + " "), badge);
    }
    var link = new Anchor(CompanyNavigation.details(reference.id()), reference.name());
    link.getElement().setAttribute("router-link", true);
    return new Div(link);
  }

  private void own(FieldList list, CustomBook custom) {
    String code = company.unopenable().get(CompanyField.CUSTOM);
    if (code == null) {
      CustomWords.fill(list, custom, company.data().custom());
    } else {
      list.add(CompanyTexts.label(CompanyField.CUSTOM), new SealedMark(code));
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
