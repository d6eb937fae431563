package eu.rempart.deal.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the address of the list says: search text, filters and order. */
record DealUrl(String text, DealFilter filter, Optional<RecordQuery.Sort> sort) {

  static DealUrl parse(QueryParameters parameters, SearchMemo memo) {
    ListAddress address = ListAddress.parse(parameters, memo);
    return new DealUrl(
        address.text(),
        new DealFilter(
            address.set("state", ListAddress.choice(DealState.class)),
            ids(address, "pipeline", PipelineId::new),
            ids(address, "stage", StageId::new),
            address.set("owner", ListAddress::uuid),
            ids(address, "company", CompanyId::new),
            ids(address, "contact", ContactId::new),
            address.day("from"),
            address.day("to"),
            address.set("tag", ListAddress::uuid),
            address.rule()),
        address.sort());
  }

  private static <T> Set<T> ids(ListAddress address, String key, Function<UUID, T> id) {
    return address.set(key, ListAddress::uuid).stream().map(id).collect(Collectors.toSet());
  }

  QueryParameters parameters(SearchMemo memo) {
    return ListAddress.of(text, sort, memo)
        .with("state", filter.states())
        .with("pipeline", filter.pipelines())
        .with("stage", filter.stages())
        .with("owner", filter.owners())
        .with("company", filter.companies())
        .with("contact", filter.contacts())
        .with("from", list(filter.from()))
        .with("to", list(filter.to()))
        .with("tag", filter.tags())
        .with(filter.rule())
        .parameters();
  }

  private static List<LocalDate> list(@Nullable LocalDate day) {
    return day == null ? List.of() : List.of(day);
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "DealUrl[hidden]";
  }
}
