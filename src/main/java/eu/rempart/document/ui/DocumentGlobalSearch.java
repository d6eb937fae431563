package eu.rempart.document.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.document.DocumentService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.text.Formats;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents in the search box of every page. */
@Component
@Order(50)
class DocumentGlobalSearch implements GlobalSearch {

  private final DocumentService documents;
  private final CurrentMember member;

  DocumentGlobalSearch(DocumentService documents, CurrentMember member) {
    this.documents = documents;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS)) {
      return List.of();
    }
    List<Hit> hits =
        documents.search(query, limit).stream()
            .map(
                found ->
                    new Hit(
                        found.title(),
                        Formats.dateTime(found.changed().at()),
                        DocumentNavigation.details(found.id()),
                        ""))
            .toList();
    return hits.isEmpty() ? List.of() : List.of(new Group("document.list.title", hits, ""));
  }
}
