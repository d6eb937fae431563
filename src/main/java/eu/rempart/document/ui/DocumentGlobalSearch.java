package eu.rempart.document.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import eu.rempart.shell.text.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents in the search box of every page. */
@Component
@Order(50)
class DocumentGlobalSearch implements GlobalSearch, RecordHits {

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
        documents.search(query, limit).stream().map(DocumentGlobalSearch::hit).toList();
    return hits.isEmpty() ? List.of() : List.of(new Group("document.list.title", hits, ""));
  }

  @Override
  public String kind() {
    return "document";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    documents.findAll(ids).forEach((id, found) -> hits.put(id, hit(found)));
    return hits;
  }

  private static Hit hit(Document found) {
    return new Hit(
        found.title(),
        Formats.dateTime(found.changed().at()),
        DocumentNavigation.details(found.id()),
        "");
  }
}
