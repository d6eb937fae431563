package eu.rempart.exchange.vcard;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.PersonDraft;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.Words;
import ezvcard.VCard;
import ezvcard.property.Organization;
import ezvcard.property.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a card's person works: its organisations, each with its title, and the website. */
final class CardWork {

  private static final Place ORG = new Place(-1, "ORG");
  private static final Place TITLE = new Place(-1, "TITLE");
  private static final Place ROLE = new Place(-1, "ROLE");
  private static final Place URL = new Place(-1, "URL");

  private CardWork() {}

  /** The companies in the card's order; what fits none goes into the person's description. */
  static List<ImportedLink> of(
      VCard card, PersonDraft person, Problems problems, @Nullable CountryCode home) {
    var organisations = new ArrayList<Organization>();
    var companies = new ArrayList<CompanyDraft>();
    for (var organisation : card.getOrganizations()) {
      var company = new CompanyDraft(problems);
      fill(company, organisation);
      if (!company.isNameless()) {
        organisations.add(organisation);
        companies.add(company);
        organisation.getValues().stream()
            .skip(1)
            .filter(v -> v != null && !v.isBlank())
            .forEach(v -> person.keep(ORG, v));
      }
    }
    websites(card, person, companies);
    var titles = titles(card, person, organisations);
    var role = role(card, person, !companies.isEmpty());
    var links = new ArrayList<ImportedLink>();
    for (var i = 0; i < companies.size(); i++) {
      links.add(new ImportedLink(companies.get(i).build(home), titles.get(i), i == 0 ? role : ""));
    }
    return links;
  }

  /** The name of the organisation; its departments are the person's. */
  static void fill(CompanyDraft company, Organization organisation) {
    if (!organisation.getValues().isEmpty()) {
      company.name(CardReader.text(organisation.getValues().getFirst()), ORG);
    }
  }

  private static void websites(VCard card, PersonDraft person, List<CompanyDraft> companies) {
    for (var url : card.getUrls()) {
      var text = CardReader.text(url.getValue());
      if (companies.isEmpty()
          || companies.getFirst().hasWebsite()
          || PersonalSites.isPersonal(url, text, person, companies.getFirst())) {
        person.remark(URL, text);
      } else {
        companies.getFirst().website(text, URL);
      }
    }
  }

  /**
   * For each organisation its title: that of the same group, else of the same place in the order
   * where there are as many, else the first organisation has the first title.
   */
  private static List<String> titles(
      VCard card, PersonDraft person, List<Organization> organisations) {
    var left = new ArrayList<>(card.getTitles());
    var inOrder = left.size() == organisations.size();
    var found = new ArrayList<String>();
    for (var i = 0; i < organisations.size(); i++) {
      var title = grouped(left, organisations.get(i).getGroup());
      if (title == null && (i == 0 || inOrder)) {
        title = left.stream().filter(t -> t.getGroup() == null).findFirst().orElse(null);
      }
      if (title != null) {
        left.remove(title);
      }
      found.add(title == null ? "" : person.title(CardReader.text(title.getValue()), TITLE));
    }
    left.forEach(title -> person.remark(TITLE, CardReader.text(title.getValue())));
    return found;
  }

  private static @Nullable Title grouped(List<Title> titles, @Nullable String group) {
    return group == null
        ? null
        : titles.stream().filter(t -> Objects.equals(t.getGroup(), group)).findFirst().orElse(null);
  }

  /** Cards call any occupation a role: only what is a part in decisions is one here. */
  private static String role(VCard card, PersonDraft person, boolean employed) {
    var found = "";
    for (var role : card.getRoles()) {
      var text = CardReader.text(role.getValue());
      var known = Words.role(text);
      if (employed && found.isEmpty() && known.isPresent()) {
        found = known.get();
      } else {
        person.keep(ROLE, text);
      }
    }
    return found;
  }
}
