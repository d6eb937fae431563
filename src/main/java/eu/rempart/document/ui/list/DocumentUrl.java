package eu.rempart.document.ui.list;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.document.DocumentFilter;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.file.FileCategory;
import eu.rempart.document.folder.FolderId;
import eu.rempart.document.ui.DocumentNavigation;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list says.
 *
 * @param folder that is open; null for what lies beside all folders
 */
record DocumentUrl(
    @Nullable FolderId folder,
    String text,
    DocumentFilter filter,
    Rule rule,
    Optional<RecordQuery.Sort> sort) {

  static DocumentUrl parse(QueryParameters parameters, SearchMemo memo) {
    ListAddress address = ListAddress.parse(parameters, memo);
    return new DocumentUrl(
        address.set(DocumentNavigation.FOLDER, ListAddress::uuid).stream()
            .findFirst()
            .map(FolderId::new)
            .orElse(null),
        address.text(),
        new DocumentFilter(
            address.set("type", ListAddress.choice(FileCategory.class)),
            address.set("kind", ListAddress.choice(DocumentSort.class)),
            address.set("in", ListAddress::uuid),
            address.set("owner", ListAddress::uuid),
            address.set("tag", ListAddress::uuid),
            address.day("from"),
            address.day("to")),
        address.rule(),
        address.sort());
  }

  QueryParameters parameters(SearchMemo memo) {
    return ListAddress.of(text, sort, memo)
        .with(DocumentNavigation.FOLDER, list(folder))
        .with("type", filter.types())
        .with("kind", filter.sorts())
        .with("in", filter.folders())
        .with("owner", filter.owners())
        .with("tag", filter.tags())
        .with("from", list(filter.from()))
        .with("to", list(filter.to()))
        .with(rule)
        .parameters();
  }

  private static List<?> list(@Nullable Object one) {
    return one == null ? List.of() : List.of(one);
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "DocumentUrl[hidden]";
  }
}
