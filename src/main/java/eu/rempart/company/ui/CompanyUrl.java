package eu.rempart.company.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.util.Optional;

/** What the address of the list says: search text, filters and order. */
record CompanyUrl(String text, CompanyFilter filter, Optional<RecordQuery.Sort> sort) {

  static CompanyUrl parse(QueryParameters parameters, SearchMemo memo) {
    ListAddress address = ListAddress.parse(parameters, memo);
    return new CompanyUrl(
        address.text(),
        new CompanyFilter(
            address.set("type", ListAddress.choice(CompanyType.class)),
            address.set("size", CompanySize::of),
            address.set("country", ListAddress::country),
            address.set("owner", ListAddress::uuid),
            address.flag("email"),
            address.set("tag", ListAddress::uuid),
            address.rule()),
        address.sort());
  }

  QueryParameters parameters(SearchMemo memo) {
    return ListAddress.of(text, sort, memo)
        .with("type", filter.types())
        .with("size", filter.sizes().stream().map(CompanySize::range).toList())
        .with("country", filter.countries())
        .with("owner", filter.owners())
        .with("email", filter.withEmail())
        .with("tag", filter.tags())
        .with(filter.rule())
        .parameters();
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "CompanyUrl[hidden]";
  }
}
