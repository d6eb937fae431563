package eu.rempart.document;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Page;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.document.folder.FolderId;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.rule.RuleFilter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lists of documents, and what is done to many of them. Every method needs a right, and throws
 * where it is missing.
 */
@Service
public class ManyDocumentsService {

  private final DocumentRepository repository;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final DocumentSight sight;

  ManyDocumentsService(
      DocumentRepository repository,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom) {
    this.repository = repository;
    this.index = new KindSearch(index, DocumentSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new DocumentSight(rights, custom);
  }

  /**
   * A page of a list. While the index is being built, nothing is found, and what lies in a folder
   * comes by its last change.
   */
  public Page<Document> page(DocumentQuery query, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      return query.searches() ? Page.empty() : kept(query, offset, limit);
    }
    SearchPage page = index.page(schema -> search(query, schema), offset, limit);
    return page.with(inOrder(page.ids()));
  }

  private Page<Document> kept(DocumentQuery query, int offset, int limit) {
    int count = repository.countUpTo(query.folder(), Total.CAP);
    List<Document> rows = limit == 0 ? List.of() : repository.in(query.folder(), offset, limit);
    return new Page<>(rows.stream().map(sight::seen).toList(), count, count < Total.CAP, false);
  }

  private List<Document> inOrder(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Document> found =
        repository.findAll(ids).stream()
            .collect(Collectors.toMap(document -> document.id().value(), Function.identity()));
    return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).map(sight::seen).toList();
  }

  /**
   * The ids of the whole list in its order, in batches that are read when they are asked for.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<DocumentId>> ids(DocumentQuery query, int batch) {
    rights.require(Right.READ_RECORDS);
    return index
        .ids(query.rule(), schema -> search(query, schema), batch)
        .map(ids -> ids.stream().map(DocumentId::new).toList());
  }

  private SearchQuery search(DocumentQuery query, SearchSchema schema) {
    Filter which = query.searches() ? DocumentSearch.filter(query) : place(query.folder());
    LocalDate today = LocalDate.now(query.zone());
    return SearchQuery.all(DocumentSearch.KIND)
        .text(query.text())
        .filter(
            query.rule().isEmpty()
                ? which
                : Filter.and(which, new RuleFilter(schema, today, query.zone()).of(query.rule())))
        .sort(
            CustomIndex.sort(schema, query.sortedBy(), query.descending())
                .orElseGet(() -> sort(query)));
  }

  private static @Nullable SearchSort sort(DocumentQuery query) {
    return query.sort() == DocumentColumn.NAME && !query.descending()
        ? null
        : new SearchSort(Objects.requireNonNull(query.sort().sort()), query.descending());
  }

  /** What lies in the folder that is walked through; at the top, everything. */
  private static Filter place(@Nullable FolderId folder) {
    return folder == null ? Filter.and() : Filter.is(DocumentSearch.FOLDER, folder.value());
  }

  /** Those of these that are there, in no order. */
  public List<Document> findAll(Collection<DocumentId> ids) {
    rights.require(Right.READ_RECORDS);
    return inOrder(ids.stream().map(DocumentId::value).toList());
  }

  /** Those of these that {@link #saveAll} can keep so, by all that they have, shown or not. */
  public Set<Document> keepable(Map<Document, DocumentData> changes) {
    rights.require(Right.READ_RECORDS);
    return sight.keepable(changes, repository::findAll, (_, after) -> DocumentRules.check(after));
  }

  /**
   * Saves many at once, each unless somebody saved it in between.
   *
   * @param changes the documents as they were read, with what they are to be
   * @return those that were not saved
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public Set<DocumentId> saveAll(Map<Document, DocumentData> changes) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireChanges(changes, repository::findAll, (_, after) -> DocumentRules.check(after));
    return writes.inTransaction(
        Reason.EDIT, change -> repository.updateAll(sight.written(changes, repository::findAll)));
  }

  /**
   * Waits until searches see these, written in a larger transaction that has been committed; for so
   * long at most.
   */
  public void awaitIndex(Collection<DocumentId> ids, Duration patience) {
    rights.require(Right.WRITE_RECORDS);
    index.changed(ids.stream().map(DocumentId::value).toList(), patience);
  }
}
