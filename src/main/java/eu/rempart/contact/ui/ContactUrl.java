package eu.rempart.contact.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the address of the list says: search text, filters and order. */
record ContactUrl(String text, ContactFilter filter, Optional<RecordQuery.Sort> sort) {

  static ContactUrl parse(QueryParameters parameters, SearchMemo memo) {
    ListAddress address = ListAddress.parse(parameters, memo);
    return new ContactUrl(
        address.text(),
        new ContactFilter(
            address.set("company", ListAddress::uuid).stream()
                .map(CompanyId::new)
                .collect(Collectors.toSet()),
            address.set("country", ListAddress::country),
            address.set("language", Optional::of),
            address.set("owner", ListAddress::uuid),
            address.set("basis", ListAddress.choice(LawfulBasis.class)),
            address.flag("email"),
            address.flag("nocall"),
            address.set("tag", ListAddress::uuid),
            address.rule()),
        address.sort());
  }

  QueryParameters parameters(SearchMemo memo) {
    return ListAddress.of(text, sort, memo)
        .with("company", filter.companies())
        .with("country", filter.countries())
        .with("language", filter.languages())
        .with("owner", filter.owners())
        .with("basis", filter.lawfulBases())
        .with("email", filter.withEmail())
        .with("nocall", filter.doNotCall())
        .with("tag", filter.tags())
        .with(filter.rule())
        .parameters();
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "ContactUrl[hidden]";
  }
}
