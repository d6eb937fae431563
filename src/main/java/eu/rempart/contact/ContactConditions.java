package eu.rempart.contact;

import static eu.rempart.contact.ContactSearch.COMPANY_ID;
import static eu.rempart.contact.ContactSearch.COUNTRY;
import static eu.rempart.contact.ContactSearch.DO_NOT_CALL;
import static eu.rempart.contact.ContactSearch.EMAIL;
import static eu.rempart.contact.ContactSearch.LANGUAGE;
import static eu.rempart.contact.ContactSearch.LAWFUL_BASIS;
import static eu.rempart.contact.ContactSearch.OWNER;
import static eu.rempart.contact.ContactSearch.TAG;

import eu.rempart.company.CompanyId;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.rule.RuleFilter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes questions to the index of what a list of contacts is narrowed by. */
final class ContactConditions {

  private ContactConditions() {}

  static Filter filter(ContactFilter filter, SearchSchema schema, ZoneId zone) {
    List<Filter> all = new ArrayList<>();
    in(all, COMPANY_ID, filter.companies().stream().map(CompanyId::value).toList());
    in(all, COUNTRY, filter.countries());
    in(all, LANGUAGE, filter.languages());
    in(all, OWNER, filter.owners());
    in(all, LAWFUL_BASIS, filter.lawfulBases());
    if (filter.withEmail() != null) {
      Filter present = Filter.present(EMAIL);
      all.add(filter.withEmail() ? present : Filter.not(present));
    }
    if (filter.doNotCall() != null) {
      all.add(Filter.is(DO_NOT_CALL, filter.doNotCall()));
    }
    in(all, TAG, filter.tags());
    if (!filter.rule().isEmpty()) {
      all.add(new RuleFilter(schema, LocalDate.now(zone), zone).of(filter.rule()));
    }
    return new Filter.And(all);
  }

  private static <T> void in(List<Filter> all, SearchField<T> field, Collection<T> values) {
    if (!values.isEmpty()) {
      all.add(Filter.in(field, values));
    }
  }
}
